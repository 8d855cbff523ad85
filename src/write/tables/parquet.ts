import type { Cell, Column, Table, TableWriter } from '../../types.js'

const TYPES = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  code: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  date: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT32' },
  number: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
} as const satisfies Record<Column['type'], object>

/** Rows of one row group: what is held in memory at once. */
const GROUP = 20_000

/** Apache Parquet, Snappy; dates are text as the plan says them, since a plan may know the month only. */
export const writer: TableWriter = {
  extension: 'parquet',
  holds: 'a table',
  text: false,
  async write([table], file) {
    const { ByteWriter, ParquetWriter } = await import('hyparquet-writer')
    const bytes = new ByteWriter()
    const schema = [{ name: 'root', num_children: table!.columns.length }, ...table!.columns.map(elementOf)]
    const parquet = new ParquetWriter({ writer: bytes, schema, createdBy: 'policyplan' })
    for await (const rows of groupsOf(table!)) {
      const columnData = table!.columns.map(({ name }, i) => ({ name, data: rows.map((row) => row[i]!) }))
      await parquet.write({ columnData, rowGroupSize: GROUP })
      await drain()
    }
    parquet.finish()
    await drain()
    return 0

    /** Hands over what is written so far; offsets in the file go on counting. */
    async function drain(): Promise<void> {
      await file.write(new Uint8Array(bytes.buffer, 0, bytes.index).slice())
      bytes.index = 0
    }
  },
}

const elementOf = ({ name, type }: Column) => ({ name, ...TYPES[type], repetition_type: 'OPTIONAL' as const })

async function* groupsOf(table: Table): AsyncGenerator<(readonly Cell[])[]> {
  let group: (readonly Cell[])[] = []
  for await (const rows of table.batches())
    for (const row of rows) {
      group.push(row)
      if (group.length === GROUP) {
        yield group
        group = []
      }
    }
  if (group.length > 0) yield group
}
