import type { Evidence, PlanView, Task } from '../../types.js'

/** A text without white space and punctuation, whose width depends on what stands beside it. */
export const bare = (text: string): string => text.replace(/[\s,，;；:：?？!！()（）]/g, '')

/**
 * Tells whether a task holds a quote. What was stated once for many tasks (以下均由…负责) stands in another sentence, what
 * a table states in another cell of the row, which no task holds.
 */
export function createHolder({ tasks }: PlanView): (task: Task, fact: Evidence) => boolean {
  const says = (task: Task, fact: Evidence) => bare(task.text).includes(bare(fact.quote))
  const within = (task: Task, { span: [from, to] }: Evidence) => from >= task.span[0] && to <= task.span[1]
  return (task, fact) => {
    if (says(task, fact)) return true
    if (within(task, fact)) return false
    const holders = tasks.filter((at) => within(at.task, fact))
    return holders.length === 0 || holders.some((at) => says(at.task, fact))
  }
}
