import type { Breach, Rule } from '../types.js'
import { saidComparator } from './plan/comparator.js'

export const rule: Rule = {
  id: 'comparator-words',
  severity: 'warning',
  basis: [
    '《民法典》第一千二百五十九条：“以上”“以下”“以内”“届满”包括本数；“不满”“超过”“以外”不包括本数',
    'Civil Code of China, article 1259: 以上, 以下, 以内 include the number, 不满, 超过, 以外 do not',
  ],
  sentence: [
    '原文写“{word}”，比较符应为 {expected}，不是 {comparator}。',
    'The words say “{word}”, which is {expected} and not {comparator}.',
  ],
  why: [
    '“60%以上”含60%，“超过60%”不含；弄反了，刚好达到的单位会被判错。',
    '60%以上 includes 60 %, 超过60% does not; mixed up, whoever just reaches it is judged wrongly.',
  ],
  check({ indicators }) {
    return indicators.flatMap(({ fact: { comparator, quote }, path }): Breach[] => {
      const said = saidComparator(quote)
      if (!said || said.comparator === comparator) return []
      const args = { word: said.word, expected: said.comparator, comparator }
      return [{ path: [...path, 'comparator'], args, expected: said.comparator }]
    })
  },
}
