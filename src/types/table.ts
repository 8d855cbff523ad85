/** A cell of an exported table; null where the plan does not say. */
export type Cell = string | number | boolean | null

/** A column of an exported table: `code` is one of a few words, which tables for people print in their language. */
export interface Column {
  readonly name: string
  readonly type: 'text' | 'code' | 'integer' | 'number' | 'date' | 'boolean'
}

/** A table with its rows, in batches that fit in memory; `key` counts the leading columns that tell rows apart. */
export interface Table {
  readonly name: string
  readonly columns: readonly Column[]
  readonly key: number
  readonly count: number
  batches(): AsyncIterable<readonly (readonly Cell[])[]>
}

/** The one file that a writer of tables fills: by `write`, or by its path where a library writes it. */
export interface TableFile {
  readonly path: string
  write(bytes: Uint8Array | string): Promise<void>
}

/** Writes tables in one format, one table a file or all in one, in memory that does not grow with the rows. */
export interface TableWriter {
  readonly extension: string
  readonly holds: 'a table' | 'all tables'
  /** True where a file may go to standard output. */
  readonly text: boolean
  /** The one table that the format is made of; absent where it takes any. */
  readonly only?: string
  /** Gives the number of cells that were longer than the format allows and were cut. */
  write(tables: readonly Table[], file: TableFile, lang: 'zh' | 'en'): Promise<number>
}
