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

/** A cell that holds an article rather than a value. */
function isArticle(cell: Node): boolean {
  return cell.weight > 400 && cell.children.filter((child) => child.weight > 0 || child.tag === 'br').length >= 3
}

/** Whether a table only puts things in place: nested tables, one column, or an article in a cell. */
export function isLayout(table: Node): boolean {
  if (table.holdsTable) return true
  const rows = rowsOf(table).map(cellNodes)
  if (rows.every((cells) => cells.length < 2)) return true
  return (
    table.weight > 400 && rows.some((cells) => cells.some((cell) => cell.weight * 2 > table.weight && isArticle(cell)))
  )
}

const spanOf = (cell: Node, name: string) =>
  cell.attributes.length === 0 ? 1 : Number.parseInt(attributeOf(cell, name), 10) || 1

function cellText({ children }: Node): string {
  const only = children.length === 1 ? children[0]! : undefined
  return only?.tag === '' ? only.text.trim() : children.map(textOf).join('')
}

/** The rows of a data table; a cell that spans rows or columns stands in each of them, as the same object. */
export function gridOf(table: Node): Cell[][] {
  const grid = new Grid()
  for (const row of rowsOf(table)) {
    if (row.hidden) continue
    grid.startRow()
    for (const cell of cellNodes(row))
      if (!cell.hidden) grid.add({ text: cellText(cell) }, spanOf(cell, 'colspan'), spanOf(cell, 'rowspan'))
    grid.endRow()
  }
  return grid.rows()
}
