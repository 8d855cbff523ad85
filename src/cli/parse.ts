import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { LARGEST_MB } from '../batch/read-whole.js'
import { type Command, EXIT, type Io, UsageError } from '../cli.js'
import { say } from '../messages.js'
import type { Writer } from '../types.js'
import { failure } from './input/failure.js'
import { numberOf, optionsOf } from './parse/options.js'

/** `policyplan parse FILE…`: notices to plans, one to standard output, folders and several into a folder. */
export const command: Command = {
  name: 'parse',
  operands: '[file|folder|pattern...]',
  flags: [
    { flags: '-o, --output <path>' },
    { flags: '--format <format>', choices: ['yaml', 'json'], default: 'yaml' },
    { flags: '--script <script>', choices: ['simplified', 'traditional', 'source'], default: 'simplified' },
    { flags: '--encoding <name>' },
    { flags: '--converter <name>', choices: ['soffice'] },
    { flags: '--no-repair' },
    { flags: '--explain' },
    { flags: '--include <pattern>', repeatable: true },
    { flags: '--exclude <pattern>', repeatable: true },
    { flags: '--jobs <n>' },
    { flags: '--fail-fast' },
    { flags: '--force' },
    { flags: '--review' },
    { flags: '--progress <how>', choices: ['auto', 'bar', 'plain', 'none'], default: 'auto' },
    { flags: '--max-size <mb>', default: String(LARGEST_MB) },
  ],
  examples: [
    'parse notice.txt',
    'parse notice.html -o notice.plan.yaml',
    'parse downloads/ -o plans/ --review',
    'parse "2019/**/*.html" -o plans/',
    'parse - < notice.txt',
  ],
  async run(operands, flags, io, lang, version) {
    const names = operands.length > 0 ? operands : ['-']
    if (operands.length === 0 && io.stdin.isTTY) throw new UsageError(say(lang, 'cli.parse.no-file'))
    const options = optionsOf(flags, lang)
    const mostMb = numberOf(flags, 'maxSize', 'max-size', lang)!
    const folder = names.length > 1 || isSeveral(names[0]!, io)
    if (folder) {
      const { convertFolder } = await import('./parse/folder.js')
      return convertFolder(
        names,
        flags,
        { options, mostMb, version, threads: numberOf(flags, 'jobs', 'jobs', lang) },
        io,
        lang,
      )
    }
    const name = names[0]!
    const [{ WRITERS }, { convert }] = await Promise.all([import('../write/index.js'), import('./parse/convert.js')])
    const writer: Writer = await WRITERS[flags['format'] as keyof typeof WRITERS]()
    const output = flags['output'] as string | undefined
    const job = { name, output, mostMb, explain: flags['explain'] === true, quiet: flags['quiet'] === true }
    try {
      await convert(job, options, writer, io, lang)
      return EXIT.fine
    } catch (error) {
      await io.stderr.write(`${name}: ${failure(error, lang)}\n`)
      return EXIT.failed
    }
  },
}

/** True for a folder, and for what names no file but looks like a pattern. */
function isSeveral(name: string, { cwd }: Io): boolean {
  if (name === '-') return false
  const status = statSync(resolve(cwd, name), { throwIfNoEntry: false })
  return status ? status.isDirectory() : /[*?[\]{}]/.test(name)
}
