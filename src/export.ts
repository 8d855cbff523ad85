import { TABLES } from './export/index.js'
import type { TableOf } from './export/plan/table.js'
import type { Named } from './export/plan/walk.js'
import type { Cell } from './types.js'

/** The tables that plans are laid out in, coarse ones first: documents, sections and tasks, then a table a kind of fact. */
export const EXPORTED: readonly TableOf<unknown>[] = [...TABLES].sort((a, b) => a.key - b.key)

/** The rows that a plan adds to a table: cells in the order of its columns. */
export function rowsOf(table: TableOf<unknown>, named: Named): Cell[][] {
  return Array.from(table.items(named), (item) => table.columns.map((column) => column.of(item) ?? null))
}
