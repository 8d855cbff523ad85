import { joined, type TableOf } from './plan/table.js'
import { type TaskAt, tasksOf } from './plan/walk.js'

/** One row a task: a sentence of a section or of the preamble. */
export const table: TableOf<TaskAt> = {
  name: 'tasks',
  key: 2,
  columns: [
    { name: 'document', type: 'text', of: ({ document }) => document },
    { name: 'task', type: 'text', of: ({ task }) => task.id },
    { name: 'document_title', type: 'text', of: ({ plan }) => plan.document.title },
    { name: 'document_year', type: 'integer', of: ({ plan }) => plan.document.year },
    { name: 'section', type: 'text', of: ({ section }) => section?.id },
    { name: 'section_path', type: 'text', of: ({ path }) => path },
    { name: 'modality', type: 'code', of: ({ task }) => task.modality },
    { name: 'text', type: 'text', of: ({ task }) => task.text },
    { name: 'units', type: 'text', of: ({ task }) => joined(task.responsible?.flatMap(({ units }) => units)) },
    { name: 'span_start', type: 'integer', of: ({ task }) => task.span[0] },
    { name: 'span_end', type: 'integer', of: ({ task }) => task.span[1] },
  ],
  items: tasksOf,
}
