import type { Breach, Indicator, PlanDocument, Rule, Task } from '../types.js'
import { amountOf, measureOf } from './plan/quantity.js'

/** Kinds of document that are for one year. */
const YEARLY = ['要点', '计划', '安排', '通知']

/** Without a time the sentence before may have named another year: 2020年…达到70%。…2025年…达到75%。 */
const isYearly = ({ kind = '', year, period }: PlanDocument, { status, change }: Indicator) =>
  status === 'target' && change === undefined && year !== undefined && period === undefined && YEARLY.includes(kind)

export const rule: Rule = {
  id: 'indicator-conflict',
  severity: 'warning',
  basis: ['实务', 'practice'],
  sentence: ['“{name}”前面写的是 {before}，这里是 {value}。', '“{name}” was {before} before and is {value} here.'],
  why: [
    '同一指标两个数，执行和考核时不知以哪个为准。',
    'With two numbers for one measure nobody knows which one binds.',
  ],
  check(view) {
    const seen = new Map<string, { value: string; task: Task }>()
    return view.indicators.flatMap(({ fact, path, task }): Breach[] => {
      const { name, time, status, comparator } = fact
      if (time === undefined ? !isYearly(view.plan.document, fact) : status === 'actual' && fact.scope === undefined)
        return []
      const key = [measureOf(fact), time, status, comparator].join('|')
      const value = amountOf(fact)
      const before = seen.get(key)
      if (!before) seen.set(key, { value, task })
      // One sentence may well go from one value to the next: 由260元提高到650元.
      if (!before || before.value === value || before.task === task) return []
      const at = fact.value === undefined ? 'min' : 'value'
      return [{ path: [...path, at], args: { name, before: before.value, value } }]
    })
  },
}
