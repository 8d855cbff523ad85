import type { Command } from '../cli.js'
import { readInput } from './input/file.js'

/** `policyplan text FILE`: the text that the spans of a plan count in. */
export const command: Command = {
  name: 'text',
  operands: '<file>',
  flags: [{ flags: '--encoding <name>', message: 'cli.parse.encoding' }],
  examples: ['text notice.html'],
  async run([name], flags, io, lang) {
    const [{ open }, bytes] = await Promise.all([import('../parse.js'), readInput(name!, io)])
    const encoding = flags['encoding'] as string | undefined
    const page = await open(bytes, { file: name!, lang, ...(encoding && { encoding }) })
    await io.stdout.write(page.text)
    return 0
  },
}
