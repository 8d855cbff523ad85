import type { Evidence, Task } from '../../types.js'
import type { ColumnOf } from './table.js'
import { type Named, type TaskAt, tasksOf } from './walk.js'

type Kind = 'indicators' | 'references' | 'deadlines' | 'responsible'

/** A fact in its task; `n` counts the facts of a kind in a task from 1. */
export interface FactAt<Value> extends TaskAt {
  readonly fact: Value & Evidence
  readonly n: number
}

/** Every fact of a kind in reading order. */
export function* factsOf<K extends Kind>(named: Named, kind: K): Generator<FactAt<NonNullable<Task[K]>[number]>> {
  for (const at of tasksOf(named))
    for (const [i, fact] of (at.task[kind] ?? []).entries()) yield { ...at, fact, n: i + 1 }
}

/** What stands before the columns of a fact's own: where it is stated. */
export const FACT_KEY: readonly ColumnOf<FactAt<unknown>>[] = [
  { name: 'document', type: 'text', of: ({ document }) => document },
  { name: 'task', type: 'text', of: ({ task }) => task.id },
  { name: 'n', type: 'integer', of: ({ n }) => n },
  { name: 'document_title', type: 'text', of: ({ plan }) => plan.document.title },
  { name: 'document_year', type: 'integer', of: ({ plan }) => plan.document.year },
  { name: 'section', type: 'text', of: ({ section }) => section?.id },
  { name: 'section_path', type: 'text', of: ({ path }) => path },
]

/** What stands behind them: the words the fact was read from. */
export const FACT_EVIDENCE: readonly ColumnOf<FactAt<unknown>>[] = [
  { name: 'quote', type: 'text', of: ({ fact }) => fact.quote },
  { name: 'task_text', type: 'text', of: ({ task }) => task.text },
  { name: 'span_start', type: 'integer', of: ({ fact }) => fact.span[0] },
  { name: 'span_end', type: 'integer', of: ({ fact }) => fact.span[1] },
]
