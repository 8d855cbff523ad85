import { say } from '../../messages.js'
import type { ChangeWriter } from '../../types.js'
import { withContext } from './row/context.js'
import { type Row, rowsOf } from './row/row.js'
import { summarise } from './row/summary.js'

/** Two plans side by side as Markdown: summary, then a table a section. */
export const writer: ChangeWriter = {
  extension: 'md',
  write(comparison, { lang, context = 0 }) {
    const rows = rowsOf(comparison, lang)
    const { titles, warning, likeness, lines } = summarise(comparison, rows, lang)
    const out = [`# ${escapeMarkdown(titles)}`, '', likeness, '']
    if (warning) out.push(`> ${warning}`, '')
    out.push(...(lines.length > 0 ? lines.map(({ text }) => `- ${text}`) : [say(lang, 'diff.none')]))
    let section: string | undefined
    for (const row of withContext(rows, comparison, context)) {
      if (row.section !== section)
        out.push('', `## ${escapeMarkdown(row.section)}`, '', ...head(say(lang, 'diff.old'), say(lang, 'diff.new')))
      section = row.section
      out.push(tableRow(row))
    }
    return `${out.join('\n')}\n`
  },
}

const head = (old: string, fresh: string) => [`| | ${old} | ${fresh} | |`, '|---|---|---|---|']

function tableRow(row: Row): string {
  const mark = (side: 'old' | 'new', sign: string) =>
    row.words
      ?.filter((words) => words.side === 'both' || words.side === side)
      .map((words) =>
        words.side === side ? `${sign}${escapeMarkdown(words.text)}${sign}` : escapeMarkdown(words.text),
      )
      .join('')
  const old = mark('old', '~~') ?? escapeMarkdown(row.old)
  const fresh = mark('new', '**') ?? escapeMarkdown(row.new)
  return `| ${row.symbol} ${row.label}${row.name ? ` ${escapeMarkdown(row.name)}` : ''} | ${old} | ${fresh} | ${escapeMarkdown(row.remark)} |`
}

/** Text that Markdown prints as it is. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>|~#]/g, '\\$&').replace(/\r?\n/g, ' ')
}
