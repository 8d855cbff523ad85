import type { Reference } from '../types.js'
import { FACT_EVIDENCE, FACT_KEY, type FactAt, factsOf } from './plan/fact.js'
import { joined, type TableOf } from './plan/table.js'

/** One row a document cited. */
export const table: TableOf<FactAt<Reference>> = {
  name: 'references',
  key: 3,
  columns: [
    ...FACT_KEY,
    { name: 'title', type: 'text', of: ({ fact }) => fact.title },
    { name: 'number', type: 'text', of: ({ fact }) => fact.number?.text },
    { name: 'agency', type: 'text', of: ({ fact }) => fact.number?.agency },
    { name: 'number_year', type: 'integer', of: ({ fact }) => fact.number?.year },
    { name: 'issuers', type: 'text', of: ({ fact }) => joined(fact.issuers) },
    { name: 'type', type: 'code', of: ({ fact }) => fact.type },
    { name: 'relation', type: 'code', of: ({ fact }) => fact.relation },
    { name: 'article', type: 'text', of: ({ fact }) => fact.article },
    { name: 'inner', type: 'text', of: ({ fact }) => joined(fact.inner) },
    { name: 'resolves', type: 'text', of: ({ fact }) => fact.resolves },
    ...FACT_EVIDENCE,
  ],
  items: (named) => factsOf(named, 'references'),
}
