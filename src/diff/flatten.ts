import { topSections } from '../text/sections.js'
import type { Evidence, Indicator, Plan, PlanSection, Reference, Task } from '../types.js'

/** A section in reading order. The preamble is section 0, with id `0` and without a heading. */
export interface FlatSection {
  readonly section: PlanSection | undefined
  readonly id: string
  readonly title: string
  /** Index of the section above, −1 for the top. */
  readonly parent: number
  /** Index of the nearest section with a title, itself included; −1 for the top. */
  readonly home: number
  /** Characters of the tasks of the section and all below. */
  weight: number
}

export interface FlatTask {
  readonly task: Task
  readonly section: number
  /** Index of the nearest section with a title; −1 for the top. */
  readonly home: number
  /** True where the task only repeats the title of its section, to carry the facts in it. */
  readonly isTitle: boolean
}

/** A fact with its id and the task that it hangs on. */
export interface FlatFact<Value> {
  readonly id: string
  readonly task: number
  readonly value: Value & Evidence
}

/** The years that two plans are for, where they say so. */
export type Years = readonly [old: number | undefined, fresh: number | undefined]

/** A plan as lists in reading order. */
export interface Flat {
  readonly plan: Plan
  readonly sections: readonly FlatSection[]
  readonly tasks: readonly FlatTask[]
  readonly indicators: readonly FlatFact<Indicator>[]
  readonly references: readonly FlatFact<Reference>[]
}

/** Lays the tree of a plan out as lists, deep trees included. */
export function flatten(plan: Plan): Flat {
  const sections: FlatSection[] = []
  const tasks: FlatTask[] = []
  const indicators: FlatFact<Indicator>[] = []
  const references: FlatFact<Reference>[] = []

  const add = (id: string, section: PlanSection | undefined, own: readonly Task[], parent: number): number => {
    const index = sections.length
    const title = section?.title ?? ''
    const home = title === '' ? (sections[parent]?.home ?? -1) : index
    sections.push({ section, id, title, parent, home, weight: 0 })
    for (const task of own) {
      const at = tasks.length
      tasks.push({ task, section: index, home, isTitle: title !== '' && task.text === title })
      for (let up = index; up >= 0; up = sections[up]!.parent) sections[up]!.weight += task.text.length
      for (const [i, value] of (task.indicators ?? []).entries())
        indicators.push({ id: `${task.id}/indicators/${i}`, task: at, value })
      for (const [i, value] of (task.references ?? []).entries())
        references.push({ id: `${task.id}/references/${i}`, task: at, value })
    }
    return index
  }

  add('0', undefined, plan.preamble?.tasks ?? [], -1)
  const waiting = topSections(plan)
    .reverse()
    .map((section) => ({ section, parent: -1 }))
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const parent = add(next.section.id, next.section, next.section.tasks ?? [], next.parent)
    for (const section of [...(next.section.sections ?? [])].reverse()) waiting.push({ section, parent })
  }
  return { plan, sections, tasks, indicators, references }
}

/** The years of two plans. */
export function yearsOf(old: Flat, fresh: Flat): Years {
  return [old.plan.document.year, fresh.plan.document.year]
}
