import type { Comparator, Indicator } from '../../types.js'
import type { Clause, State } from './clause.js'
import type { Named } from './name.js'
import { isPart } from './part.js'
import { OWN_NAME } from './words.js'

/** >=, <=, =, ~ …: by the words around the number, and 达到 by what the sentence is (plan-format 4; 民法典 1259). */
export function comparatorOf({ q, tail, joined }: Clause, state: State, status: Indicator['status']): Comparator {
  if (q.comparator)
    return q.comparator === '~' && tail.comparator && tail.comparator !== '~' ? tail.comparator : q.comparator
  if (tail.comparator) return tail.comparator
  if (tail.level === 'limit') return '<='
  if (joined && tail.words.length === 0 && state.atLeast) return '>='
  return tail.level === 'reach' && status === 'target' && !q.implied ? '>=' : '='
}

const MAKES_NEW = /^(?:新(?!能源|材料|型|农|三|生|兴|开工|登记)|增加|增设|净增|增补|增开|增聘|加聘|增派|增购|扩建)/

/** Whether what is counted is new: 新建2个, and the later items of its list. */
export function isNew(clause: Clause, named: Named, state: State): boolean {
  const { q, tail, head, joined, verb, core } = clause
  const built = q.kind === 'money' && /^(?:新|扩)建/.test(head.verb ?? '')
  if (!built && (MAKES_NEW.test(head.verb ?? '') || MAKES_NEW.test(verb ?? ''))) return true
  if (named.verb === '新增' || (q.kind !== 'rate' && /^(?:新建|新增|新改|新扩|净增)/.test(core))) return true
  if (q.kind === 'count' && (/新增/.test(tail.words[0] ?? '') || /^新认定/.test(core))) return true
  if (tail.level === 'reach') return false
  if (state.news && (isPart(clause, state) || (core === '' && state.end === clause.start && /^[户人名]/.test(q.unit))))
    return true
  return joined && head.verb === undefined && verb === undefined && state.news === true
}

/** 减少∣轮候时间∣10%, 降低∣企业税负∣5700亿元: the verb in front makes a bare number an amount. */
const AMOUNTS: Record<string, Indicator['change']> = {
  减少: 'decrease',
  减轻: 'decrease',
  缩减: 'decrease',
  降低: 'decrease',
  缩短: 'decrease',
  提高: 'increase',
  提升: 'increase',
  增加: 'increase',
}

/** increase or decrease where the number is an amount of change, undefined where it is a level. */
export function changeOf(clause: Clause, news: boolean, words: string): Indicator['change'] {
  const { q, tail, head } = clause
  if (OWN_NAME.test(words)) return undefined
  if (tail.change && tail.level !== 'set') return tail.change
  if (news && tail.level !== 'set') return 'increase'
  if (/^(?:减少|精简)/.test(head.verb ?? '') && q.kind === 'count') return 'decrease'
  const bare = tail.level === undefined && tail.comparator !== '<=' && tail.comparator !== '>='
  // 提升服务点300个: the points are made better.
  if (!bare || q.unit === '倍' || tail.of || (q.kind === 'count' && /^提/.test(head.verb ?? ''))) return undefined
  return AMOUNTS[head.verb ?? '']
}

/** An amount below zero turns its change: 增长-3.5% → a decrease of 3.5. */
export const turn = (value: number | undefined, change: Indicator['change']): Pick<Indicator, 'value' | 'change'> =>
  value !== undefined && value < 0 && change
    ? { value: -value, change: 'decrease' }
    : { ...(value !== undefined && { value }), ...(change && { change }) }
