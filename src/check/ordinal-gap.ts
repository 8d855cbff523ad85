import type { Breach, Rule } from '../types.js'
import { numberedNeighbours } from './plan/ordinals.js'

export const rule: Rule = {
  id: 'ordinal-gap',
  severity: 'warning',
  basis: ['GB/T 9704-2012 第7.3.3条：结构层次序数', 'GB/T 9704-2012, 7.3.3: numbering of the levels'],
  sentence: ['序号不连续：{before} 之后是 {ordinal}。', 'The numbering skips: {ordinal} follows {before}.'],
  why: [
    '中间可能漏了一节，或者把别处的小节并了进来。',
    'A section may be missing, or one from elsewhere may have slipped in.',
  ],
  check(view) {
    return numberedNeighbours(view)
      .filter(({ ordinal, before }) => ordinal !== before && ordinal !== before + 1 && ordinal !== 1)
      .map(({ path, ordinal, before }): Breach => ({ path: [...path, 'ordinal'], args: { ordinal, before } }))
  },
}
