import { type Command, EXIT } from '../cli.js'
import { type Lang, say } from '../messages.js'
import type { Mended } from '../repair.js'
import { lineStarts, placeOf } from '../text/place.js'
import type { Note, Span } from '../types.js'
import { readInput } from './input/file.js'

/** How much of the mended line is shown on either side of an edit. */
const AROUND = 6

/** `policyplan repair FILE`: the text with its damage undone; what could not be decided goes to stderr. */
export const command: Command = {
  name: 'repair',
  operands: '<file>',
  flags: [{ flags: '--explain' }, { flags: '--encoding <name>', message: 'cli.parse.encoding' }],
  examples: ['repair notice.txt > mended.txt', 'repair notice.txt --explain'],
  async run([name], flags, io, lang) {
    const [{ openDocument }, { loadRepair, repair }, bytes] = await Promise.all([
      import('../batch/document.js'),
      import('../repair.js'),
      readInput(name!, io),
    ])
    const encoding = flags['encoding'] as string | undefined
    const { text } = await openDocument(bytes, { file: name!, lang, ...(encoding && { encoding }) })
    await loadRepair(text)
    const mended = repair(text)
    const { edits, notes } = mended
    await io.stdout.write(mended.text)
    const starts = lineStarts(text)
    const context = (span: Span, kind: string) => ({
      ...around(mended, span),
      before: text.slice(span.start, span.end),
      kind,
    })
    const lines = notes.map((note) => ({ at: note.span.start, sentence: tell(note, context(note.span, ''), lang) }))
    if (flags['explain'])
      for (const { span, after, kind } of edits) {
        const id = after === '' ? 'cli.repair.drop' : 'cli.repair.edit'
        const args = { ...context(span, say(lang, `cli.repair.kind.${kind}`)), after }
        lines.push({ at: span.start, sentence: say(lang, id, args) })
      }
    lines.sort((a, b) => a.at - b.at)
    for (const { at, sentence } of flags['quiet'] ? [] : lines) {
      const { line, column } = placeOf(starts, at)
      await io.stderr.write(`${name}:${line}:${column} ${sentence}\n`)
    }
    const counts = { edits: edits.length, notes: notes.length }
    if (!flags['quiet']) await io.stderr.write(`${say(lang, 'cli.repair.summary', counts)}\n`)
    return EXIT.fine
  },
}

/** What stands on both sides of a place in the text before, in its line of the text after. */
function around({ text, after }: Mended, span: Span): { left: string; right: string } {
  const { start, end } = after(span)
  return {
    left: text.slice(Math.max(0, start - AROUND), start).replace(/^.*\n/s, ''),
    right: text.slice(end, end + AROUND).replace(/\n.*$/s, ''),
  }
}

/** A place that was left, in context; 「□」 is explained where it stands for what is lost. */
function tell({ code, args }: Note, context: Record<string, string>, lang: Lang): string {
  if (code === 'repair.lost') return say(lang, code, args)
  const open = String(args?.['candidates']).includes('□') ? say(lang, 'cli.repair.open') : ''
  const candidates = args?.['candidates']
  return candidates === undefined
    ? say(lang, 'cli.repair.unreadable', context)
    : say(lang, 'cli.repair.undecided', { ...context, candidates: `${candidates}${open}` })
}
