import { lastDay, toEdtf } from '../../text/date.js'
import { matchAt } from '../../text/match.js'
import { NUMERAL } from '../../text/numerals.js'
import { between, counted, dayOf, type Moment, monthOf, numberOf, type Year } from './calendar.js'

const HAN = `[${NUMERAL}]`
/** 「年初」「年中」「年底」「年度内」 */
const SIDE =
  '(?:年?度)?年?(?:初(?![步级中预]|计划(?!于|在)|目标|(?:确定|制定|制订|预定|下达|签订|提出|部署|安排)的)|(?<=年年?)中(?!国|华|央|心|期|的|市)|末(?![端梢])|底(?![线数层蕴])|终(?=前|[,。])|内(?![容部涵]))'
/** 「上半年」「下半年底」「首半年」 */
const HALF = '[上下首]半年度?[末底]?'
/** 「三季度末」「前三季度」「第四季」「首季」 */
const QUARTER = '前?第?[一二三四1-4]季度[初末底]?|第[一二三四1-4]季(?!节)|首[二三]?季(?!节)度?'
/** 「秋季学期」; what ends or precedes a term is no date of the calendar. */
const TERM = '[春秋]季学期(?!开学|之?[前内]|末|结束)'
/** A part of a year that a word names. */
export const WORD = `${SIDE}|${HALF}|${QUARTER}|${TERM}`
const DAY = `(\\d{1,2}|${HAN}{1,3})[日号](?!${HAN}*[楼线地机])`
/** 「6月」「6月30日」「6月底」「5月上旬」 */
const MONTH = `度?(\\d{1,2}|${HAN}{1,3})月份?(?:${DAY}|[初底末]|([上中下])旬)?(?![龄嫂饼票])`
const PART = new RegExp(`(${WORD})|${MONTH}`, 'y')

/** A part of a year: 「三季度」, 「6月30日」, 「5月上旬」. */
export function readPart(text: string, at: number, { year, relative }: Year): Moment | undefined {
  const match = matchAt(PART, text, at)
  if (!match) return undefined
  const end = at + match[0].length
  const [, word, monthText, day, third] = match
  if (word !== undefined) return counted(readWord(word, year, end), relative)
  const month = numberOf(monthText!)
  if (month < 1 || month > 12) return undefined
  if (year === undefined) return { end }
  if (day !== undefined) return counted(dayOf(year, month, numberOf(day), end), relative)
  return counted(third === undefined ? monthOf(year, month, end) : decadeOf(year, month, third, end), relative)
}

/** 「5月中旬」 → 2019-05-11/2019-05-20. */
export function decadeOf(year: number, month: number, third: string, end: number): Moment {
  const from = { 上: 1, 中: 11, 下: 21 }[third]!
  const first = dayOf(year, month, from, end)!
  const last = third === '下' ? lastDay(year, month) : toEdtf({ year, month, day: from + 9 })
  return between(first, { ...first, date: last, last })
}

function readWord(word: string, year: number | undefined, end: number): Moment | undefined {
  const by = word.endsWith('内') && { by: true as const }
  if (year === undefined) return { end, ...by }
  const { date, month } = partOf(word)
  const written = date.replaceAll('Y', String(year))
  return { end, date: written, first: written.split('/')[0]!, last: lastDay(year, month), year, ...by }
}

/**
 * What a word names of a year Y, and the last month of it: 「年底」 → month 12, 「年初」 → the first quarter, 「年中」 → the
 * second and third, 「上半年」 → Y-40, 「三季度」 → Y-35, 「三季度末」 → Y-09, 「秋季学期」 → Y-23.
 */
export function partOf(word: string): { date: string; month: number } {
  const last = /[末底]$/.test(word)
  if (word.includes('半年')) {
    const first = !word.startsWith('下')
    if (last) return first ? monthIn(6) : monthIn(12)
    return first ? { date: 'Y-40', month: 6 } : { date: 'Y-41', month: 12 }
  }
  const quarter = /([一二三四1-4])?季度?[初末底]?$/.exec(word)
  if (quarter) {
    const n = quarter[1] === undefined ? 1 : numberOf(quarter[1])
    if (/^[前首]/.test(word) && n > 1) return { date: `Y-33/Y-${32 + n}`, month: n * 3 }
    if (last) return monthIn(n * 3)
    return word.endsWith('初') ? monthIn(n * 3 - 2) : { date: `Y-${32 + n}`, month: n * 3 }
  }
  if (word.endsWith('学期')) return word.startsWith('春') ? { date: 'Y-21', month: 5 } : { date: 'Y-23', month: 11 }
  if (word.endsWith('初')) return { date: 'Y-33', month: 3 }
  if (word.endsWith('中')) return { date: 'Y-34/Y-35', month: 9 }
  return word.endsWith('内') ? { date: 'Y', month: 12 } : monthIn(12)
}

const monthIn = (month: number) => ({ date: `Y-${String(month).padStart(2, '0')}`, month })
