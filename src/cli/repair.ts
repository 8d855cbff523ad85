import { type Command, EXIT } from '../cli.js'
import { say } from '../messages.js'
import { lineStarts, placeOf } from '../text/place.js'
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
    const lines = notes.map(({ code, span, args }) => ({ at: span.start, sentence: say(lang, code, args) }))
    if (flags['explain'])
      for (const { span, before, after, kind } of edits) {
        const { start, end } = mended.after(span)
        const left = mended.text.slice(Math.max(0, start - AROUND), start).replace(/^.*\n/s, '')
        const right = mended.text.slice(end, end + AROUND).replace(/\n.*$/s, '')
        const args = { left, before, after, right, kind: say(lang, `cli.repair.kind.${kind}`) }
        lines.push({ at: span.start, sentence: say(lang, 'cli.repair.edit', args) })
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
