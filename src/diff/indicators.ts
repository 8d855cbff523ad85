import { convertTo } from '../text/convert.js'
import type { Evidence, Indicator, IndicatorChange, Match, Matched, Side } from '../types.js'
import type { Alignment } from './align.js'
import { type Assignment, assign } from './assign.js'
import { wanted } from './better.js'
import { type Flat, type FlatFact, type Years, yearsOf } from './flatten.js'
import { groupBy } from './group.js'
import { likenessOf, type Pair, round } from './likeness.js'
import { kindOf, labelOf, likenessOfMeasures, sameScope } from './measures.js'
import { compareValues, meets } from './values.js'

type Value = Indicator & Evidence

/** The least score of a match in one and the same task, in one section, anywhere. */
const LEAST = { task: 0.35, section: 0.5, anywhere: 0.62 }

/** Matches the indicators of two plans by name, scope and unit and says what became of each. */
export function compareIndicators(old: Flat, fresh: Flat, alignment: Alignment) {
  const pairs = candidatesOf(old, fresh, alignment)
  const status = ({ i, j }: Pair) => old.indicators[i]!.value.status === fresh.indicators[j]!.value.status
  const counts = [old.indicators.length, fresh.indicators.length] as const
  const alike = assign(pairs.filter(status), ...counts)
  const judged = assign(
    pairs.filter((pair) => !status(pair) && canBeJudged(old, fresh, pair, alike)),
    ...counts,
  )
  const changes: IndicatorChange[] = []
  const matches: Matched[] = []
  for (const { i, j } of [...alike.pairs, ...judged.pairs]) {
    const [a, b] = [old.indicators[i]!, fresh.indicators[j]!]
    const { score, reason } = likenessOfMeasures(a.value, b.value)
    const match = { reason, score: round(score) }
    matches.push({ item: 'indicator', old: a.id, new: b.id, ...match })
    changes.push(...nameChanges(a, b, match, yearsOf(old, fresh)))
  }
  old.indicators.forEach((fact, i) => {
    if (!alike.ofOld.has(i) && !judged.ofOld.has(i))
      changes.push({ item: 'indicator', change: 'dropped', old: side(fact) })
  })
  fresh.indicators.forEach((fact, j) => {
    if (alike.ofNew.has(j) || judged.ofNew.has(j)) return
    changes.push({ item: 'indicator', change: fact.value.status === 'actual' ? 'reported' : 'new', new: side(fact) })
  })
  return { changes, matches }
}

const side = ({ id, value }: FlatFact<Indicator>): Side<Value> => ({ id, value })

/** Pairs of indicators that may be one: named alike, or stated in matched tasks. */
function candidatesOf(old: Flat, fresh: Flat, { tasks, related }: Alignment): Pair[] {
  const labels = (flat: Flat) => flat.indicators.map(({ value }) => labelOf(value))
  const byTask = groupBy(fresh.indicators.keys(), (j) => fresh.indicators[j]!.task)
  const pairs = new Map(
    likenessOf(labels(old), labels(fresh))
      .candidates()
      .map(({ i, j }) => [`${i} ${j}`, [i, j] as const]),
  )
  old.indicators.forEach(({ task }, i) => {
    const counterpart = tasks.ofOld.get(task)
    for (const j of (counterpart && byTask.get(counterpart.j)) ?? []) pairs.set(`${i} ${j}`, [i, j])
  })
  return [...pairs.values()].flatMap(([i, j]) => {
    const [a, b] = [old.indicators[i]!, fresh.indicators[j]!]
    const inTask = tasks.ofOld.get(a.task)?.j === b.task
    const inSection = related(old.tasks[a.task]!.section, fresh.tasks[b.task]!.section)
    const { score } = likenessOfMeasures(a.value, b.value)
    if (score < (inTask ? LEAST.task : inSection ? LEAST.section : LEAST.anywhere)) return []
    const times = sameTime(a.value, b.value, yearsOf(old, fresh)) ? 0.08 : 0
    const equal = compareValues(convertTo(a.value, b.value.unit), b.value) ? 0 : 0.01
    return [{ i, j, score: round(score + (inTask ? 0.2 : inSection ? 0.1 : 0) + times + equal) }]
  })
}

/** True where two times are the same, or equally far from the years of their plans. */
function sameTime(a: Value, b: Value, [oldYear, newYear]: Years): boolean {
  if (a.time === b.time) return true
  const [x, y] = [yearOf(a.time), yearOf(b.time)]
  return (
    x !== undefined && y !== undefined && oldYear !== undefined && newYear !== undefined && x - oldYear === y - newYear
  )
}

/** The last year of a time in EDTF. */
function yearOf(time: string | undefined): number | undefined {
  const years = time?.match(/\d{4}(?=$|-|\/)/g)
  return years ? Number(years.at(-1)) : undefined
}

/**
 * A target and a result are laid side by side where they are of the same time; else only if neither has a
 * counterpart of its own kind.
 */
function canBeJudged(old: Flat, fresh: Flat, { i, j }: Pair, alike: Assignment): boolean {
  const [a, b] = [old.indicators[i]!.value, fresh.indicators[j]!.value]
  if (kindOf(a.unit) !== kindOf(b.unit)) return false
  const [x, y] = [yearOf(a.time), yearOf(b.time)]
  if (x !== undefined && x === y) return true
  return !alike.ofOld.has(i) && !alike.ofNew.has(j)
}

type Paired = { item: 'indicator'; old: Side<Value>; new: Side<Value>; match: Match }

/** What became of a matched indicator; several things may have. */
function nameChanges(
  old: FlatFact<Indicator>,
  fresh: FlatFact<Indicator>,
  match: Match,
  years: Years,
): IndicatorChange[] {
  const [a, b] = [convertTo(old.value, fresh.value.unit), fresh.value]
  const paired: Paired = { item: 'indicator', old: side(old), new: side(fresh), match }
  if (a.status !== b.status) return [{ ...paired, change: nameResult(a, b) }]
  const changes: IndicatorChange[] = []
  if (!sameScope(a, b)) changes.push({ ...paired, change: 'scopeChanged' })
  if (kindOf(a.unit) !== kindOf(b.unit)) return [...changes, { ...paired, change: 'unitChanged' }]
  const shift = compareValues(a, b)
  if (shift) changes.push({ ...paired, ...shift, ...judge(a, b, shift.by) })
  else if (old.value.unit !== a.unit) changes.push({ ...paired, change: 'unitChanged' })
  else if (changes.length === 0 && (a.time !== b.time || years[0] !== years[1]))
    changes.push({ ...paired, change: 'kept' })
  return changes
}

function nameResult(a: Value, b: Value): 'reached' | 'missed' | 'reported' | 'targeted' {
  if (b.status === 'target') return 'targeted'
  const met = yearOf(a.time) === yearOf(b.time) || !a.time || !b.time ? meets(a, b) : undefined
  return met === undefined ? 'reported' : met ? 'reached' : 'missed'
}

/** Whether a shift of the value goes where it is wanted to go; said only where certain. */
function judge(a: Value, b: Value, by: number | undefined): { better?: boolean } {
  const direction = by === undefined ? undefined : wanted([a, b])
  return direction === undefined ? {} : { better: by! > 0 === (direction === 'more') }
}
