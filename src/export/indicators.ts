import type { Indicator } from '../types.js'
import { FACT_EVIDENCE, FACT_KEY, type FactAt, factsOf } from './plan/fact.js'
import type { TableOf } from './plan/table.js'

/** One row an indicator, with its values as numbers. */
export const table: TableOf<FactAt<Indicator>> = {
  name: 'indicators',
  key: 3,
  columns: [
    ...FACT_KEY,
    { name: 'scope', type: 'text', of: ({ fact }) => fact.scope },
    { name: 'name', type: 'text', of: ({ fact }) => fact.name },
    { name: 'comparator', type: 'code', of: ({ fact }) => fact.comparator },
    { name: 'value', type: 'number', of: ({ fact }) => fact.value },
    { name: 'min', type: 'number', of: ({ fact }) => fact.min },
    { name: 'max', type: 'number', of: ({ fact }) => fact.max },
    { name: 'unit', type: 'text', of: ({ fact }) => fact.unit },
    { name: 'change', type: 'code', of: ({ fact }) => fact.change },
    { name: 'status', type: 'code', of: ({ fact }) => fact.status },
    { name: 'time', type: 'text', of: ({ fact }) => fact.time },
    { name: 'baseline', type: 'text', of: ({ fact }) => fact.baseline },
    { name: 'of', type: 'text', of: ({ fact }) => fact.of },
    { name: 'attribute', type: 'text', of: ({ fact }) => fact.attribute },
    { name: 'implied', type: 'boolean', of: ({ fact }) => fact.implied },
    ...FACT_EVIDENCE,
  ],
  items: (named) => factsOf(named, 'indicators'),
}
