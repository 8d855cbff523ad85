import { isUtf8 } from 'node:buffer'
import { type Command, EXIT, type Flags, type Io, UsageError } from '../cli.js'
import { type Lang, say } from '../messages.js'
import type { Finding } from '../types.js'
import { readInput } from './input/file.js'
import { failure } from './parse/convert.js'
import { pretty } from './validate/pretty.js'

/** The findings of one file; undefined where it cannot be read, which standard error then says. */
async function findingsOf(file: string, flags: Flags, io: Io, lang: Lang): Promise<Finding[] | undefined> {
  const { check } = await import('../check.js')
  try {
    const bytes = await readInput(file, io)
    const inspect = flags['source'] === undefined ? undefined : await sourceCheck(flags, io)
    if (isUtf8(bytes) && !bytes.includes(0))
      return await check(Buffer.from(bytes).toString('utf8'), { file, lang, ...(inspect && { inspect }) })
    await io.stderr.write(`${file}: ${say(lang, 'cli.validate.not-text')}\n`)
  } catch (error) {
    await io.stderr.write(`${file}: ${failure(error, lang)}\n`)
  }
  return undefined
}

async function sourceCheck(flags: Flags, io: Io) {
  const file = flags['source'] as string
  const converter = flags['converter'] as 'soffice' | undefined
  const { createSourceCheck } = await import('./validate/source.js')
  return createSourceCheck(await readInput(file, io), { file, ...(converter && { converter }) })
}

/** `policyplan validate PLAN…`: each error of a plan file at its line and column. */
export const command: Command = {
  name: 'validate',
  operands: '[file...]',
  flags: [
    { flags: '--format <format>', choices: ['pretty', 'json'], default: 'pretty' },
    { flags: '--source <notice>' },
    { flags: '--converter <name>', choices: ['soffice'], message: 'cli.parse.converter' },
  ],
  examples: [
    'validate notice.plan.yaml',
    'validate notice.plan.yaml --source notice.html',
    'validate --format json plans/*.yaml',
    'validate - < notice.plan.yaml',
  ],
  async run(operands, flags, io, lang) {
    if (operands.length === 0 && io.stdin.isTTY) throw new UsageError(say(lang, 'cli.validate.no-file'))
    const files = operands.length > 0 ? operands : ['-']
    const all: Finding[] = []
    let failed = false
    for (const file of files) {
      const findings = await findingsOf(file, flags, io, lang)
      if (findings) all.push(...findings)
      else failed = true
    }
    if (flags['format'] === 'json') await io.stdout.write(`${JSON.stringify(all, null, 2)}\n`)
    else for (const finding of all) await io.stdout.write(pretty(finding, lang))
    const summary = all.length > 0 ? 'cli.validate.found' : 'cli.validate.fine'
    if (flags['quiet'] !== true && !failed)
      await io.stderr.write(`${say(lang, summary, { files: files.length, findings: all.length })}\n`)
    return failed ? EXIT.failed : all.length > 0 ? EXIT.findings : EXIT.fine
  },
}
