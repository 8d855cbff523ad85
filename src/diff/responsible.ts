import type { Match, Responsible, ResponsibleChange, Task } from '../types.js'

const ROLES = ['lead', 'support', 'supervise', 'party'] as const

/** Names what became of the units that a matched task is assigned to, role by role; their order does not count. */
export function compareResponsible(old: Task, fresh: Task, match: Match): ResponsibleChange[] {
  return ROLES.flatMap((role): ResponsibleChange[] => {
    const [a, b] = [unitsOf(old, role), unitsOf(fresh, role)]
    if ([...a].sort().join() === [...b].sort().join()) return []
    const before = { id: `${old.id}/responsible`, value: a }
    const after = { id: `${fresh.id}/responsible`, value: b }
    if (a.length === 0) return [{ item: 'responsible', change: 'added', role, new: after }]
    if (b.length === 0) return [{ item: 'responsible', change: 'removed', role, old: before }]
    const change = role === 'lead' ? 'leadChanged' : 'unitsChanged'
    return [{ item: 'responsible', change, role, old: before, new: after, match }]
  })
}

function unitsOf(task: Task, role: Responsible['role']): string[] {
  return [...new Set((task.responsible ?? []).filter((fact) => fact.role === role).flatMap(({ units }) => units))]
}
