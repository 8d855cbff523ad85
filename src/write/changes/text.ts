import { Chalk, type ChalkInstance } from 'chalk'
import { type Lang, say } from '../../messages.js'
import type { ChangeWriter } from '../../types.js'
import { withContext } from './row/context.js'
import { type Row, rowsOf } from './row/row.js'
import { summarise } from './row/summary.js'

/** Two plans side by side for a terminal: the summary first, then section by section. */
export const writer: ChangeWriter = {
  extension: 'txt',
  write(comparison, { lang, colours, context = 0 }) {
    const chalk = new Chalk({ level: colours })
    const rows = rowsOf(comparison, lang)
    const { titles, warning, likeness, lines } = summarise(comparison, rows, lang)
    const out = [chalk.bold(titles), chalk.dim(likeness)]
    if (warning) out.push(chalk.yellow(warning))
    out.push(...(lines.length > 0 ? lines.map(({ text }) => text) : [say(lang, 'diff.none')]))
    let section: string | undefined
    for (const row of withContext(rows, comparison, context)) {
      if (row.kind === 'section.renumbered') continue
      if (row.section !== section) out.push('', chalk.bold.underline(row.section))
      section = row.section
      out.push(`  ${line(row, chalk, lang)}`)
    }
    return `${out.join('\n')}\n`
  },
}

function line(row: Row, chalk: ChalkInstance, lang: Lang): string {
  if (row.kind === 'task.same') return chalk.dim(`  ${row.new}`)
  const paint = row.symbol === '+' ? chalk.green : row.symbol === '−' ? chalk.red : chalk.cyan
  const head = paint(`${row.symbol} ${row.label}`)
  const remark = row.remark ? chalk.dim(lang === 'zh' ? `（${row.remark}）` : ` (${row.remark})`) : ''
  const name = row.name ? `${row.name} ` : ''
  if (!row.words) return `${head} ${name}${between(row)}${remark}`
  const words = row.words.map(({ side, text }) => {
    if (side === 'both') return text
    return side === 'old' ? chalk.red.strikethrough(`[-${text}-]`) : chalk.green(`{+${text}+}`)
  })
  return `${head} ${words.join('')}`
}

function between({ old, new: fresh }: Row): string {
  return old && fresh && old !== fresh ? `${old} → ${fresh}` : fresh || old
}
