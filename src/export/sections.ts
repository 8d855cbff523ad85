import type { TableOf } from './plan/table.js'
import { type SectionAt, sectionsOf } from './plan/walk.js'

/** One row a section, parents before children. */
export const table: TableOf<SectionAt> = {
  name: 'sections',
  key: 2,
  columns: [
    { name: 'document', type: 'text', of: ({ document }) => document },
    { name: 'section', type: 'text', of: ({ section }) => section.id },
    { name: 'document_title', type: 'text', of: ({ plan }) => plan.document.title },
    { name: 'document_year', type: 'integer', of: ({ plan }) => plan.document.year },
    { name: 'parent', type: 'text', of: ({ section }) => /^(.+)\.\d+$/.exec(section.id)?.[1] },
    { name: 'depth', type: 'integer', of: ({ section }) => section.id.split('.').length },
    { name: 'style', type: 'text', of: ({ section }) => section.style },
    { name: 'marker', type: 'text', of: ({ section }) => section.marker },
    { name: 'ordinal', type: 'integer', of: ({ section }) => section.ordinal },
    { name: 'title', type: 'text', of: ({ section }) => section.title },
    { name: 'section_path', type: 'text', of: ({ path }) => path },
    { name: 'span_start', type: 'integer', of: ({ section }) => section.span[0] },
    { name: 'span_end', type: 'integer', of: ({ section }) => section.span[1] },
  ],
  items: sectionsOf,
}
