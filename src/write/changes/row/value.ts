import type { Indicator } from '../../../types.js'

const SIGNS = { '=': '', '>=': '≥', '<=': '≤', '>': '>', '<': '<', '~': '约', range: '' } as const

/** A power of ten that numbers are told in, with its word. */
type Power = readonly [power: number, word: string]

/** Whole myriads and hundreds of millions as a civil servant writes them. */
const POWERS: readonly Power[] = [
  [1e12, '万亿'],
  [1e8, '亿'],
  [1e4, '万'],
]
const ONE: Power = [1, '']

/** An indicator's value for reading: ≥65%, 3亿元, 5—8%; ↑1200个 for an increase, ↓≥3.1% for a decrease of at least that. */
export function formatValue({ comparator, value, min, max, unit, change }: Indicator, given?: Power): string {
  const sign = change === 'increase' ? '↑' : change === 'decrease' ? '↓' : ''
  const [power, word] = value === undefined ? ONE : (given ?? powerOf([value]))
  const number = value === undefined ? `${min}—${max}` : Number((value / power).toPrecision(12))
  return `${sign}${SIGNS[comparator]}${number}${word}${unit === '1' ? '' : unit}`
}

/** The power that tells all of the numbers with two decimals at most: 1620000000000, 2180000000000 → 万亿 */
export function powerOf(values: readonly number[]): Power {
  const largest = Math.max(...values.map(Math.abs))
  const isShort = (power: number) =>
    values.every((value) => Number.isInteger(Number(((value / power) * 100).toPrecision(12))))
  return POWERS.find(([power]) => largest >= power && isShort(power)) ?? ONE
}
