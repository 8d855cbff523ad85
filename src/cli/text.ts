import { type Command, EXIT } from '../cli.js'
import { readInput } from './input/file.js'

/** `policyplan text FILE`: the text that the spans of a plan count in. */
export const command: Command = {
  name: 'text',
  operands: '<file>',
  flags: [
    { flags: '--encoding <name>', message: 'cli.parse.encoding' },
    { flags: '--converter <name>', choices: ['soffice'], message: 'cli.parse.converter' },
  ],
  examples: ['text notice.html'],
  async run([name], flags, io, lang) {
    const encoding = flags['encoding'] as string | undefined
    const converter = flags['converter'] as 'soffice' | undefined
    const [{ openDocument }, bytes] = await Promise.all([import('../batch/document.js'), readInput(name!, io)])
    const page = await openDocument(bytes, {
      file: name!,
      lang,
      ...(encoding && { encoding }),
      ...(converter && { converter }),
    })
    await io.stdout.write(page.text)
    return EXIT.fine
  },
}
