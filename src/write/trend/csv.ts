import type { TrendWriter } from '../../types.js'
import { cell } from '../changes/csv.js'
import { tablesOf } from './table/table.js'

/** The table of indicators for spreadsheets. */
export const writer: TrendWriter = {
  extension: 'csv',
  write(trend, { lang }) {
    const { head, rows } = tablesOf(trend, lang)[0]!
    return `\ufeff${[head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
  },
}
