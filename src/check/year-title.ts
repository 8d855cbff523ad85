import type { Breach, Rule } from '../types.js'
import { yearsSaid } from './plan/years.js'

export const rule: Rule = {
  id: 'year-title',
  severity: 'error',
  basis: [
    '《党政机关公文处理工作条例》第九条：标题由发文机关名称、事由和文种组成',
    '党政机关公文处理工作条例, article 9: the title says what the document is about',
  ],
  sentence: ['{key} 为 {found}，标题写的是“{said}”。', '{key} is {found}, but the title says “{said}”.'],
  why: ['计划归错年份，年度比较就会错位。', 'A plan filed under a wrong year is compared with the wrong ones.'],
  check({ plan: { document } }) {
    const said = yearsSaid(document.title ?? '')
    if (!said) return []
    const fits = (year: number) => said.years.includes(year)
    const breaches: Breach[] = []
    const report = (key: 'year' | 'period') =>
      breaches.push({ path: ['document', key], args: { key, found: document[key]!, said: said.words } })
    if (document.year !== undefined && !fits(document.year)) report('year')
    else if (document.period !== undefined && !document.period.split('/').map(Number).every(fits)) report('period')
    return breaches
  },
}
