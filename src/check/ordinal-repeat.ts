import type { Breach, Rule } from '../types.js'
import { numberedNeighbours } from './plan/ordinals.js'

export const rule: Rule = {
  id: 'ordinal-repeat',
  severity: 'warning',
  basis: ['GB/T 9704-2012 第7.3.3条：结构层次序数', 'GB/T 9704-2012, 7.3.3: numbering of the levels'],
  sentence: ['序号重复：又是 {ordinal}。', 'The numbering repeats {ordinal}.'],
  why: ['两节同号，引用“第三项”时无法区分。', 'Two sections bear one number, so a reference to it is ambiguous.'],
  check(view) {
    return numberedNeighbours(view)
      .filter(({ ordinal, before }) => ordinal === before)
      .map(({ path, ordinal }): Breach => ({ path: [...path, 'ordinal'], args: { ordinal } }))
  },
}
