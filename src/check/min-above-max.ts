import type { Breach, Rule } from '../types.js'

export const rule: Rule = {
  id: 'min-above-max',
  severity: 'error',
  basis: ['计划格式第四节', 'plan format, section 4'],
  sentence: ['下限 {min} 大于上限 {max}。', 'The minimum {min} is above the maximum {max}.'],
  why: ['没有数能落在这个区间里。', 'No number lies in such a range.'],
  check({ indicators }) {
    return indicators.flatMap(({ fact: { min, max }, path }): Breach[] =>
      min !== undefined && max !== undefined && min > max ? [{ path: [...path, 'min'], args: { min, max } }] : [],
    )
  },
}
