import { Chalk, type ChalkInstance } from 'chalk'
import { say } from '../../messages.js'
import { columnsOf } from '../../text/columns.js'
import type { Finding, FindingStyle, FindingWriter } from '../../types.js'

/** The part of a line that fits beside its number, and the offset in it at which the finding begins. */
function windowOf({ text, column, textColumn }: Finding, room: number): { shown: string; at: number } {
  let from = 0
  const at = column - textColumn
  // A third of the room stands before the place.
  while (columnsOf(text.slice(from, at)) > room / 3 && columnsOf(text.slice(from)) > room) from++
  let to = text.length
  while (to > at + 1 && columnsOf(text.slice(from, to)) > room) to--
  // A pair of surrogates stays whole.
  if (/^[\udc00-\udfff]/.test(text.slice(from))) from++
  return { shown: text.slice(from, to).replace(/[\ud800-\udbff]$/, ''), at: at - from }
}

/** As wide as a text on a terminal, of blanks; a tab stays one, so that the mark moves with the line. */
const blank = (text: string) => text.replace(/[^\t]+/g, (part) => ' '.repeat(columnsOf(part)))

function frame(finding: Finding, { lang, width = 0 }: FindingStyle, paint: ChalkInstance): string {
  const { line, column, endColumn, expected } = finding
  const gutter = `${line} | `
  const { shown, at } = windowOf(finding, Math.max(40, (width || 240) - gutter.length))
  const before = shown.slice(0, at)
  const marked = shown.slice(at, at + endColumn - column)
  const margin = ' '.repeat(gutter.length)
  const lead = margin + blank(before)
  const mark = '^'.repeat(columnsOf(marked) || 1)
  const hint = expected === undefined ? '' : say(lang, 'cli.validate.expected', { expected })
  // What does not fit behind the mark stands below it.
  const gap = hint === '' ? '' : columnsOf(`${lead}${mark} ${hint}`) <= (width || 240) ? ' ' : `\n${margin}`
  const plain = shown.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '\ufffd')
  return `${paint.dim(gutter)}${plain}\n${lead}${paint.red(mark)}${gap}${paint.green(hint)}\n`
}

/** Findings as people read them: place, sentence, the line and what was expected. */
export const writer: FindingWriter = {
  open(style) {
    const paint = new Chalk({ level: style.colours })
    const colours = { error: paint.red, warning: paint.yellow, info: paint.blue }
    return {
      head: '',
      add: (_file, findings) =>
        findings
          .map((finding) => {
            const { file, line, column, severity, reason, ruleId } = finding
            const head = `${paint.bold(`${file}:${line}:${column}`)} ${colours[severity](say(style.lang, `cli.validate.${severity}`))} ${reason} ${paint.dim(ruleId)}`
            return `${head}\n${frame(finding, style, paint)}`
          })
          .join(''),
      foot: '',
    }
  },
}
