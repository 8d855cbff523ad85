import type { Cell } from '../page/grid.js'
import { joinLines } from './lines.js'
import type { SheetLine } from './sheet.js'
import type { Table } from './tables.js'

/** What stands on a sheet, or in one of its columns. */
export interface Part {
  readonly waiting: Table[]
  readonly lines: readonly SheetLine[]
}

const filled = (row: readonly Cell[]) => new Set(row.filter(({ text }) => text !== '')).size

/**
 * Puts together the row that the end of a sheet has cut: a table that ends one sheet goes on at the top of the next with
 * a row that has no first cell and little else.
 */
export function joinAcross(before: Part, next: Part): void {
  const above = before.waiting.at(-1)
  const below = next.waiting[0]
  if (!above || !below) return
  if (before.lines.some(({ y }) => y > above.bottom) || next.lines.some(({ y }) => y < below.top)) return
  const cut = above.rows.at(-1)
  const rest = below.rows[0]
  if (!cut || !rest || cut.length !== rest.length || rest[0]!.text !== '' || cut[0]!.text === '') return
  if (filled(rest) > 2 || rest.some(({ text }, i) => text !== '' && cut[i]!.text === '')) return
  above.rows[above.rows.length - 1] = cut.map((cell, i) =>
    rest[i]!.text === '' ? cell : { text: joinLines(cell.text, rest[i]!.text) },
  )
  below.rows.shift()
}
