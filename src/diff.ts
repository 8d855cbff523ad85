import { type Alignment, align, listMatches } from './diff/align.js'
import { compareDeadlines } from './diff/deadlines.js'
import { type Flat, flatten, yearsOf } from './diff/flatten.js'
import { compareIndicators } from './diff/indicators.js'
import { round } from './diff/likeness.js'
import { inReadingOrder } from './diff/order.js'
import { compareReferences } from './diff/references.js'
import { compareResponsible } from './diff/responsible.js'
import { compareSections, compareTasks } from './diff/structure.js'

export { trend } from './diff/trend.js'

import type { Change, Comparison, DiffOptions, Plan } from './types.js'

/** What changed from one plan to another: `diff(plan2019, plan2020)` → 「重点人群签约覆盖率」 raised by 5 … */
export function diff(oldPlan: Plan, newPlan: Plan, options: DiffOptions = {}): readonly Change[] {
  return compare(oldPlan, newPlan, options).changes
}

/** The same with all that was matched, changed or not, and how much of the two texts was. */
export function compare(oldPlan: Plan, newPlan: Plan, { minSimilarity = 0.5 }: DiffOptions = {}): Comparison {
  const [old, fresh] = [flatten(oldPlan), flatten(newPlan)]
  const alignment = align(old, fresh, minSimilarity)
  const indicators = compareIndicators(old, fresh, alignment)
  const references = compareReferences(old, fresh)
  const years = yearsOf(old, fresh)
  const ofTasks = alignment.tasks.pairs.flatMap(({ i, j, score }) => {
    const [a, b] = [old.tasks[i]!.task, fresh.tasks[j]!.task]
    const match = { reason: 'task', score } as const
    return [...compareDeadlines(a, b, match, years), ...compareResponsible(a, b, match)]
  })
  const changes = [
    ...compareSections(old, fresh, alignment),
    ...compareTasks(old, fresh, alignment),
    ...indicators.changes,
    ...ofTasks,
    ...references.changes,
  ]
  return {
    old: oldPlan,
    new: newPlan,
    similarity: similarityOf(old, fresh, alignment),
    matches: [...listMatches(old, fresh, alignment), ...indicators.matches, ...references.matches],
    changes: inReadingOrder(changes, old, fresh, alignment),
  }
}

/** The share of the characters of both plans that stand in matched sentences, as far as those are alike. */
function similarityOf(old: Flat, fresh: Flat, { tasks }: Alignment): number {
  const length = (flat: Flat) => flat.tasks.reduce((sum, { task }) => sum + task.text.length, 0)
  const both = length(old) + length(fresh)
  if (both === 0) return 0
  const alike = tasks.pairs.reduce(
    (sum, { i, j, score }) => sum + score * (old.tasks[i]!.task.text.length + fresh.tasks[j]!.task.text.length),
    0,
  )
  return round(alike / both)
}
