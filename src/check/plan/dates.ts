import { daysIn, lastDay } from '../../text/date.js'
import type { Path, PlanView } from '../../types.js'

/** The first and the last day that a date in EDTF may mean, an open end left out. */
export interface Bounds {
  readonly first?: string
  readonly last?: string
}

/** GB/T 7408.2 (ISO 8601-2), 4.8: seasons, quarters and halves of a year → first and last month. */
const PARTS: Readonly<Record<string, readonly [number, number]>> = {
  '21': [3, 5],
  '22': [6, 8],
  '23': [9, 11],
  '24': [12, 12],
  '33': [1, 3],
  '34': [4, 6],
  '35': [7, 9],
  '36': [10, 12],
  '40': [1, 6],
  '41': [7, 12],
}

const pad = (n: number) => String(n).padStart(2, '0')

/** `2019-02` → 2019-02-01 to 2019-02-28; undefined where the year is open (XXXX) or the day does not exist. */
function dayBounds(text: string): Required<Bounds> | undefined {
  const [year, month, day] = text.replace('~', '').split('-')
  if (!year || !/^\d{4}$/.test(year)) return undefined
  if (month === undefined) return { first: `${year}-01-01`, last: `${year}-12-31` }
  const part = PARTS[month]
  if (part) return { first: `${year}-${pad(part[0])}-01`, last: lastDay(Number(year), part[1]) }
  if (day === undefined) return { first: `${year}-${month}-01`, last: lastDay(Number(year), Number(month)) }
  return dayExists(text) ? { first: `${year}-${month}-${day}`, last: `${year}-${month}-${day}` } : undefined
}

/** The days that a date or an interval in EDTF spans: `../2019-06` → last 2019-06-30. */
export function boundsOf(edtf: string): Bounds {
  const [from, to] = edtf.split('/') as [string, string?]
  const first = dayBounds(from)
  const last = to === undefined ? first : dayBounds(to)
  return { ...(first && { first: first.first }), ...(last && { last: last.last }) }
}

/** False for 2019-02-30 and 2019-04-31; true for what names no day. */
export function dayExists(text: string): boolean {
  const match = /^(\d{4}|XXXX)-(\d\d)-(\d\d)/.exec(text)
  if (!match) return true
  // A day of every year may be the 29th of February.
  const year = match[1] === 'XXXX' ? 2000 : Number(match[1])
  return Number(match[3]) <= daysIn(year, Number(match[2]))
}

/** The years that a plan is for: `document.period`, else `document.year`. */
export function yearsOf({ year, period }: { year?: number; period?: string }): readonly [number, number] | undefined {
  if (period !== undefined) return [Number(period.slice(0, 4)), Number(period.slice(5))]
  return year === undefined ? undefined : [year, year]
}

/** Every date and interval of a plan. */
export function datesOf(view: PlanView): { date: string; path: Path }[] {
  const { document } = view.plan
  const own = (['issuedOn', 'publishedOn', 'effectiveFrom', 'period'] as const).map((key) => ({
    date: document[key],
    path: ['document', key],
  }))
  const times = view.indicators.map(({ fact, path }) => ({ date: fact.time, path: [...path, 'time'] }))
  const deadlines = view.deadlines.map(({ fact, path }) => ({ date: fact.date, path: [...path, 'date'] }))
  return [...own, ...times, ...deadlines].flatMap(({ date, path }) => (date === undefined ? [] : [{ date, path }]))
}
