import type { Breach, Rule } from '../types.js'

/** 责任单位 may be many; of those that 牵头 a list names the leading one first (国务院重点工作分工). */
const LEADS = /牵头/

export const rule: Rule = {
  id: 'two-leads',
  severity: 'warning',
  basis: ['实务：一项任务一个牵头单位，其余为配合单位', 'practice: one task has one leading unit'],
  sentence: ['牵头单位不止一个：{units}。', 'More than one unit leads: {units}.'],
  why: ['两家牵头，出了问题不知道找谁。', 'Where two lead, nobody answers for it.'],
  check({ tasks }) {
    return tasks.flatMap((at): Breach[] => {
      const leads = at.responsible.filter(({ fact: { role, quote } }) => role === 'lead' && LEADS.test(quote))
      const units = [...new Set(leads.map(({ fact }) => fact.units[0]!))]
      return units.length > 1 ? [{ path: [...leads[1]!.path, 'role'], args: { units: units.join('、') } }] : []
    })
  },
}
