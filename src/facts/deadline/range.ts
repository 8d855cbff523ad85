import { matchAt } from '../../text/match.js'
import { NUMERAL } from '../../text/numerals.js'
import {
  between,
  type Clock,
  counted,
  dayOf,
  impliedYear,
  isYear,
  type Moment,
  monthOf,
  nearYear,
  numberOf,
  type Year,
  yearOf,
} from './calendar.js'

const HAN = `[${NUMERAL}]`
/** What closes two years: 「2021-2023年」「2023/24学年」「二零二四至二五年度」 */
const CLOSED = '(?:学年度?|财政年度|会计年度|年度|年(?![版级]))'
const YEARS = new RegExp(
  `(\\d{4}|${HAN}{4})(?:-|至|到|/(?=[^年]{2,4}(?:学年|[^年]{0,2}年度)))(\\d{4}|\\d{2}|${HAN}{4}|${HAN}{2})${CLOSED}`,
  'y',
)
/** 「今年3-5月」 */
const MONTHS = /(?:(\d{4}|[今本去明])年)?(\d{1,2})(?:-|至)(\d{1,2})月份?/y
/** 「6月1-15日」「2019年6月1日至15日」 */
const DAYS = /(?:(\d{4}|[今本去明])年)?(\d{1,2})月(\d{1,2})日?(?:-|至)(\d{1,2})日/y

/** A range whose unit stands once, behind its second number: 「2018-2020年」「3-5月」「6月1-15日」. */
export function readRange(text: string, at: number, clock: Clock): Moment | undefined {
  return readYears(text, at) ?? readMonths(text, at, clock) ?? readDays(text, at, clock)
}

function readYears(text: string, at: number): Moment | undefined {
  const match = matchAt(YEARS, text, at)
  if (!match) return undefined
  const first = numberOf(match[1]!)
  const said = numberOf(match[2]!)
  const last = said < 100 ? first - (first % 100) + said : said
  if (first >= last || !isYear(first) || !isYear(last)) return undefined
  return between(yearOf(first, 0), yearOf(last, at + match[0].length))
}

function readMonths(text: string, at: number, clock: Clock): Moment | undefined {
  const match = matchAt(MONTHS, text, at)
  if (!match) return undefined
  const [first, last] = [Number(match[2]), Number(match[3])]
  if (first >= last) return undefined
  const end = at + match[0].length
  const { year, relative } = yearSaid(match[1], clock)
  if (year === undefined) return { end }
  const [from, to] = [first, last].map((month) => monthOf(year, month, end))
  return from && to && counted(between(from, to), relative)
}

function readDays(text: string, at: number, clock: Clock): Moment | undefined {
  const match = matchAt(DAYS, text, at)
  if (!match || Number(match[3]) >= Number(match[4])) return undefined
  const end = at + match[0].length
  const { year, relative } = yearSaid(match[1], clock)
  if (year === undefined) return { end }
  const [first, last] = [match[3], match[4]].map((day) => dayOf(year, Number(match[2]), Number(day), end))
  return first && last && counted(between(first, last), relative)
}

/** The year that 「2019」 or 「今」 before 年 says, else the one that months are counted from. */
function yearSaid(said: string | undefined, clock: Clock): Year {
  if (said === undefined) return impliedYear(clock)
  return /\d/.test(said) ? { year: Number(said), relative: false } : nearYear(said, clock)
}
