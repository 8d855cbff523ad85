import { type Command, EXIT, UsageError } from '../cli.js'
import { say } from '../messages.js'
import type { ParseOptions, Writer } from '../types.js'
import { convert, failure } from './parse/convert.js'

/** `policyplan parse FILE…`: notices to plans, one to standard output or several into a folder. */
export const command: Command = {
  name: 'parse',
  operands: '[file...]',
  flags: [
    { flags: '-o, --output <path>' },
    { flags: '--format <format>', choices: ['yaml', 'json'], default: 'yaml' },
    { flags: '--script <script>', choices: ['simplified', 'traditional', 'source'], default: 'simplified' },
    { flags: '--encoding <name>' },
    { flags: '--no-repair' },
    { flags: '--explain' },
  ],
  examples: [
    'parse notice.txt',
    'parse notice.html -o notice.plan.yaml',
    'parse 2019/*.txt -o plans/',
    'parse - < notice.txt',
  ],
  async run(operands, flags, io, lang) {
    const names = operands.length > 0 ? operands : ['-']
    if (operands.length === 0 && io.stdin.isTTY) throw new UsageError(say(lang, 'cli.parse.no-file'))
    const output = flags['output'] as string | undefined
    if (names.length > 1 && output === undefined) throw new UsageError(say(lang, 'cli.parse.several'))
    const encoding = flags['encoding'] as string | undefined
    if (encoding !== undefined && !isEncoding(encoding))
      throw new UsageError(say(lang, 'cli.parse.no-encoding', { encoding }))
    const options: ParseOptions = {
      script: flags['script'] as NonNullable<ParseOptions['script']>,
      repair: flags['repair'] !== false,
      lang,
      ...(encoding !== undefined && { encoding }),
    }
    const { WRITERS } = await import('../write/index.js')
    const writer: Writer = await WRITERS[flags['format'] as keyof typeof WRITERS]()
    let failed = false
    for (const name of names) {
      const job = {
        name,
        output,
        several: names.length > 1,
        explain: flags['explain'] === true,
        quiet: flags['quiet'] === true,
      }
      try {
        await convert(job, options, writer, io, lang)
      } catch (error) {
        await io.stderr.write(`${name}: ${failure(error, lang)}\n`)
        failed = true
      }
    }
    return failed ? EXIT.failed : EXIT.fine
  },
}

function isEncoding(name: string): boolean {
  try {
    return new TextDecoder(name).encoding !== ''
  } catch {
    return false
  }
}
