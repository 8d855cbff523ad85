import { daysIn, lastDay, toEdtf } from '../../text/date.js'
import { readNumeral } from '../../text/numerals.js'

/** A stretch of the calendar: EDTF of itself, of where it begins, and its last day. Without a year only `end` is known. */
export interface Moment {
  readonly end: number
  readonly date?: string
  readonly first?: string
  readonly last?: string
  readonly year?: number
  /** Counted from the document's year. */
  readonly relative?: true
  /** The words themselves say that it is the last moment: 年内, “十四五”末. */
  readonly by?: true
}

/** What a moment without a year is counted from. */
export interface Clock {
  /** The document's year. */
  readonly now: number | undefined
  /** The last year that the sentence named. */
  readonly named: number | undefined
  /** The last year that stood in it: 次年 and 同年 are counted from it, though it be over. */
  readonly said?: number | undefined
  /** The year that a heading above names: months below 「2011年工作回顾」 are of 2011. */
  readonly above?: number | undefined
  /** The day of the document. */
  readonly day?: string | undefined
}

/** A year, and whether it was counted from the document's own. */
export interface Year {
  readonly year: number | undefined
  readonly relative: boolean
}

/** How many years 今年, 明年 … are from the document's. */
const NEAR: Readonly<Record<string, number>> = { 今: 0, 本: 0, 明: 1, 来: 1, 去: -1, 上: -1, 后: 2, 前: -2 }

/** 「明」年 of 2022 → 2023. */
export function nearYear(word: string, { now, above }: Clock): Year {
  // 「2023年预算执行情况」 + 「比上年同期增收」: what figures are compared with is counted from their own year.
  const from = word === '上' ? (above ?? now) : now
  return { year: from === undefined ? undefined : from + NEAR[word]!, relative: true }
}

/** The year that a month without one belongs to: the sentence's own, else the heading's, else the document's. */
export function impliedYear({ now, named, above }: Clock): Year {
  const year = named ?? above
  return year === undefined || (named === undefined && above === now)
    ? { year: now, relative: true }
    : { year, relative: false }
}

/** No plan names a year outside these. */
export const isYear = (year: number) => year >= 1900 && year <= 2100

/** The number that digits or numerals say; -1 where they say none. */
export const numberOf = (text: string) => (/^\d/.test(text) ? Number(text) : (readNumeral(text) ?? -1))

/** (2019, 5) → 2019, whose words end at 5. */
export const yearOf = (year: number, end: number): Moment => {
  const date = String(year)
  return { end, date, first: date, last: lastDay(year), year }
}

/** (2019, 7, 7) → 2019-07. */
export function monthOf(year: number, month: number, end: number): Moment | undefined {
  if (month < 1 || month > 12) return undefined
  const date = toEdtf({ year, month })
  return { end, date, first: date, last: lastDay(year, month), year }
}

/** (2019, 7, 16, 10) → 2019-07-16; undefined for a day that does not exist. */
export function dayOf(year: number, month: number, day: number, end: number): Moment | undefined {
  if (day < 1 || month < 1 || month > 12 || day > daysIn(year, month)) return undefined
  const date = toEdtf({ year, month, day })
  return { end, date, first: date, last: date, year }
}

/** From where one moment begins to where another ends, both included. */
export function between(first: Moment, second: Moment): Moment {
  if (first.date === undefined || second.date === undefined) return { end: second.end }
  const from = first.first!
  const date = `${from}/${second.date.split('/').at(-1)}`
  return counted(
    { end: second.end, date, first: from, last: second.last!, year: second.year! },
    first.relative === true || second.relative === true,
  )
}

/** The moment, marked as counted from the document's year or not. */
export function counted<Read extends Moment | undefined>(moment: Read, relative: boolean): Read {
  return moment?.date !== undefined && relative ? { ...moment, relative: true as const } : moment
}
