import type { Heading, Match, SectionChange, Side, TaskChange } from '../types.js'
import { type Alignment, reasonOf } from './align.js'
import { outOfOrder } from './assign.js'
import type { Flat } from './flatten.js'
import { groupBy } from './group.js'
import { diffWords } from './words.js'

/** Names what became of the sections. One without a title is only a container: its sentences say what happened. */
export function compareSections(old: Flat, fresh: Flat, alignment: Alignment): SectionChange[] {
  const { sections, splits, merges, reason } = alignment
  const before = (i: number) => headingOf(old, i)
  const after = (j: number) => headingOf(fresh, j)
  const parts = new Set([...splits.values()].flat())
  const sources = new Set([...merges.values()].flat())
  const changes: SectionChange[] = []
  const moved = movedSections(old, fresh, alignment)
  for (const pair of sections.pairs) {
    const [a, b] = [old.sections[pair.i]!, fresh.sections[pair.j]!]
    if (!a.section || !b.section) continue
    const match = { reason: reason(pair), score: pair.score }
    const paired = { item: 'section', old: before(pair.i), new: after(pair.j), match } as const
    if (a.title !== b.title) changes.push({ ...paired, change: 'renamed' })
    if (a.section.marker !== b.section.marker) changes.push({ ...paired, change: 'renumbered' })
    if (moved.has(pair.i)) changes.push({ ...paired, change: 'moved' })
  }
  for (const [i, js] of splits) {
    const all = [sections.ofOld.get(i)!.j, ...js].sort((x, y) => x - y)
    changes.push({ item: 'section', change: 'split', old: before(i), parts: all.map(after) })
  }
  for (const [j, is] of merges) {
    const all = [sections.ofNew.get(j)!.i, ...is].sort((x, y) => x - y)
    changes.push({ item: 'section', change: 'merged', parts: all.map(before), new: after(j) })
  }
  old.sections.forEach(({ title }, i) => {
    if (title && !sections.ofOld.has(i) && !sources.has(i))
      changes.push({ item: 'section', change: 'removed', old: before(i) })
  })
  fresh.sections.forEach(({ title }, j) => {
    if (title && !sections.ofNew.has(j) && !parts.has(j))
      changes.push({ item: 'section', change: 'added', new: after(j) })
  })
  return changes
}

function headingOf(flat: Flat, index: number): Side<Heading> {
  const { id, section } = flat.sections[index]!
  const { marker, title } = section ?? {}
  return { id, value: { ...(marker !== undefined && { marker }), ...(title !== undefined && { title }) } }
}

/** Something that both plans have, with where it stands in each. */
interface Kept {
  readonly old: number
  readonly new: number
  /** The titled sections that hold it, −1 for the top. */
  readonly homes: readonly [old: number, fresh: number]
  readonly weight: number
}

/** Old indexes of what stands in another section, or in another order than before. */
function movedOf(items: readonly Kept[], { related }: Alignment): Set<number> {
  const atHome = ({ homes: [a, b] }: Kept) => (a < 0 || b < 0 ? a === b : related(a, b))
  const families = groupBy(items.filter(atHome), ({ homes }) => homes.join())
  const reordered = [...families.values()].flatMap((family) => [...outOfOrder(family)])
  return new Set([...items.filter((item) => !atHome(item)), ...reordered].map((item) => item.old))
}

function movedSections(old: Flat, fresh: Flat, alignment: Alignment): Set<number> {
  const above = (flat: Flat, index: number) => flat.sections[flat.sections[index]!.parent]?.home ?? -1
  const items = alignment.sections.pairs.flatMap(({ i, j }): Kept[] => {
    const [a, b] = [old.sections[i]!, fresh.sections[j]!]
    if (!a.title || !b.title) return []
    return [{ old: i, new: j, homes: [above(old, i), above(fresh, j)], weight: a.weight + b.weight + 1 }]
  })
  return movedOf(items, alignment)
}

/** Names what became of the sentences; one that only repeats a title is left to the section. */
export function compareTasks(old: Flat, fresh: Flat, alignment: Alignment): TaskChange[] {
  const { tasks } = alignment
  const changes: TaskChange[] = []
  const moved = movedTasks(old, fresh, alignment)
  for (const { i, j, score } of tasks.pairs) {
    const [a, b] = [old.tasks[i]!, fresh.tasks[j]!]
    if (a.isTitle && b.isTitle) continue
    const match: Match = { reason: reasonOf(a.task.text, b.task.text), score }
    const paired = { item: 'task', old: textOf(old, i), new: textOf(fresh, j), match } as const
    if (a.task.text !== b.task.text)
      changes.push({ ...paired, change: 'reworded', words: diffWords(a.task.text, b.task.text) })
    if (moved.has(i)) changes.push({ ...paired, change: 'moved' })
  }
  old.tasks.forEach(({ isTitle }, i) => {
    if (!isTitle && !tasks.ofOld.has(i)) changes.push({ item: 'task', change: 'removed', old: textOf(old, i) })
  })
  fresh.tasks.forEach(({ isTitle }, j) => {
    if (!isTitle && !tasks.ofNew.has(j)) changes.push({ item: 'task', change: 'added', new: textOf(fresh, j) })
  })
  return changes
}

function textOf(flat: Flat, index: number): Side<string> {
  const { id, text } = flat.tasks[index]!.task
  return { id, value: text }
}

function movedTasks(old: Flat, fresh: Flat, alignment: Alignment): Set<number> {
  const items = alignment.tasks.pairs.flatMap(({ i, j }): Kept[] => {
    const [a, b] = [old.tasks[i]!, fresh.tasks[j]!]
    if (a.isTitle) return []
    return [{ old: i, new: j, homes: [a.home, b.home], weight: a.task.text.length + b.task.text.length }]
  })
  return movedOf(items, alignment)
}
