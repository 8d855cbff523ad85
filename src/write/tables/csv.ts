import type { Cell, TableWriter } from '../../types.js'
import { cell } from '../changes/csv.js'

/** RFC 4180 for spreadsheets: byte order mark, CRLF, no text that a spreadsheet would run as a formula. */
export const writer: TableWriter = {
  extension: 'csv',
  holds: 'a table',
  text: true,
  async write([table], file) {
    await file.write(`\ufeff${table!.columns.map(({ name }) => name).join(',')}\r\n`)
    for await (const rows of table!.batches())
      await file.write(rows.map((row) => `${row.map(fieldOf).join(',')}\r\n`).join(''))
    return 0
  },
}

const fieldOf = (value: Cell) => (value === null ? '' : typeof value === 'string' ? cell(value) : String(value))
