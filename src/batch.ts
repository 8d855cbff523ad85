import { existsSync, mkdirSync, readFileSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { type Filter, type Found, find } from './batch/find.js'
import { type Job, OutputError, type Settings } from './batch/job.js'
import { Ledger } from './batch/ledger.js'
import { openManifest } from './batch/manifest.js'
import { reviewCsv } from './batch/review.js'
import { runJobs } from './batch/run.js'
import { targetsOf } from './batch/targets.js'
import { sweep, writeWhole } from './batch/write-whole.js'

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
  readonly ledger: Ledger
  readonly left: number
  readonly fatal?: string
}

/** Files between two turns of signals and the progress bar. */
const TURN = 64

/** The files that are to be parsed, and the output folder made ready. Throws an OutputError for one that cannot be. */
function prepare({ operands, cwd, filter, settings }: Batch) {
  try {
    mkdirSync(settings.output, { recursive: true })
    const found = find(operands, cwd, realpathSync(settings.output), filter)
    const targets = targetsOf(
      found.inputs.map(({ within }) => within),
      settings.format,
    )
    for (const folder of new Set(['.', ...targets.map((target) => dirname(target))]))
      if (existsSync(join(settings.output, folder))) sweep(join(settings.output, folder))
    return { found, targets, ledger: new Ledger(settings, openManifest(settings.output), found.inputs, targets) }
  } catch (error) {
    throw new OutputError(codeOf(error))
  }
}

/**
 * Parses every file that the operands name into the output folder; what is there already is not done again. Throws an
 * OutputError where the folder cannot be made ready.
 */
export async function convertAll(batch: Batch): Promise<Ending> {
  const { settings, failFast } = batch
  const { found, targets, ledger } = prepare(batch)
  const total = found.inputs.length + found.refusals.length
  const stop = new AbortController()
  const signal = AbortSignal.any([batch.signal, stop.signal])
  const tell = (current: string) => {
    if (failFast && ledger.failures.length > 0) stop.abort()
    batch.tell({ done: ledger.done, total, failed: ledger.failures.length, current })
  }
  let fatal: string | undefined
  try {
    for (const refusal of found.refusals) ledger.refuse(refusal)
    tell('')
    const jobs: Job[] = []
    for (const [i, { path, at }] of found.inputs.entries()) {
      if (signal.aborted) break
      if (i % TURN === 0) await setImmediate()
      const job = { path, at, target: targets[i]! }
      const changed = ledger.isUnchanged(job) ? undefined : ledger.prepare(job)
      if (changed) jobs.push(changed)
      tell(path)
    }
    await runJobs({
      ...{ jobs, settings, signal, threads: batch.threads },
      see(outcome, current) {
        ledger.see(outcome)
        if (outcome.explained) batch.explain(outcome.explained)
        tell(current)
      },
    })
    ledger.finish(batch.review)
    if (batch.review) writeReview(batch, ledger)
  } catch (error) {
    fatal = codeOf(error)
  }
  return { found, ledger, left: total - ledger.done, ...(fatal !== undefined && { fatal }) }
}

function writeReview({ settings }: Batch, { review }: Ledger): void {
  const file = join(settings.output, 'review.csv')
  const text = reviewCsv(review, settings.lang)
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeWhole(file, text)
}

/** The code of what the file system refused; anything else is a bug. */
function codeOf(error: unknown): string {
  if (error instanceof OutputError) return error.code
  const { code, errno } = error as NodeJS.ErrnoException
  if (code === undefined || errno === undefined) throw error
  return code
}
