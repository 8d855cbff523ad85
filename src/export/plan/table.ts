import type { Cell, Column } from '../../types.js'
import type { Named } from './walk.js'

/** A column with the way from what a row is made of to its cell. */
export interface ColumnOf<Item> extends Column {
  of(item: Item): Cell | undefined
}

/** A table of the export: a row for each item of a plan. */
export interface TableOf<Item> {
  readonly name: string
  /** How many leading columns tell the rows of the table apart. */
  readonly key: number
  readonly columns: readonly ColumnOf<Item>[]
  items(named: Named): Iterable<Item>
}

/** Names in one cell: 「市卫健委、市财政局」. */
export const joined = (names: readonly string[] | undefined): string | undefined => names?.join('、')
