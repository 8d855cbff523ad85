import { boundsOf } from '../text/edtf.js'
import type { Deadline } from '../types.js'
import { FACT_EVIDENCE, FACT_KEY, type FactAt, factsOf } from './plan/fact.js'
import { joined, type TableOf } from './plan/table.js'

/** One row a deadline, with the first and last day of its date and the units of its task. */
export const table: TableOf<FactAt<Deadline>> = {
  name: 'deadlines',
  key: 3,
  columns: [
    ...FACT_KEY,
    { name: 'kind', type: 'code', of: ({ fact }) => fact.kind },
    { name: 'date', type: 'text', of: ({ fact }) => fact.date },
    { name: 'start', type: 'date', of: ({ fact }) => boundsOf(fact.date ?? '').start },
    { name: 'end', type: 'date', of: ({ fact }) => boundsOf(fact.date ?? '').end },
    { name: 'duration', type: 'text', of: ({ fact }) => fact.duration },
    { name: 'anchor', type: 'text', of: ({ fact }) => fact.anchor },
    { name: 'relative', type: 'boolean', of: ({ fact }) => fact.relative },
    { name: 'units', type: 'text', of: ({ task }) => joined(task.responsible?.flatMap(({ units }) => units)) },
    ...FACT_EVIDENCE,
  ],
  items: (named) => factsOf(named, 'deadlines'),
}
