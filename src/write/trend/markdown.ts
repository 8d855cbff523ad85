import type { TrendWriter } from '../../types.js'
import { escapeMarkdown } from '../changes/markdown.js'
import { tablesOf } from './table/table.js'

/** A trend as Markdown tables. */
export const writer: TrendWriter = {
  extension: 'md',
  write(trend, { lang }) {
    const row = (cells: readonly string[]) => `| ${cells.map(escapeMarkdown).join(' | ')} |`
    const tables = tablesOf(trend, lang).filter(({ rows }) => rows.length > 0)
    return `${tables.map(({ head, rows }) => [row(head), `|${'---|'.repeat(head.length)}`, ...rows.map(row)].join('\n')).join('\n\n')}\n`
  },
}
