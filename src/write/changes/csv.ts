import type { ChangeWriter } from '../../types.js'
import { rowsOf } from './row/row.js'

const COLUMNS = ['item', 'kind', 'label', 'section', 'oldId', 'newId', 'name', 'old', 'new', 'remark'] as const

/** One change a row, for spreadsheets: byte order mark, CRLF, no cell that a spreadsheet would run as a formula. */
export const writer: ChangeWriter = {
  extension: 'csv',
  write(comparison, { lang }) {
    const rows = rowsOf(comparison, lang).map((row) => COLUMNS.map((column) => cell(row[column])).join(','))
    return `\ufeff${[COLUMNS.join(','), ...rows].join('\r\n')}\r\n`
  },
}

/** A field of a CSV line: `a,b` → `"a,b"`, `=A1` → `'=A1`; a lone sign, such as a comparator, is no formula. */
export function cell(text: string): string {
  const safe = /^[=+\-@\t\r](?!$)/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
