import { createHash } from 'node:crypto'
import { lstatSync, mkdirSync, readFileSync, realpathSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { SCHEMA_ID } from '../data/generated/schema-id.js'
import { type Lang, say } from '../messages.js'
import type { Examined } from '../parse.js'
import { UnreadableError } from '../read.js'
import type { Writer } from '../types.js'
import { WRITERS } from '../write/index.js'
import { examineInput } from './document.js'
import { type Job, type Outcome, outcomeOf, reasonOf, type Settings } from './job.js'
import { readWhole } from './read-whole.js'
import { describe, type FileRecord } from './record.js'
import { writeWhole } from './write-whole.js'

const hashOf = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** Reads, parses and writes one file. Only an OutputError is thrown; all else is the outcome of this file alone. */
export async function runJob(job: Job, settings: Settings): Promise<Outcome> {
  const { tool, options, mostMb, parse, lang } = settings
  let read: Partial<FileRecord> = {}
  try {
    const bytes = readWhole(job.at, mostMb)
    read = { sha256: hashOf(bytes), bytes: bytes.length }
    const examined = await examineInput(bytes, { ...parse, file: job.path, lang })
    const writer: Writer = await WRITERS[settings.format]()
    const text = Buffer.from(writer.write(examined.plan, SCHEMA_ID))
    const planSha256 = hashOf(text)
    const explained = settings.explain ? await explain(examined, job, lang) : {}
    const written = put(text, job, settings)
    const plan = { plan: job.target, planBytes: text.length, planSha256 }
    const record: FileRecord = {
      path: job.path,
      status: 'done',
      ...plan,
      ...read,
      ...describe(examined),
      tool,
      options,
    }
    return { ...outcomeOf(written ? 'written' : 'edited', record), ...explained }
  } catch (error) {
    const { code, args } = reasonOf(error)
    const record: FileRecord = { path: job.path, status: 'failed', ...read, tool, code, reason: say(lang, code, args) }
    return outcomeOf('failed', record)
  }
}

async function explain(examined: Examined, { path }: Job, lang: Lang): Promise<{ explained: string }> {
  const { explain } = await import('../cli/parse/explain.js')
  return { explained: explain(examined, path, lang) }
}

/** Puts a plan in its place: not again where it stands already, not over one that was edited since it was written. */
function put(text: Buffer, { target, known }: Job, { output, force }: Settings): boolean {
  const path = join(output, target)
  const folder = dirname(path)
  mkdirSync(folder, { recursive: true })
  checkInside(folder, output)
  const status = lstatSync(path, { throwIfNoEntry: false })
  if (status?.isFile() && status.size > 0) {
    const there = readFileSync(path)
    if (there.equals(text)) return true
    if (!force && known !== undefined && hashOf(there) !== known) return false
  }
  writeWhole(path, text)
  return true
}

const inside = new Set<string>()

/** A link in the output folder leads no plan out of it. */
function checkInside(folder: string, output: string): void {
  if (inside.has(folder)) return
  const root = realpathSync(output)
  const real = realpathSync(folder)
  if (real !== root && !real.startsWith(root === sep ? sep : root + sep)) throw new UnreadableError('batch.outside')
  inside.add(folder)
}
