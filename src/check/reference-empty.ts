import type { Breach, Rule } from '../types.js'

export const rule: Rule = {
  id: 'reference-empty',
  severity: 'error',
  basis: ['计划格式第五节', 'plan format, section 5'],
  sentence: ['引用既没有标题，也没有文号。', 'This reference has neither a title nor a number.'],
  why: ['没有标题和文号，就不知道引用的是哪份文件。', 'Without either nobody can tell which document is cited.'],
  check({ references }) {
    return references
      .filter(({ fact }) => fact.title === undefined && fact.number === undefined)
      .map(({ path }): Breach => ({ path: [...path, 'type'], at: 'key' }))
  },
}
