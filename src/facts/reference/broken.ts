import type { Span } from '../../types.js'

/** The code of a body that gives numbers: 「湘卫发」「青政办函」 */
const CODE = '[\\u3400-\\u9fff]{1,12}[发函办字秘规]'
const SERIAL = '第?\\d{1,5}'
/** 「湘卫发〔2018〕号」「湘卫发〔201〕3号」「湘卫发〔20188〕3号」, and one bracket lost: 「湘卫发2018〕3号」「湘卫发〔2018 3号」 */
const BROKEN = new RegExp(
  `${CODE}(?:[[(]\\d{4}[\\])]第?|\\[(?:\\d{0,3}|\\d{5,6})\\](?:${SERIAL})?|\\d{4}\\]${SERIAL}|\\[(?:19|20)\\d{2}${SERIAL})号$`,
)
/** How far a number reaches back from its 号. */
const REACH = 30

/** Every 发文字号 of a text that lost a part, so that its year or serial is unknown. */
export function brokenNumbers(text: string): Span[] {
  const out: Span[] = []
  for (let at = text.indexOf('号'); at >= 0; at = text.indexOf('号', at + 1)) {
    const match = BROKEN.exec(text.slice(Math.max(0, at + 1 - REACH), at + 1))
    if (match) out.push({ start: at + 1 - match[0].length, end: at + 1 })
  }
  return out
}
