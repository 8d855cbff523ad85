import { Zip, ZipDeflate } from 'fflate'
import { say } from '../../messages.js'
import type { Table, TableWriter } from '../../types.js'
import { PARTS, workbookOf } from './xlsx/package.js'
import { createCutter, sheetHead, sheetRow, sheetTail } from './xlsx/sheet.js'

/** Rows of a sheet, the head included (Excel specifications and limits). */
const MOST_ROWS = 1_048_576

/** One sheet: a table, or the part of it that a sheet can hold. */
interface Sheet {
  readonly name: string
  readonly table: Table
  readonly from: number
  readonly to: number
}

/** An Excel workbook (ECMA-376, transitional): a sheet a table, with frozen heads, filters, widths, numbers and days. */
export const writer: TableWriter = {
  extension: 'xlsx',
  holds: 'all tables',
  text: false,
  async write(tables, file, lang) {
    const chunks: Uint8Array[] = []
    const zip = new Zip((error, chunk) => {
      if (error) throw error
      chunks.push(chunk)
    })
    const drain = async () => {
      for (const chunk of chunks.splice(0)) await file.write(chunk)
    }
    const cutter = createCutter()
    const sheets = tables.flatMap((table) => sheetsOf(table, say(lang, `export.table.${table.name}`)))
    for (const [name, xml] of [...PARTS, ...workbookOf(sheets.map(({ name }) => name))]) add(zip, name)(xml, true)
    for (const [i, sheet] of sheets.entries()) {
      const push = add(zip, `xl/worksheets/sheet${i + 1}.xml`)
      push(sheetHead(sheet.table.columns, lang), false)
      let row = 0
      for await (const rows of sheet.table.batches()) {
        const mine = rows.slice(Math.max(0, sheet.from - row), Math.max(0, sheet.to - row))
        const first = Math.max(row, sheet.from) - sheet.from + 2
        push(mine.map((cells, k) => sheetRow(cells, sheet.table.columns, first + k, lang, cutter.cut)).join(''), false)
        row += rows.length
        await drain()
      }
      push(sheetTail(sheet.table.columns, sheet.to - sheet.from), true)
      await drain()
    }
    zip.end()
    await drain()
    return cutter.count()
  },
}

function sheetsOf(table: Table, name: string): Sheet[] {
  const parts = Math.max(1, Math.ceil(table.count / (MOST_ROWS - 1)))
  return Array.from({ length: parts }, (_, i) => ({
    name: i === 0 ? name : `${name} (${i + 1})`,
    table,
    from: i * (MOST_ROWS - 1),
    to: Math.min(table.count, (i + 1) * (MOST_ROWS - 1)),
  }))
}

/** A file of the package, to be pushed piece by piece. */
function add(zip: Zip, name: string): (xml: string, last: boolean) => void {
  const part = new ZipDeflate(name, { level: 6 })
  part.mtime = new Date(1980, 0, 1)
  zip.add(part)
  return (xml, last) => part.push(Buffer.from(xml), last)
}
