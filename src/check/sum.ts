import type { Breach, Rule } from '../types.js'
import { sumsOf } from './plan/sums.js'

export const rule: Rule = {
  id: 'sum',
  severity: 'warning',
  basis: ['实务', 'practice'],
  sentence: ['各项之和为 {sum}，总数写的是 {total}。', 'The parts add up to {sum}, the total says {total}.'],
  why: [
    '总数与分项对不上，其中必有一个数读错或写错。',
    'Where a total and its parts do not agree, one of the numbers was misread or miswritten.',
  ],
  check({ tasks }) {
    return tasks.flatMap((at) =>
      sumsOf(at)
        .filter(({ parts, total, exact }) => (exact ? parts !== total : parts > total))
        .map(({ path, parts, total }): Breach => ({ path: [...path, 'value'], args: { sum: parts, total } })),
    )
  },
}
