import type { Indicator } from '../../../types.js'

const SIGNS = { '=': '', '>=': '≥', '<=': '≤', '>': '>', '<': '<', '~': '约', range: '' } as const

/** An indicator's value for reading: ≥65%, 3亿元, 5—8%; ↑1200个 for an increase, ↓≥3.1% for a decrease of at least that. */
export function formatValue({ comparator, value, min, max, unit, change }: Indicator): string {
  const sign = change === 'increase' ? '↑' : change === 'decrease' ? '↓' : ''
  const [number, power] = value === undefined ? [`${min}—${max}`, ''] : shorten(value)
  return `${sign}${SIGNS[comparator]}${number}${power}${unit === '1' ? '' : unit}`
}

/** 300000000 → 3 亿, 74400000000000 → 74.4 万亿: whole myriads and hundreds of millions as a civil servant writes them. */
function shorten(value: number): [string, string] {
  for (const [power, word] of [
    [1e12, '万亿'],
    [1e8, '亿'],
    [1e4, '万'],
  ] as const)
    if (Math.abs(value) >= power && Number.isInteger((value / power) * 100)) return [String(value / power), word]
  return [String(value), '']
}
