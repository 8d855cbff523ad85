import type { Evidence, Path, Plan, PlanSection, PlanView, SectionAt, Task, TaskAt } from '../../types.js'

/** Every section and task of a plan in reading order, its attachments last, each with its path. */
export function viewOf(plan: Plan): PlanView {
  const sections: SectionAt[] = []
  const tasks: TaskAt[] = []
  const seeTasks = (list: readonly Task[] = [], path: Path) => {
    for (const [i, task] of list.entries()) tasks.push({ task, path: [...path, 'tasks', i] })
  }
  const walk = (list: readonly (PlanSection | string)[] = [], path: Path, parent?: SectionAt) => {
    for (const [i, section] of list.entries()) {
      if (typeof section === 'string') continue
      const at = { section, path: [...path, i], ...(parent && { parent }) }
      sections.push(at)
      seeTasks(section.tasks, at.path)
      walk(section.sections, [...at.path, 'sections'], at)
    }
  }
  seeTasks(plan.preamble?.tasks, ['preamble'])
  walk(plan.sections, ['sections'])
  walk(plan.document.attachments, ['document', 'attachments'])
  return { plan, sections, tasks }
}

export const FACTS = ['indicators', 'references', 'deadlines', 'responsible'] as const

type Of<Key extends (typeof FACTS)[number]> = NonNullable<Task[Key]>[number]

/** The facts of one kind of a task, with their paths. */
export function factsOf<Key extends (typeof FACTS)[number]>(
  { task, path }: TaskAt,
  key: Key,
): { fact: Of<Key>; path: Path }[] {
  const facts = (task[key] ?? []) as Of<Key>[]
  return facts.map((fact, i) => ({ fact, path: [...path, key, i] }))
}

/** The facts of one kind of a whole plan. */
export const allFacts = <Key extends (typeof FACTS)[number]>({ tasks }: PlanView, key: Key) =>
  tasks.flatMap((at) => factsOf(at, key).map((found) => ({ ...found, task: at.task })))

/** The facts of every kind of a task. */
export const everyFact = (at: TaskAt): { fact: Evidence; path: Path }[] => FACTS.flatMap((key) => factsOf(at, key))

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => unknown): Item[][] {
  const groups = new Map<unknown, Item[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return [...groups.values()]
}

/** Sections side by side below one parent, in order. */
export const siblings = ({ sections }: PlanView): SectionAt[][] =>
  groupBy(sections, ({ parent, path }) => parent ?? path[0])

/** The tasks of each section and of the preamble, in order. */
export const taskLists = ({ tasks }: PlanView): TaskAt[][] => groupBy(tasks, ({ path }) => path.slice(0, -1).join('/'))

/** Sees every text value of a plan that was read from the notice, but not what is said of the file itself. */
export function eachText(plan: Plan, see: (text: string, path: Path) => void): void {
  const walk = (value: unknown, path: Path) => {
    if (typeof value === 'string') see(value, path)
    else if (typeof value === 'object' && value !== null)
      for (const [key, part] of Object.entries(value))
        if (path.length !== 1 || key !== 'source') walk(part, [...path, Array.isArray(value) ? Number(key) : key])
  }
  walk(plan, [])
}
