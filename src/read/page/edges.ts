import { type Cell, Grid } from './grid.js'

/** A cell that a format describes by its right edge; `merge` says which cell it goes on with. */
export interface Edged {
  readonly text: string
  readonly right: number
  readonly merge?: 'above' | 'left' | undefined
}

/** Edges that lie nearer to each other, in twips, are one. */
const NEAR = 40

/** Rows of cells of their own widths as one grid: where a row has fewer edges, a cell spans several columns. */
export function gridOf(rows: readonly (readonly Edged[])[]): Cell[][] {
  const edges: number[] = []
  for (const edge of rows.flatMap((row) => row.map(({ right }) => right)).sort((a, b) => a - b))
    if (edges.length === 0 || edge - edges.at(-1)! > NEAR) edges.push(edge)
  const column = (edge: number) => edges.findLastIndex((other) => other <= edge + NEAR)
  const grid = new Grid()
  for (const row of rows) {
    const above: readonly Cell[] = grid.rows().at(-1) ?? []
    grid.startRow()
    let at = 0
    let last: Cell | undefined
    for (const { text, right, merge } of row) {
      const end = Math.max(at + 1, column(right) + 1)
      const cell: Cell = (merge === 'above' ? above[at] : merge === 'left' ? last : undefined) ?? { text }
      grid.add(cell, end - at)
      last = cell
      at = end
    }
  }
  return grid.rows()
}
