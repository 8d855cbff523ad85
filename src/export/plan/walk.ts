import { topSections } from '../../text/sections.js'
import type { Plan, PlanSection, Task } from '../../types.js'

/** A plan under the name that its rows bear. */
export interface Named {
  readonly document: string
  readonly plan: Plan
}

/** A section with the headings from the top down to it. */
export interface SectionAt extends Named {
  readonly section: PlanSection
  readonly path: string
}

/** A task, in a section or in the preamble. */
export interface TaskAt extends Named {
  readonly task: Task
  readonly section?: PlanSection
  readonly path?: string
}

/** The heading of a section as a path names it: 「二、（一）健全网络」. */
const headingOf = ({ marker = '', title = '' }: PlanSection) => `${marker}${title}`

/** Every section, parents before children. */
export function* sectionsOf(named: Named): Generator<SectionAt> {
  yield* below(named, topSections(named.plan), '')
}

function* below(named: Named, sections: readonly PlanSection[], above: string): Generator<SectionAt> {
  for (const section of sections) {
    const path = above ? `${above} / ${headingOf(section)}` : headingOf(section)
    yield { ...named, section, path }
    yield* below(named, section.sections ?? [], path)
  }
}

/** Every task in reading order, the preamble's first. */
export function* tasksOf(named: Named): Generator<TaskAt> {
  for (const task of named.plan.preamble?.tasks ?? []) yield { ...named, task }
  for (const at of sectionsOf(named)) for (const task of at.section.tasks ?? []) yield { ...at, task }
}
