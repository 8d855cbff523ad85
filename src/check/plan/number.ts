import { fold } from '../../text/fold.js'
import type { DocumentNumber, Path, PlanView } from '../../types.js'

/** 发文字号 as it is written, in whatever brackets. */
export interface WrittenNumber {
  readonly code: string
  readonly year?: number
  readonly serial: string
  /** True for 机关代字〔年〕序号号, for the numbers of orders, 国务院令第701号, and for those of Taiwan. */
  readonly standard: boolean
}

/** 「湘卫发[2018]第3号」 */
const BRACKETED =
  /^(\p{Script=Han}[\p{Script=Han}A-Za-z()]{0,19}?)[[(〈{]{1,2}(\d{4})年?[\])〉}]{1,2}第?(\d{1,5}(?:-\d{1,2})?)[号號]$/u
/** 「国务院令第701号」「国家税务总局公告2019年第14号」 */
const ORDER = /^(\p{Script=Han}{1,20}(?:令|公告|通告))(?:[[(]?(\d{4})年?[\])]?)?第(\d{1,5})[号號]$/u
/** 「府教体字第1120012345号」, as Taiwan numbers documents: the year of the Republic and what counts within it, in one. */
const LETTERED = /^(\p{Script=Han}{1,19}字)第(\d{7,12})[号號]$/u
const STANDARD = /^[^〔〕]+〔\d{4}〕\d{1,5}(?:-\d{1,2})?[号號]$/

/** Reads a 发文字号 in any of its forms; undefined for what is none. */
export function readNumber(text: string): WrittenNumber | undefined {
  const folded = fold(text).replaceAll(' ', '')
  const lettered = LETTERED.exec(folded)
  if (lettered) return { code: lettered[1]!, serial: String(Number(lettered[2])), standard: true }
  const order = ORDER.exec(folded)
  const match = order ?? BRACKETED.exec(folded)
  if (!match) return undefined
  const [, code, year, serial] = match
  return {
    code: code!,
    ...(year !== undefined && { year: Number(year) }),
    serial: serial!,
    standard: order !== null || STANDARD.test(text),
  }
}

/** 「湘卫发[2018]第03号」 → 「湘卫发〔2018〕3号」; undefined for what is no 发文字号. */
export function standardForm(text: string): string | undefined {
  const read = readNumber(text)
  if (!read) return undefined
  const serial = read.serial.replace(/^0+(?=\d)/, '')
  if (ORDER.test(fold(text).replaceAll(' ', ''))) return text.replace(/第0+(?=\d)/, '第')
  return `${read.code}〔${read.year}〕${serial}${text.trimEnd().at(-1)}`
}

/** Every document number of a plan: its own and those of its references. */
export function numbersOf(view: PlanView): { number: DocumentNumber; path: Path }[] {
  const own = view.plan.document.number
  return [
    ...(own ? [{ number: own, path: ['document', 'number'] }] : []),
    ...view.references.flatMap(({ fact: { number }, path }) => (number ? [{ number, path: [...path, 'number'] }] : [])),
  ]
}
