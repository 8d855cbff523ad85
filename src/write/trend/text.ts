import { columnsOf } from '../../text/columns.js'
import type { TrendWriter } from '../../types.js'
import { tablesOf } from './table/table.js'

/** A trend for a terminal, columns aligned. */
export const writer: TrendWriter = {
  extension: 'txt',
  write(trend, { lang }) {
    const tables = tablesOf(trend, lang).filter(({ rows }) => rows.length > 0)
    return `${tables.map(({ head, rows }) => align([head, ...rows])).join('\n\n')}\n`
  },
}

function align(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => columnsOf(row[column]!))))
  return rows
    .map((row) =>
      row
        .map((text, column) => text + ' '.repeat(widths[column]! - columnsOf(text)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
