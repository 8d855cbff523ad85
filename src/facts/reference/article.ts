import type { Span } from '../../types.js'

const NUMBER = '[〇零一二三四五六七八九十百\\d]{1,6}'
/** 「第十六条之一」「第19A条」「第56(1)条」 */
const ARTICLE = `第${NUMBER}[A-Z]{0,2}(?:\\(\\d{1,2}[A-Z]?\\))?条(?:之[一二三四五六七八九十])?`
/** 「第二款」「第（二）项」, in the order of the mainland or, 第二项第三款, of Taiwan. */
const PART = `(?:第?\\(?[一二三四五六七八九十\\d]{1,3}\\)?[款项目])`
const ONE = `${ARTICLE}${PART}{0,3}`
/** The articles behind a title, at will behind its chapter in the laws of Hong Kong: 「（第132章）∣第56条」. */
const CITED = new RegExp(
  `(?:的|\\(第\\d{1,4}[A-Z]{0,2}章\\))?(${ONE}(?:(?:[、和至-]|以及)(?:${ONE}|第${NUMBER}款${PART}?)){0,6})`,
  'y',
)

/** The articles that are cited at an offset: 「的第十六条第二款」 → 第十六条第二款. */
export function articleAt(text: string, at: number): Span | undefined {
  CITED.lastIndex = at
  const match = CITED.exec(text)
  if (!match) return undefined
  const end = at + match[0].length
  return { start: end - match[1]!.length, end }
}
