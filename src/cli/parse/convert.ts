import { mkdirSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { examineInput } from '../../batch/document.js'
import { Targets } from '../../batch/targets.js'
import { writeWhole } from '../../batch/write-whole.js'
import { type Io, UsageError } from '../../cli.js'
import { SCHEMA_ID } from '../../data/generated/schema-id.js'
import { type Lang, say } from '../../messages.js'
import type { ParseOptions, Writer } from '../../types.js'
import { nameIn, readInput } from '../input/file.js'
import { explain } from './explain.js'

export interface Job {
  readonly name: string
  readonly output: string | undefined
  readonly mostMb: number
  readonly explain: boolean
  readonly quiet: boolean
}

/** One notice to one plan: reads, parses, writes, says what was noticed. */
export async function convert(job: Job, options: ParseOptions, writer: Writer, io: Io, lang: Lang): Promise<void> {
  const target = targetOf(job, writer, io)
  if (target !== undefined && job.name !== '-' && isSame(target, resolve(io.cwd, job.name)))
    throw new UsageError(say(lang, 'cli.parse.onto-itself', { file: job.name }))
  const bytes = await readInput(job.name, io, job.mostMb)
  const examined = await examineInput(bytes, { ...options, file: nameIn(job.name, io) }, job.explain)
  const text = writer.write(examined.plan, SCHEMA_ID)
  if (target === undefined) await io.stdout.write(text)
  else {
    mkdirSync(dirname(target), { recursive: true })
    writeWhole(target, text)
  }
  if (job.quiet) return
  if (job.explain) await io.stderr.write(explain(examined, job.name, lang))
  else
    for (const { severity, line, column, reason } of examined.problems)
      if (severity !== 'info') await io.stderr.write(`${job.name}:${line}:${column}: ${reason}\n`)
}

function targetOf(job: Job, writer: Writer, io: Io): string | undefined {
  if (job.output === undefined || job.output === '-') return undefined
  const path = resolve(io.cwd, job.output)
  const folder = /[\\/]$/.test(job.output) || statSync(path, { throwIfNoEntry: false })?.isDirectory()
  if (!folder) return path
  const targets = new Targets([job.name === '-' ? 'stdin' : basename(job.name)], writer.extension)
  return join(path, targets.at(0))
}

/** True where two paths lead to one file. */
function isSame(a: string, b: string): boolean {
  const [one, other] = [a, b].map((path) => statSync(path, { throwIfNoEntry: false }))
  return one !== undefined && one.ino === other?.ino && one.dev === other.dev && one.isFile()
}
