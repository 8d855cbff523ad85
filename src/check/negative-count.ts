import { AGES, COUNTS, DURATIONS } from '../data/units.js'
import type { Breach, Rule } from '../types.js'

const COUNTED = new Set([...COUNTS, ...DURATIONS, ...AGES])

export const rule: Rule = {
  id: 'negative-count',
  severity: 'error',
  basis: ['实务：计数不为负', 'practice: a count is never negative'],
  sentence: ['{name} 按“{unit}”计数，不会是 {value}。', '{name} is counted in “{unit}” and cannot be {value}.'],
  why: ['多半是把连接号当成了负号。', 'Mostly a dash was taken for a minus sign.'],
  check({ indicators }) {
    return indicators.flatMap(({ fact: { name, value, min, max, unit }, path }): Breach[] => {
      if (!COUNTED.has(unit.split('/')[0]!)) return []
      return Object.entries({ value, min, max }).flatMap(([key, number]) =>
        number !== undefined && number < 0 ? [{ path: [...path, key], args: { name, value: number, unit } }] : [],
      )
    })
  },
}
