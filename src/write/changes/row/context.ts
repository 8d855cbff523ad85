import type { Comparison, Plan, PlanSection, Task } from '../../../types.js'
import { type Row, sectionOf } from './row.js'

/** Rows with up to `count` unchanged sentences of the newer plan before and behind each that changed, in its section. */
export function withContext(rows: readonly Row[], comparison: Comparison, count: number): Row[] {
  if (count === 0) return [...rows]
  const tasks = tasksOf(comparison.new)
  const anchors = anchorsOf(rows, comparison, tasks)
  const taken = new Set(anchors)
  const out: Row[] = []
  const show = (from: number, to: number, row: Row, near: number) => {
    for (let k = Math.max(0, from); k <= Math.min(to, tasks.length - 1); k++) {
      const { id, text } = tasks[k]!
      if (taken.has(k) || sectionOf(id) !== sectionOf(tasks[near]!.id)) continue
      taken.add(k)
      out.push({ ...UNCHANGED, section: row.section, old: text, new: text })
    }
  }
  rows.forEach((row, i) => {
    const at = anchors[i]
    const near = at === undefined ? undefined : Math.floor(at)
    if (near !== undefined && at !== anchors[i - 1]) show(Math.ceil(at!) - count, Math.ceil(at!) - 1, row, near)
    out.push(row)
    if (near !== undefined && at !== anchors[i + 1]) show(near + 1, near + count, row, near)
  })
  return out
}

const UNCHANGED = {
  item: 'task',
  kind: 'task.same',
  symbol: ' ',
  label: '',
  oldId: '',
  newId: '',
  name: '',
  remark: '',
} as const

/** Where each row stands among the sentences of the newer plan: what is gone half a step behind what it followed. */
function anchorsOf(rows: readonly Row[], { old, matches }: Comparison, tasks: readonly Task[]): (number | undefined)[] {
  const places = new Map(tasks.map(({ id }, i) => [id, i]))
  const olds = tasksOf(old)
  const oldPlaces = new Map(olds.map(({ id }, i) => [id, i]))
  const counterparts = new Map(matches.flatMap((match) => (match.item === 'task' ? [[match.old, match.new]] : [])))
  const behind: (number | undefined)[] = []
  olds.forEach(({ id }, i) => {
    const counterpart = places.get(counterparts.get(id) ?? '')
    behind.push(counterpart === undefined ? behind[i - 1] : counterpart + 0.5)
  })
  return rows.map(({ item, oldId, newId }) => {
    if (item === 'section') return undefined
    const fresh = places.get(newId.replace(/\/.*/, ''))
    return fresh ?? (newId === '' ? behind[oldPlaces.get(oldId.replace(/\/.*/, '')) ?? -1] : undefined)
  })
}

function tasksOf(plan: Plan): Task[] {
  const below = (sections: readonly PlanSection[]): Task[] =>
    sections.flatMap((section) => [...(section.tasks ?? []), ...below(section.sections ?? [])])
  return [...(plan.preamble?.tasks ?? []), ...below(plan.sections ?? [])]
}
