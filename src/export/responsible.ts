import type { Responsible } from '../types.js'
import { FACT_EVIDENCE, FACT_KEY, type FactAt, factsOf } from './plan/fact.js'
import type { TableOf } from './plan/table.js'

/** One unit of a responsible fact. */
export interface UnitAt extends FactAt<Responsible> {
  readonly unit: string
}

/** One row a unit, so that a unit's work is found by a filter; `n` counts the units of a task. */
export const table: TableOf<UnitAt> = {
  name: 'responsible',
  key: 3,
  columns: [
    ...FACT_KEY,
    { name: 'role', type: 'code', of: ({ fact }) => fact.role },
    { name: 'unit', type: 'text', of: ({ unit }) => unit },
    ...FACT_EVIDENCE,
  ],
  *items(named) {
    let [task, n] = ['', 0]
    for (const at of factsOf(named, 'responsible'))
      for (const unit of at.fact.units) {
        n = at.task.id === task ? n + 1 : 1
        task = at.task.id
        yield { ...at, unit, n }
      }
  },
}
