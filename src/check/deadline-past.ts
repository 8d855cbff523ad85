import type { Breach, Rule } from '../types.js'
import { boundsOf } from './plan/dates.js'
import { duties } from './plan/duties.js'

export const rule: Rule = {
  id: 'deadline-past',
  severity: 'warning',
  basis: ['实务', 'practice'],
  sentence: ['期限 {last} 早于文件日期 {day}。', 'The deadline {last} lies before the document of {day}.'],
  why: [
    '发文时已经过去的期限，多半是年份读错，或者说的是已完成的事。',
    'A deadline that had passed when the document was issued mostly has a wrong year, or tells of work already done.',
  ],
  check(view) {
    const { issuedOn } = view.plan.document
    if (issuedOn === undefined) return []
    return duties(view).flatMap(({ date, path }): Breach[] => {
      const { last } = boundsOf(date)
      return last !== undefined && last < issuedOn ? [{ path, args: { last, day: issuedOn } }] : []
    })
  },
}
