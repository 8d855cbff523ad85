import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import type { Io } from '../../cli.js'
import { SCHEMA_ID } from '../../data/generated/schema-id.js'
import { type Lang, say } from '../../messages.js'
import { examine, type Opened, open, prepare } from '../../parse.js'
import { UnreadableError } from '../../read.js'
import type { ParseOptions, Writer } from '../../types.js'
import { nameIn, readInput } from '../input/file.js'
import { explain } from './explain.js'

export interface Job {
  readonly name: string
  readonly output: string | undefined
  readonly several: boolean
  readonly explain: boolean
  readonly quiet: boolean
}

/** One notice to one plan: reads, parses, writes, says what was noticed. */
export async function convert(job: Job, options: ParseOptions, writer: Writer, io: Io, lang: Lang): Promise<void> {
  const bytes = await readInput(job.name, io)
  const file = nameIn(job.name, io)
  const page = await open(bytes, { ...options, file })
  checkText(page)
  await prepare(page, options)
  const examined = examine(page, { ...options, file })
  const text = writer.write(examined.plan, SCHEMA_ID)
  const target = await targetOf(job, writer, io)
  if (target === undefined) await io.stdout.write(text)
  else await writeWhole(target, text)
  if (job.quiet) return
  if (job.explain) await io.stderr.write(explain(examined, job.name, lang))
  else
    for (const { severity, line, column, reason } of examined.problems)
      if (severity !== 'info') await io.stderr.write(`${job.name}:${line}:${column}: ${reason}\n`)
}

/** The longest text that is parsed, in characters: a hundred times a long five-year plan. */
const LONGEST = 10_000_000

/** Refuses what holds nothing to parse: an empty file, a binary one, one without a Han character. */
function checkText({ text }: Opened): void {
  if (text.length > LONGEST) throw new UnreadableError('input.too-long', { length: text.length, most: LONGEST })
  if (text.trim() === '') throw new UnreadableError('input.empty')
  const sample = text.slice(0, 100_000)
  const odd = sample.match(/[\u0000-\u0008\u000e-\u001f\ufffd]/g)?.length ?? 0
  if (odd * 20 > sample.length) throw new UnreadableError('input.binary')
  if (!/[\u3400-\u9fff]/.test(text)) throw new UnreadableError('input.no-chinese')
}

async function targetOf(job: Job, writer: Writer, io: Io): Promise<string | undefined> {
  if (job.output === undefined || job.output === '-') return undefined
  const path = resolve(io.cwd, job.output)
  const folder = job.several || /[\\/]$/.test(job.output) || (await stat(path).catch(() => undefined))?.isDirectory()
  if (!folder) return path
  const stem = (job.name === '-' ? 'stdin' : basename(job.name)).replace(/\.[^.]{1,5}$/, '')
  return join(path, `${stem}.plan.${writer.extension}`)
}

/** Writes under another name and renames: a plan is there whole or not at all. */
async function writeWhole(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const temporary = `${path}.${process.pid}.tmp`
  try {
    await writeFile(temporary, text)
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}

/** The sentence for a failure. */
export function failure(error: unknown, lang: Lang): string {
  if (error instanceof UnreadableError) return say(lang, error.code, error.args)
  const { code } = error as NodeJS.ErrnoException
  if (code) return say(lang, 'cli.parse.unwritable', { code })
  throw error
}
