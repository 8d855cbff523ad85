import type { Lang } from '../messages.js'
import { UnreadableError } from '../read.js'
import type { ParseOptions } from '../types.js'
import type { WRITERS } from '../write/index.js'
import type { FileRecord, Made } from './record.js'

/** One notice and where its plan goes: `target` below the output folder. */
export interface Job {
  readonly path: string
  readonly at: string
  readonly target: string
  /** The hash of the plan that is there, as it was written. */
  readonly known?: string
}

/** What holds for every job of a run; goes to other threads as it is. */
export interface Settings extends Made {
  readonly output: string
  readonly format: keyof typeof WRITERS
  readonly parse: ParseOptions
  readonly lang: Lang
  readonly mostMb: number
  readonly force: boolean
  readonly explain: boolean
}

/** What became of a job. A plan that a person edited is `edited`: it stays, and so does its record. */
export interface Outcome {
  readonly state: 'written' | 'edited' | 'failed'
  readonly path: string
  /** True where the file could be read. */
  readonly read: boolean
  readonly plan?: string
  /** Why there is no plan: the rule, and its sentence. */
  readonly code?: string
  readonly reason?: string
  /** The record as the line of the manifest: bytes, so that passing it on leaves the main thread nothing to clear away. */
  readonly line: Uint8Array<ArrayBuffer>
  readonly explained?: string
}

const encoder = new TextEncoder()

/** The outcome that a record tells of. */
export function outcomeOf(state: Outcome['state'], record: FileRecord): Outcome {
  const { path, plan, sha256, code, reason } = record
  return {
    state,
    path,
    read: sha256 !== undefined,
    ...(plan !== undefined && { plan }),
    ...(code !== undefined && { code }),
    ...(reason !== undefined && { reason }),
    line: encoder.encode(`${JSON.stringify(record)}\n`),
  }
}

/** Errors after which no other file can be written either. */
const FATAL = new Set(['ENOSPC', 'EDQUOT', 'EROFS'])

/** The output folder takes nothing any more: the run ends. */
export class OutputError extends Error {
  readonly code: string

  constructor(code: string) {
    super(code)
    this.code = code
  }
}

/** Why a file has no plan, as a sentence of the catalogue. */
export function reasonOf(error: unknown): { code: string; args: Readonly<Record<string, string | number>> } {
  if (error instanceof UnreadableError) return { code: error.code, args: error.args }
  const { code, message } = error as NodeJS.ErrnoException
  if (code !== undefined && FATAL.has(code)) throw new OutputError(code)
  if (code !== undefined) return { code: 'batch.unwritable', args: { code } }
  return { code: 'batch.bug', args: { message: message ?? String(error) } }
}
