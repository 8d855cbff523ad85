import { type Attributes, attributeOf } from '../archive/xml.js'
import type { Line, PageBuilder } from '../page/builder.js'
import { type Cell, Grid } from '../page/grid.js'

/** What a document or a cell holds, in order. */
export type Item = { readonly line: Line } | { readonly rows: readonly Entry[][] }

/** A cell with what it holds. */
export interface Entry extends Cell {
  text: string
  readonly items: Item[]
}

/** Hears the rows and cells of one table. */
export class TableReader {
  readonly #grid = new Grid()
  #above: readonly Cell[] = []
  #cell: Entry | undefined
  #columns = 1
  #continued = false

  /** Takes an element that is the table's own. */
  open(name: string, attributes: Attributes): boolean {
    const value = attributeOf(attributes, 'val')
    if (name === 'tr') {
      this.#above = this.#grid.rows().at(-1) ?? []
      this.#grid.startRow()
    } else if (name === 'gridBefore') this.#grid.add({ text: '' }, Number(value) || 1)
    else if (name === 'tc') {
      this.#cell = { text: '', items: [] }
      this.#columns = 1
      this.#continued = false
    } else if (name === 'gridSpan') this.#columns = Number(value) || 1
    else if (name === 'vMerge') this.#continued = value !== 'restart'
    else return false
    return true
  }

  close(name: string): void {
    if (name !== 'tc' || !this.#cell) return
    const above = this.#continued ? this.#above[this.#grid.rows().at(-1)!.length] : undefined
    this.#cell.text = this.#cell.items.map(textOf).join('\n')
    this.#grid.add(above ?? this.#cell, this.#columns)
    this.#cell = undefined
  }

  add(item: Item): void {
    this.#cell?.items.push(item)
  }

  rows(): Entry[][] {
    return this.#grid.rows() as Entry[][]
  }
}

function textOf(item: Item): string {
  return 'line' in item
    ? item.line.text
    : item.rows.map((row) => [...new Set(row)].map((cell) => cell.text).join(' ')).join('\n')
}

/** A table that only puts things in place: one column, or a cell that is an article. */
function isLayout(rows: readonly Entry[][]): boolean {
  if (rows.every((row) => new Set(row).size < 2)) return true
  const all = rows.flat().reduce((sum, { text }) => sum + text.length, 0)
  return rows.flat().some(({ text, items }) => items?.length >= 3 && text.length > 400 && text.length * 2 > all)
}

/** Writes lines and tables into a page; what only lies in a table to be in its place is written as lines. */
export function writeItems(page: PageBuilder, items: readonly Item[]): void {
  for (const item of items)
    if ('line' in item) page.add(item.line)
    else if (isLayout(item.rows)) for (const cell of new Set(item.rows.flat())) writeItems(page, cell.items ?? [])
    else for (const row of item.rows) page.addRow(row)
}
