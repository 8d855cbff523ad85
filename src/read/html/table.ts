import { type Cell, Grid } from '../page/grid.js'
import { textOf } from './shown.js'
import { CELL } from './tags.js'
import { attributeOf, type Node } from './tree.js'

/** A row of a table with its cells. */
export interface TableRow {
  readonly hidden: boolean
  readonly cells: readonly Node[]
}

/** The rows of a table itself, not of tables in its cells. */
export function rowsOf(table: Node): TableRow[] {
  const rows: TableRow[] = []
  const add = (row: Node) => {
    if (row.tag === 'tr') rows.push({ hidden: row.hidden, cells: row.children.filter(({ kind }) => kind & CELL) })
  }
  for (const child of table.children)
    if (child.tag === 'tbody' || child.tag === 'thead' || child.tag === 'tfoot') child.children.forEach(add)
    else add(child)
  return rows
}

/** A cell that holds an article rather than a value. */
function isArticle(cell: Node): boolean {
  return cell.weight > 400 && cell.children.filter((child) => child.weight > 0 || child.tag === 'br').length >= 3
}

/** Whether a table only puts things in place: nested tables, one column, or an article in a cell. */
export function isLayout(table: Node, rows: readonly TableRow[]): boolean {
  if (table.holdsTable || rows.every(({ cells }) => cells.length < 2)) return true
  return (
    table.weight > 400 &&
    rows.some(({ cells }) => cells.some((cell) => cell.weight * 2 > table.weight && isArticle(cell)))
  )
}

const spanOf = (cell: Node, name: string) =>
  cell.attributes.length === 0 ? 1 : Number.parseInt(attributeOf(cell, name), 10) || 1

function cellText({ children }: Node): string {
  const only = children.length === 1 ? children[0]! : undefined
  return only?.tag === '' ? only.text.trim() : children.map(textOf).join('')
}

/** The rows of a data table; a cell that spans rows or columns stands in each of them, as the same object. */
export function gridOf(rows: readonly TableRow[]): Cell[][] {
  const grid = new Grid()
  for (const { hidden, cells } of rows) {
    if (hidden) continue
    grid.startRow()
    for (const cell of cells)
      if (!cell.hidden) grid.add({ text: cellText(cell) }, spanOf(cell, 'colspan'), spanOf(cell, 'rowspan'))
    grid.endRow()
  }
  return grid.rows()
}
