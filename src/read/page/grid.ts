import type { Span } from '../../types.js'
import { UnreadableError } from './unreadable.js'

/** A cell of a table: one object, however many rows and columns it spans. */
export interface Cell {
  readonly text: string
  /** Where it was written. */
  span?: Span
}

/** More columns than any table that is read by people. */
export const WIDEST = 1000
const LARGEST = 1_000_000
/** A cell that claims to span more columns spans the whole width. */
const WIDEST_SPAN = 100

/** Lays cells out in rows and columns as a browser does; what spans rows is carried down. */
export class Grid {
  readonly #rows: Cell[][] = []
  #row: Cell[] = []
  /** column → the cell that reaches into the rows below, and how many it still has to fill. */
  readonly #hanging = new Map<number, { cell: Cell; rows: number }>()
  #size = 0

  startRow(): void {
    this.#row = []
    this.#rows.push(this.#row)
  }

  add(cell: Cell, columns = 1, rows = 1): void {
    if (this.#hanging.size > 0) this.#fillHanging(false)
    for (let i = 0; i < Math.min(columns, WIDEST_SPAN); i++) {
      if (rows > 1) this.#hanging.set(this.#row.length, { cell, rows })
      this.#push(cell)
    }
  }

  rows(): Cell[][] {
    return this.#rows
  }

  /** Ends the row: cells that reach down from above fill its end. */
  endRow(): void {
    if (this.#hanging.size > 0) this.#fillHanging(true)
  }

  #fillHanging(toEnd: boolean): void {
    for (;;) {
      const column = this.#row.length
      const hanging = this.#hanging.get(column)
      if (hanging && hanging.rows > 1) {
        if (--hanging.rows === 1) this.#hanging.delete(column)
        this.#push(hanging.cell)
        continue
      }
      if (!toEnd || ![...this.#hanging].some(([at, { rows }]) => at > column && rows > 1)) return
      this.#push({ text: '' })
    }
  }

  #push(cell: Cell): void {
    this.#row.push(cell)
    if (this.#row.length > WIDEST) throw new UnreadableError('read.too-wide', { limit: WIDEST })
    if (++this.#size > LARGEST) throw new UnreadableError('read.too-large')
  }
}
