import { existsSync, mkdirSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { claim } from './batch/claim.js'
import type { Filter, Found } from './batch/find.js'
import type { Finding, Sought } from './batch/finder.js'
import { Inputs } from './batch/inputs.js'
import { type Outcome, OutputError, type Settings } from './batch/job.js'
import { Ledger } from './batch/ledger.js'
import { openManifest } from './batch/manifest.js'
import { Paths } from './batch/paths.js'
import { type Jobs, runJobs } from './batch/run.js'
import { Targets } from './batch/targets.js'
import { DOCUMENT_HEAP_MB, Thread } from './batch/thread.js'
import { sweep } from './batch/write-whole.js'

/** Many notices to one folder of plans. */
export interface Batch {
  readonly operands: readonly string[]
  readonly cwd: string
  readonly filter: Filter
  /** Its `output` is an absolute path. */
  readonly settings: Settings
  readonly threads: number | undefined
  readonly failFast: boolean
  readonly review: boolean
  /** Ends the run early; what is done stays done. */
  readonly signal: AbortSignal
  tell(progress: Progress): void
  explain(text: string): void
}

export interface Progress {
  readonly done: number
  readonly total: number
  readonly failed: number
  readonly current: string
}

/** How a run ended: what its ledger holds, how many files it did not come to, what the output folder refused. */
export interface Ending {
  readonly found: Found
  readonly inputs: Inputs
  readonly ledger: Ledger
  readonly left: number
  readonly fatal?: string
}

/** Files between two turns of signals and the progress bar. */
const TURN = 64

/** The output folder, made and kept for this run; gives what frees it. */
async function makeReady(output: string): Promise<() => void> {
  try {
    mkdirSync(output, { recursive: true })
    return await claim(realpathSync(output))
  } catch (error) {
    throw new OutputError(codeOf(error))
  }
}

/** What is to be parsed, and what the output folder holds of it. */
async function prepare({ operands, cwd, filter, settings }: Batch) {
  const { output, format } = settings
  try {
    const found = await findFiles({ operands, cwd, output: realpathSync(output), filter })
    const inputs = new Inputs(new Paths(found.paths), found.root, found.base)
    const targets = new Targets({ length: inputs.length, at: (number) => inputs.within(number) }, format)
    const folders = new Set(['.'])
    for (let i = 0; i < targets.length; i++) folders.add(dirname(targets.at(i)))
    for (const folder of folders) if (existsSync(join(output, folder))) sweep(join(output, folder))
    const ledger = new Ledger(settings, openManifest(output, inputs.paths, inputs.length), inputs, targets)
    return { found, inputs, ledger }
  } catch (error) {
    throw new OutputError(codeOf(error))
  }
}

/** Lists the files in a thread of its own: the memory that a hundred thousand of them take for a moment goes with it. */
async function findFiles(sought: Sought): Promise<Found> {
  const thread = new Thread<Sought, Finding>('batch-finder', { data: undefined, heapMb: 4096 })
  try {
    const finding = await thread.ask(sought)
    if ('refused' in finding) throw new OutputError(finding.refused)
    return finding.found
  } finally {
    await thread.end()
  }
}

/**
 * Parses every file that the operands name into the output folder; what is there already is not done again. Throws an
 * OutputError where the folder cannot be made ready.
 */
export async function convertAll(batch: Batch): Promise<Ending> {
  const free = await makeReady(batch.settings.output)
  try {
    return await convert(batch)
  } finally {
    free()
  }
}

async function convert(batch: Batch): Promise<Ending> {
  const { settings, failFast, threads } = batch
  const { found, inputs, ledger } = await prepare(batch)
  const total = inputs.length + found.refusals.length
  const stop = new AbortController()
  const signal = AbortSignal.any([batch.signal, stop.signal])
  const tell = (current: string) => {
    if (failFast && ledger.failures.count > 0) stop.abort()
    batch.tell({ done: ledger.done, total, failed: ledger.failures.count, current })
  }
  const see = (outcome: Outcome, current: string) => {
    ledger.see(outcome)
    if (outcome.explained) batch.explain(outcome.explained)
    tell(current)
  }
  let fatal: string | undefined
  try {
    for (const refusal of found.refusals) ledger.refuse(refusal)
    tell('')
    const jobs = await jobsOf(inputs, ledger, signal, tell)
    await runJobs({ jobs, settings, signal, interruption: batch.signal, threads, heapMb: DOCUMENT_HEAP_MB, see })
    ledger.finish(batch.review)
  } catch (error) {
    fatal = codeOf(error)
  }
  return { found, inputs, ledger, left: total - ledger.done, ...(fatal !== undefined && { fatal }) }
}

/** The jobs of files that are new or changed. */
async function jobsOf(
  inputs: Inputs,
  ledger: Ledger,
  signal: AbortSignal,
  tell: (current: string) => void,
): Promise<Jobs> {
  const numbers = new Uint32Array(inputs.length)
  let length = 0
  for (let i = 0; i < inputs.length && !signal.aborted; i++) {
    if (i % TURN === 0) await setImmediate()
    if (!ledger.isUnchanged(i) && ledger.isFree(i)) numbers[length++] = i
    tell(inputs.paths.at(i))
  }
  return { length, at: (i) => ledger.jobOf(numbers[i]!) }
}

/** The code of what the file system refused; anything else is a bug. */
function codeOf(error: unknown): string {
  if (error instanceof OutputError) return error.code
  const { code, errno } = error as NodeJS.ErrnoException
  if (code === undefined || errno === undefined) throw error
  return code
}
