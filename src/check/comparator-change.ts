import type { Breach, Rule } from '../types.js'
import { saidChange } from './plan/comparator.js'

export const rule: Rule = {
  id: 'comparator-change',
  severity: 'warning',
  basis: [
    '计划格式第四节：change 只用于增减的幅度，“提高到60%”是达到的水平',
    'plan format, section 4: change is for amounts of change; 提高到60% is a level',
  ],
  sentence: ['change 为 {change}，原文却是“{word}”。', 'change is {change}, but the words are “{word}”.'],
  why: [
    '把水平当幅度，或把降当升，年度比较会得出相反的结论。',
    'A level taken for a change, or a fall for a rise, turns every comparison of years round.',
  ],
  check({ indicators }) {
    return indicators.flatMap(({ fact: { change, value, quote }, path }): Breach[] => {
      if (change === undefined) return []
      const said = value !== undefined && value < 0 ? { change: undefined, word: String(value) } : saidChange(quote)
      if (!said || said.change === change) return []
      return [
        { path: [...path, 'change'], args: { change, word: said.word }, ...(said.change && { expected: said.change }) },
      ]
    })
  },
}
