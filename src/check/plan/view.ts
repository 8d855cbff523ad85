import type {
  Evidence,
  FactAt,
  Facts,
  Path,
  Plan,
  PlanSection,
  PlanView,
  SectionAt,
  Task,
  TaskAt,
} from '../../types.js'

export const FACTS = ['indicators', 'references', 'deadlines', 'responsible'] as const

type Lists = { -readonly [Kind in keyof Facts]: Facts[Kind][number][] }

const NONE: readonly never[] = []
const noFacts = (): Lists => ({ indicators: [], references: [], deadlines: [], responsible: [] })

/** The facts of a task with their paths, which are put behind those of the plan as well. */
function taskAt(task: Task, path: Path, plan: Lists): TaskAt {
  const see = <Fact>(kind: keyof Facts, facts: readonly Fact[] | undefined): readonly FactAt<Fact>[] => {
    if (!facts) return NONE
    const found = facts.map((fact, i) => ({ fact, path: [...path, kind, i], task }))
    for (const one of found) (plan[kind] as FactAt<unknown>[]).push(one)
    return found
  }
  return {
    task,
    path,
    indicators: see('indicators', task.indicators),
    references: see('references', task.references),
    deadlines: see('deadlines', task.deadlines),
    responsible: see('responsible', task.responsible),
  }
}

/** Every section, task and fact of a plan in reading order, its attachments last, each with its path. */
export function viewOf(plan: Plan): PlanView {
  const facts = noFacts()
  const sections: SectionAt[] = []
  const tasks: TaskAt[] = []
  const seeTasks = (list: readonly Task[] = [], path: Path) => {
    for (const [i, task] of list.entries()) tasks.push(taskAt(task, [...path, 'tasks', i], facts))
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
  return { plan, sections, tasks, ...facts }
}

/** The facts of every kind of a task. */
export const everyFact = (at: TaskAt): FactAt<Evidence>[] => FACTS.flatMap<FactAt<Evidence>>((kind) => at[kind])

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
export function eachText(plan: Plan, see: (text: string, pathOf: () => Path) => void): void {
  // One path for all: most texts have nothing to be said of, and their paths are never asked for.
  const path: (string | number)[] = []
  const walk = (value: unknown) => {
    if (typeof value === 'string') see(value, () => [...path])
    else if (Array.isArray(value))
      for (let i = 0; i < value.length; i++) {
        path.push(i)
        walk(value[i])
        path.pop()
      }
    else if (typeof value === 'object' && value !== null)
      for (const key of Object.keys(value)) {
        if (key === 'source' && path.length === 1) continue
        path.push(key)
        walk((value as Record<string, unknown>)[key])
        path.pop()
      }
  }
  walk(plan)
}
