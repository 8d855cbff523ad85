import { type Lang, say } from '../../messages.js'
import type { Finding } from '../../types.js'

/** A finding as people read it: place, sentence, the line and what was expected. */
export function pretty(finding: Finding, lang: Lang): string {
  const { file, line, column, endColumn, severity, reason, ruleId, text, expected } = finding
  const gutter = `${line} | `
  // Han characters take two columns of a terminal; a tab stays one so that the mark moves with the line.
  const wide = (part: string) => part.replace(/[\u2e80-\uffef]/g, '  ').replace(/[^\t ]/g, ' ')
  const mark = wide(text.slice(column - 1, endColumn - 1)).length || 1
  const pointer = `${' '.repeat(gutter.length)}${wide(text.slice(0, column - 1))}${'^'.repeat(mark)}`
  const hint = expected === undefined ? '' : ` ${say(lang, 'cli.validate.expected', { expected })}`
  return `${file}:${line}:${column} ${severity} ${reason} ${ruleId}\n${gutter}${text}\n${pointer}${hint}\n`
}
