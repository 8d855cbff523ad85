import { NUMERAL, readNumeral } from './numerals.js'

/** A day, a month or a year read from text, with the offset at which it ends. */
export interface CalendarDate {
  readonly year: number
  readonly month?: number
  readonly day?: number
  readonly end: number
}

const HAN = `[${NUMERAL}]`
/** What is typed for 〇: ○, ◯, a zero, the letters O and o of three alphabets. */
const ZEROS = '○◯0OoΟοОо'
const ZERO = new RegExp(`[${ZEROS}]`, 'g')
/** A year in Chinese numerals, with whatever stands for its 〇: 「二〇一九」「二OO九」 */
export const HAN_YEAR = `[一二][〇零一二三四五六七八九${ZEROS}]{3}`
/** 「2019年7月16日」「二〇一九年七月十六日」「2019年7月」「2019年」 */
const WRITTEN = new RegExp(
  `((?:中华)?民国 ?(?:\\d{2,3}|${HAN}{1,4})|\\d{4}|${HAN_YEAR}) ?年(?: ?(\\d{1,2}|${HAN}{1,3}) ?月(?:份|底)?(?: ?(\\d{1,2}|${HAN}{1,3}) ?[日号])?)?`,
  'y',
)
/** 「2019-07-16」「2019/7/16」「2019.07.16」, also with the time of day close behind: 「2019-07-1608:30」 */
const DIGITS = /(\d{4})([-/.])(\d{1,2})\2(\d{2}(?=\d\d:)|\d{1,2}(?!\d))/y

const number = (text: string | undefined) =>
  text === undefined ? undefined : /^\d/.test(text) ? Number(text) : readNumeral(text)

/** 「2019」「二〇一九」, and the years of the Republic: 「民国113」 → 2024. */
function yearOf(text: string | undefined): number | undefined {
  const republic = /民国 ?(.+)/.exec(text ?? '')
  const year = number(republic ? republic[1] : text?.replace(/^[一二].*/, (said) => said.replace(ZERO, '〇')))
  return republic && year !== undefined ? year + 1911 : year
}

/** The date that starts at an offset of folded text; undefined where none does or the day does not exist (2月30日). */
export function readDate(text: string, at: number): CalendarDate | undefined {
  for (const pattern of [WRITTEN, DIGITS]) {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (!match) continue
    const year = yearOf(match[1])
    const [month, day] = (pattern === WRITTEN ? [match[2], match[3]] : [match[3], match[4]]).map(number)
    if (year === undefined || year < 1000 || !exists(year, month, day)) return undefined
    return { year, ...(month && { month }), ...(day && { day }), end: at + match[0].length }
  }
  return undefined
}

/** Days in a month, 1 to 12. */
export function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function exists(year: number, month?: number, day?: number): boolean {
  if (month === undefined) return true
  return month >= 1 && month <= 12 && (day === undefined || (day >= 1 && day <= daysIn(year, month)))
}

const pad = (n: number) => String(n).padStart(2, '0')

/** A date in EDTF (ISO 8601): 「2019年7月」 → `2019-07`. */
export function toEdtf({ year, month, day }: Omit<CalendarDate, 'end'>): string {
  return [String(year), month, day]
    .map((part) => (typeof part === 'number' ? pad(part) : part))
    .filter(Boolean)
    .join('-')
}

/** The last day of a year or a month: (2019) → `2019-12-31`, (2020, 2) → `2020-02-29`. */
export function lastDay(year: number, month = 12): string {
  return toEdtf({ year, month, day: daysIn(year, month) })
}
