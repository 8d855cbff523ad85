import type { Breach, Rule } from '../types.js'
import { boundsOf, datesOf } from './plan/dates.js'

export const rule: Rule = {
  id: 'interval-order',
  severity: 'error',
  basis: ['GB/T 7408.1（ISO 8601-1）：时间间隔先起后止', 'GB/T 7408.1 (ISO 8601-1): an interval names its start first'],
  sentence: ['{date} 的结束早于开始。', '{date} ends before it begins.'],
  why: [
    '起止颠倒的时段不含任何一天，筛选时会消失。',
    'An interval turned round holds no day at all and vanishes from every filter.',
  ],
  check(view) {
    return datesOf(view)
      .filter(({ date }) => {
        if (!date.includes('/')) return false
        const { first, last } = boundsOf(date)
        return first !== undefined && last !== undefined && first > last
      })
      .map(({ date, path }): Breach => ({ path, args: { date } }))
  },
}
