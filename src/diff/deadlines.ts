import { daysIn } from '../text/date.js'
import { boundsOf } from '../text/edtf.js'
import type { Deadline, DeadlineChange, Evidence, Match, Side, Task } from '../types.js'
import { assign } from './assign.js'
import type { Years } from './flatten.js'

type Value = Deadline & Evidence

/** Names what became of the deadlines of a matched task; `years` are those of the two plans. */
export function compareDeadlines(old: Task, fresh: Task, match: Match, years: Years): DeadlineChange[] {
  const [olds, news] = [sidesOf(old), sidesOf(fresh)]
  const candidates = olds.flatMap((a, i) =>
    news.map((b, j) => ({ i, j, score: likeness(a.value, b.value) })).filter(({ score }) => score > 0),
  )
  const { pairs, ofOld, ofNew } = assign(candidates, olds.length, news.length)
  return [
    ...pairs.flatMap(({ i, j }) => nameChange(olds[i]!, news[j]!, match, years)),
    ...olds
      .filter((_, i) => !ofOld.has(i))
      .map((side) => ({ item: 'deadline', change: 'removed', old: side }) as const),
    ...news.filter((_, j) => !ofNew.has(j)).map((side) => ({ item: 'deadline', change: 'added', new: side }) as const),
  ]
}

function sidesOf(task: Task): Side<Value>[] {
  return (task.deadlines ?? []).map((value, i) => ({ id: `${task.id}/deadlines/${i}`, value }))
}

const meaning = ({ kind, date, duration, anchor }: Value) => [kind, date, duration, anchor].join(' ')

function likeness(a: Value, b: Value): number {
  if (meaning(a) === meaning(b)) return 1
  if (a.quote === b.quote) return 0.9
  if (a.kind === b.kind) return 0.7
  return isPoint(a) && isPoint(b) ? 0.5 : a.kind === 'every' || b.kind === 'every' ? 0 : 0.2
}

const isPoint = ({ kind }: Value) => kind === 'by' || kind === 'during'

function nameChange(old: Side<Value>, fresh: Side<Value>, match: Match, [oldYear, newYear]: Years): DeadlineChange[] {
  const [a, b] = [old.value, fresh.value]
  if (meaning(a) === meaning(b)) return []
  const paired = { item: 'deadline', old, new: fresh, match } as const
  const shift = isComparable(a, b) ? shiftOf(a, b) : undefined
  if (!shift) return [{ ...paired, change: 'changed' }]
  if (shift.by === 'P0D') return a.kind === b.kind ? [] : [{ ...paired, change: 'changed' }]
  const rolled = oldYear !== undefined && newYear !== undefined && shift.by === `P${Math.abs(newYear - oldYear)}Y`
  return [{ ...paired, ...shift, ...(rolled && newYear > oldYear === (shift.change === 'later') && { rolled: true }) }]
}

function isComparable(a: Value, b: Value): boolean {
  return a.kind === b.kind ? a.kind !== 'every' && a.anchor === b.anchor : isPoint(a) && isPoint(b)
}

interface Shift {
  readonly change: 'earlier' | 'later'
  readonly by: string
}

function shiftOf(a: Value, b: Value): Shift | undefined {
  if (a.date !== undefined && b.date !== undefined) {
    const [x, y] = [dayOf(a), dayOf(b)]
    if (!x || !y) return undefined
    const later = compareDays(y, x) > 0
    return { change: later ? 'later' : 'earlier', by: later ? between(x, y) : between(y, x) }
  }
  const [x, y] = [amountOf(a.duration), amountOf(b.duration)]
  if (!x || !y || x.unit !== y.unit || x.time !== y.time) return undefined
  return {
    change: y.amount > x.amount ? 'later' : 'earlier',
    by: `P${x.time}${Math.abs(y.amount - x.amount)}${x.unit}`,
  }
}

function amountOf(duration: string | undefined): { amount: number; unit: string; time: string } | undefined {
  const match = /^P(T?)(\d+(?:\.\d+)?)([YMWDHS])$/.exec(duration ?? '')
  return match ? { time: match[1]!, amount: Number(match[2]), unit: match[3]! } : undefined
}

type Day = readonly [year: number, month: number, day: number]

/** The day that counts of a date in EDTF: the first of what begins, else the last. */
function dayOf({ kind, date }: Value): Day | undefined {
  const { start, end } = boundsOf(date!)
  const day = kind === 'from' ? start : (end ?? start)
  return day?.split('-').map(Number) as [number, number, number] | undefined
}

const compareDays = (a: Day, b: Day) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]

const isLast = ([year, month, day]: Day) => day === daysIn(year, month)

/** The time from one day to a later one, whole years or months where both are the same day of the month or its last. */
function between(a: Day, b: Day): string {
  if (a[2] === b[2] || (isLast(a) && isLast(b))) {
    const months = (b[0] - a[0]) * 12 + b[1] - a[1]
    const years = Math.floor(months / 12)
    if (months > 0) return `P${years ? `${years}Y` : ''}${months % 12 ? `${months % 12}M` : ''}`
  }
  return `P${(Date.UTC(b[0], b[1] - 1, b[2]) - Date.UTC(a[0], a[1] - 1, a[2])) / 86_400_000}D`
}
