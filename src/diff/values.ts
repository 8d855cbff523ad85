import type { Comparator, Indicator } from '../types.js'

/** What became of a value, or undefined where it is the same. */
export interface Shift {
  readonly change: 'raised' | 'lowered' | 'tightened' | 'loosened'
  readonly by?: number
}

/** How firm a comparator is at the same value: 约 < 为 < 不低于, 不超过 < 超过, 低于. */
const FIRMNESS: Record<Exclude<Comparator, 'range'>, number> = { '~': 0, '=': 1, '>=': 2, '<=': 2, '>': 3, '<': 3 }

/** Compares the values of an indicator of the same unit: ≥30 → ≥34 is raised by 4, 约30 → ≥30 is tightened. */
export function compareValues(old: Indicator, fresh: Indicator): Shift | undefined {
  const [a, b] = [boundsOf(old), boundsOf(fresh)]
  if (!a || !b) return undefined
  if (a.min === b.min && a.max === b.max) return compareFirmness(old, fresh)
  if (a.min <= b.min && b.max <= a.max) return { change: 'tightened' }
  if (b.min <= a.min && a.max <= b.max) return { change: 'loosened' }
  const by = Number(((b.min + b.max - a.min - a.max) / 2).toPrecision(12))
  return { change: by > 0 ? 'raised' : 'lowered', by }
}

/** The named value or both ends of a range; undefined where a plan names neither. */
function boundsOf({ value, min, max }: Indicator): { min: number; max: number } | undefined {
  if (value !== undefined) return { min: value, max: value }
  return min === undefined || max === undefined ? undefined : { min, max }
}

/** A result is no order: only targets are firm or not. */
function compareFirmness(old: Indicator, fresh: Indicator): Shift | undefined {
  if (old.comparator === 'range' || fresh.comparator === 'range') return undefined
  if (old.status === 'actual' || fresh.status === 'actual') return undefined
  const by = FIRMNESS[fresh.comparator] - FIRMNESS[old.comparator]
  return by === 0 ? undefined : { change: by > 0 ? 'tightened' : 'loosened' }
}

/** Whether a result meets a target: true, false, or undefined where the words leave it open (约, ranges, 超过 as a result). */
export function meets(target: Indicator, result: Indicator): boolean | undefined {
  const [goal, got] = [boundsOf(target), boundsOf(result)]
  if (!goal || !got || result.comparator === '<' || result.comparator === '<=') return undefined
  switch (target.comparator) {
    case '>=':
      return decide(got.min >= goal.min, result)
    case '>':
      return decide(got.min > goal.min || (got.min === goal.min && result.comparator === '>'), result)
    case '<=':
      return result.comparator === '>' ? undefined : got.max <= goal.max
    case '<':
      return result.comparator === '>' ? undefined : got.max < goal.max
    case 'range':
      return got.min >= goal.min && got.max <= goal.max ? true : undefined
    default:
      return got.min === goal.min && got.max === goal.max ? true : undefined
  }
}

/** 超过33% may still be 34 %: what is above a floor surely reaches it, what is below is not surely missed. */
function decide(reached: boolean, result: Indicator): boolean | undefined {
  return reached || (result.comparator !== '>' && result.comparator !== '>=' && result.comparator !== '~')
    ? reached
    : undefined
}
