import { simplify } from '../text/script.js'
import type { Breach, Rule } from '../types.js'

const LAW = /(?:法|条例|法典)(?:[（(][^（）()]{1,30}[）)]|草案|修订稿|征求意见稿|修正案(?:[（(]草案[）)])?|[）)])*$/
/** Words that end in 法 and name no law, and the rules of the party. */
const NO_LAW =
  /(?:办|方|做|书|用|看|说|语|魔|文|兵|疗|算|技|手|针|刀|拳|章|魔|想|国际)法(?:[（(].*)?$|^中国共产党.*条例/

export const rule: Rule = {
  id: 'law-kind',
  severity: 'error',
  basis: [
    '《立法法》：法律称“法”，行政法规、地方性法规称“条例”',
    'Legislation Law of China: statutes are called 法, administrative and local regulations 条例',
  ],
  sentence: ['《{title}》的类型写作 {type}。', 'The type of 《{title}》 is given as {type}.'],
  why: [
    '依法依规的任务按这一项筛选，类型错了就会漏掉。',
    'Work that rests on law is found by this field and is lost where it is wrong.',
  ],
  check({ references }) {
    return references.flatMap(({ fact: { title, type }, path }): Breach[] => {
      if (title === undefined) return []
      const words = simplify(title)
      const isLaw = LAW.test(words) && !NO_LAW.test(words)
      if (isLaw === (type === 'law')) return []
      return [{ path: [...path, 'type'], args: { title, type }, ...(isLaw && { expected: 'law' }) }]
    })
  },
}
