import { joined, type TableOf } from './plan/table.js'
import type { Named } from './plan/walk.js'

/** One row a document, with its metadata. */
export const table: TableOf<Named> = {
  name: 'documents',
  key: 1,
  columns: [
    { name: 'document', type: 'text', of: ({ document }) => document },
    { name: 'title', type: 'text', of: ({ plan }) => plan.document.title },
    { name: 'kind', type: 'text', of: ({ plan }) => plan.document.kind },
    { name: 'number', type: 'text', of: ({ plan }) => plan.document.number?.text },
    { name: 'agency', type: 'text', of: ({ plan }) => plan.document.number?.agency },
    { name: 'issuers', type: 'text', of: ({ plan }) => joined(plan.document.issuers) },
    { name: 'addressees', type: 'text', of: ({ plan }) => joined(plan.document.addressees) },
    { name: 'issued_on', type: 'date', of: ({ plan }) => plan.document.issuedOn },
    { name: 'published_on', type: 'date', of: ({ plan }) => plan.document.publishedOn },
    { name: 'effective_from', type: 'date', of: ({ plan }) => plan.document.effectiveFrom },
    { name: 'year', type: 'integer', of: ({ plan }) => plan.document.year },
    { name: 'period', type: 'text', of: ({ plan }) => plan.document.period },
    { name: 'cover_title', type: 'text', of: ({ plan }) => plan.document.cover?.title },
    { name: 'copied_to', type: 'text', of: ({ plan }) => joined(plan.document.copiedTo) },
    { name: 'note', type: 'text', of: ({ plan }) => plan.document.note },
    { name: 'index_number', type: 'text', of: ({ plan }) => plan.document.indexNumber },
    { name: 'file', type: 'text', of: ({ plan }) => plan.document.source.file },
    { name: 'url', type: 'text', of: ({ plan }) => plan.document.source.url },
    { name: 'media_type', type: 'text', of: ({ plan }) => plan.document.source.mediaType },
    { name: 'encoding', type: 'text', of: ({ plan }) => plan.document.source.encoding },
    { name: 'script', type: 'code', of: ({ plan }) => plan.document.source.script },
    { name: 'repairs', type: 'integer', of: ({ plan }) => sum(plan.document.source.repairs) },
    { name: 'sha256', type: 'text', of: ({ plan }) => plan.document.source.sha256 },
  ],
  items: (named) => [named],
}

const sum = (counts: Readonly<Record<string, number>> = {}) => Object.values(counts).reduce((all, n) => all + n, 0)
