import type { Breach, Rule } from '../types.js'
import { boundsOf } from './plan/dates.js'
import { measureOf } from './plan/quantity.js'

/** What a place keeps once it has it; a flow such as 城镇新增就业 begins anew every year. */
const STOCK =
  /(?:覆盖|普及|合格|达标|满意|知晓|签约|建档|健康管理|规范管理|城镇化|处理|利用|接种|巩固|入学|公开|配备|安装)率$|占比$|比重$|总[数量]$|床位数?$|里程$|面积$/

export const rule: Rule = {
  id: 'target-below-actual',
  severity: 'warning',
  basis: ['实务', 'practice'],
  sentence: [
    '“{name}”已达到 {actual}，目标却是 {target}。',
    '“{name}” has reached {actual}, yet the target is {target}.',
  ],
  why: [
    '目标低于现状，多半是年份或对象读错，否则等于没有目标。',
    'A target below what is reached mostly has a wrong year or scope; else it asks for nothing.',
  ],
  check({ indicators }) {
    const actual = new Map<string, { value: number; first?: string | undefined }>()
    return indicators.flatMap(({ fact, path }): Breach[] => {
      const { name, value, comparator, status, change, time } = fact
      if (change !== undefined || value === undefined || !STOCK.test(name)) return []
      const bounds = time === undefined ? {} : boundsOf(time)
      if (status === 'actual') {
        actual.set(measureOf(fact), { value, first: bounds.first })
        return []
      }
      const reached = actual.get(measureOf(fact))
      if (!reached || !/^[<>]/.test(comparator)) return []
      const earlier = bounds.last !== undefined && reached.first !== undefined && bounds.last <= reached.first
      const lower = comparator.startsWith('>') ? value < reached.value : value > reached.value
      return lower && !earlier
        ? [{ path: [...path, 'value'], args: { name, actual: reached.value, target: value } }]
        : []
    })
  },
}
