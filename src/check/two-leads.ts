import type { Breach, Evidence, FactAt, Responsible, Rule, TaskAt } from '../types.js'

/** 责任单位 may be many; of those that 牵头 a list names the leading one first (国务院重点工作分工). */
const LEADS = /牵头/

/** The leads of each part of a task: 甲局牵头建设一期；乙局牵头建设二期 */
function leadsByPart({ task, responsible }: TaskAt): FactAt<Responsible & Evidence>[][] {
  const parts = task.text.split(/(?<=[;；])/)
  const leads = responsible.filter(({ fact: { role, quote } }) => role === 'lead' && LEADS.test(quote))
  const held = parts.map((part) => leads.filter(({ fact }) => part.includes(fact.quote)))
  return [...held, leads.filter((lead) => !held.flat().includes(lead))]
}

export const rule: Rule = {
  id: 'two-leads',
  severity: 'warning',
  basis: ['实务：一项任务一个牵头单位，其余为配合单位', 'practice: one task has one leading unit'],
  sentence: ['牵头单位不止一个：{units}。', 'More than one unit leads: {units}.'],
  why: ['两家牵头，出了问题不知道找谁。', 'Where two lead, nobody answers for it.'],
  check({ tasks }) {
    return tasks.flatMap(leadsByPart).flatMap((leads): Breach[] => {
      const units = [...new Set(leads.map(({ fact }) => fact.units[0]!))]
      return units.length > 1 ? [{ path: [...leads[1]!.path, 'role'], args: { units: units.join('、') } }] : []
    })
  },
}
