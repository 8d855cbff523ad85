import type { Breach, Rule } from '../types.js'
import { numbersSaid } from './plan/quantity.js'

export const rule: Rule = {
  id: 'value-in-quote',
  severity: 'error',
  basis: ['计划格式第八节：每个事实都能回到原文', 'plan format, section 8: every fact leads back to its words'],
  sentence: ['引文“{quote}”里没有 {value} 这个数。', 'The quote “{quote}” holds no number {value}.'],
  why: [
    '数改了而引文没改，谁也无法核实这个数从哪里来。',
    'Where a number was changed and its quote was not, nobody can tell where it comes from.',
  ],
  check({ indicators }) {
    return indicators.flatMap(({ fact: { value, min, max, implied, quote }, path }): Breach[] => {
      const said = implied ? undefined : numbersSaid(quote)
      if (!said) return []
      return Object.entries({ value, min, max }).flatMap(([key, number]) =>
        number === undefined || said(number)
          ? []
          : [{ path: [...path, key], args: { quote: quote.slice(0, 60), value: number } }],
      )
    })
  },
}
