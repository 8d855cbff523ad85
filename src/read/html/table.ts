import { type Cell, Grid } from '../page/grid.js'
import { textOf } from './shown.js'
import { attributeOf, type Node } from './tree.js'

/** The rows of a table itself, not of tables in its cells. */
function rowsOf(table: Node): Node[] {
  return table.children.flatMap((child) => {
    if (child.tag === 'tr') return [child]
    return /^t(?:head|body|foot)$/.test(child.tag) ? child.children.filter(({ tag }) => tag === 'tr') : []
  })
}

const cellNodes = (row: Node) => row.children.filter(({ tag }) => tag === 'td' || tag === 'th')

function holdsTable(node: Node): boolean {
  return node.children.some((child) => child.tag === 'table' || holdsTable(child))
}

/** A cell that holds an article rather than a value. */
function isArticle(cell: Node): boolean {
  return cell.weight > 400 && cell.children.filter((child) => child.weight > 0 || child.tag === 'br').length >= 3
}

/** Whether a table only puts things in place: nested tables, one column, or an article in a cell. */
export function isLayout(table: Node): boolean {
  const rows = rowsOf(table)
  if (rows.every((row) => cellNodes(row).length < 2)) return true
  if (table.children.some(holdsTable)) return true
  return rows.some((row) => cellNodes(row).some((cell) => cell.weight * 2 > table.weight && isArticle(cell)))
}

const spanOf = (cell: Node, name: string) => Number.parseInt(attributeOf(cell, name), 10) || 1

/** The rows of a data table; a cell that spans rows or columns stands in each of them, as the same object. */
export function gridOf(table: Node): Cell[][] {
  const grid = new Grid()
  for (const row of rowsOf(table)) {
    if (row.hidden) continue
    grid.startRow()
    for (const cell of cellNodes(row))
      if (!cell.hidden) grid.add({ text: textOf(cell) }, spanOf(cell, 'colspan'), spanOf(cell, 'rowspan'))
    grid.endRow()
  }
  return grid.rows()
}
