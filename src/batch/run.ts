import { statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { setImmediate } from 'node:timers/promises'
import { say } from '../messages.js'
import { type Job, type Outcome, OutputError, outcomeOf, type Settings } from './job.js'
import { Thread, ThreadError } from './thread.js'
import type { Answer, Question, Start } from './worker.js'

/** Below this many files one thread is faster than starting others. */
const WORTH_THREADS = 300
/** Without `--jobs`: so many threads stay below 200 MB, however many files there are (`node bench/many.mjs`). */
const MOST_THREADS = 3
/** Files a message: enough that messages cost nothing beside them. */
const CHUNK = 16
/** Files with more bytes are parsed in a thread even alone: one that takes too much memory ends that thread only. */
const LARGE = 1 << 20
/** Ctrl-C waits so long for files that are being parsed. */
const GRACE_MS = 500

/** Jobs by their numbers, made when they are asked for. */
export interface Jobs {
  readonly length: number
  at(number: number): Job
}

export interface Run {
  readonly jobs: Jobs
  readonly settings: Settings
  /** As the user said; absent: what pays. */
  readonly threads: number | undefined
  /** The most memory that a file may take, in MB. */
  readonly heapMb: number
  /** Starts no further file. */
  readonly signal: AbortSignal
  /** Ends those that are being parsed, too. */
  readonly interruption: AbortSignal
  /** What became of a job, in any order; `current` is a file that is being parsed. */
  see(outcome: Outcome, current: string): void
}

/** Runs jobs in this thread or in others, whichever is faster. Throws an OutputError where nothing can be written. */
export function runJobs(run: Run): Promise<void> {
  const worth = run.jobs.length < WORTH_THREADS ? 1 : Math.min(availableParallelism(), MOST_THREADS)
  const threads = Math.min(run.threads ?? worth, run.jobs.length)
  return threads > 1 ? runInThreads(run, threads) : runHere(run)
}

async function runHere(run: Run): Promise<void> {
  const { jobs, settings, signal, see } = run
  const { runJob } = await import('./run-job.js')
  const board = boardOf(1)
  let thread: Thread<Question, Answer> | undefined
  try {
    for (let i = 0; i < jobs.length; i++) {
      // Signals and the progress bar get their turn.
      await setImmediate()
      if (signal.aborted) return
      const job = jobs.at(i)
      if (isLarge(job)) {
        thread ??= start(run, board, 1)
        for (const outcome of await answer(thread, { jobs: [job], from: i }, run)) see(outcome, job.path)
      } else see(await runJob(job, settings), job.path)
    }
  } finally {
    await thread?.end()
  }
}

function isLarge({ at }: Job): boolean {
  try {
    return statSync(at).size > LARGE
  } catch {
    // Reading it says what is wrong with it.
    return false
  }
}

const boardOf = (seats: number) => new Int32Array(new SharedArrayBuffer(4 * (seats + 1)))

function start({ settings, heapMb, interruption }: Run, board: Int32Array, seat: number): Thread<Question, Answer> {
  const data: Start = { settings, board, seat }
  const thread = new Thread<Question, Answer>('batch-worker', { data, heapMb })
  interruption.addEventListener('abort', () => setTimeout(() => thread.end(), GRACE_MS).unref())
  return thread
}

async function runInThreads(run: Run, count: number): Promise<void> {
  const { jobs, signal, see } = run
  const board = boardOf(count)
  const stop = () => Atomics.store(board, 0, 1)
  signal.addEventListener('abort', stop)
  let next = 0
  const work = async (seat: number, thread: Thread<Question, Answer>) => {
    while (next < jobs.length && !signal.aborted && Atomics.load(board, 0) === 0) {
      const from = next
      next = Math.min(from + CHUNK, jobs.length)
      const chunk = Array.from({ length: next - from }, (_, i) => jobs.at(from + i))
      for (const outcome of await answer(thread, { jobs: chunk, from }, run))
        see(outcome, jobs.at(Atomics.load(board, seat)).path)
    }
  }
  const threads = Array.from({ length: count }, (_, i) => start(run, board, i + 1))
  try {
    // Two questions at a time, so that a thread never waits for the next.
    await Promise.all(threads.flatMap((thread, i) => [work(i + 1, thread), work(i + 1, thread)]))
  } finally {
    stop()
    signal.removeEventListener('abort', stop)
    await Promise.all(threads.map((thread) => thread.end()))
  }
}

/** The outcomes of a chunk; where its thread died, file by file, so that only the one that did it is lost. */
async function answer(thread: Thread<Question, Answer>, question: Question, run: Run): Promise<Outcome[]> {
  const { jobs, from } = question
  try {
    const { outcomes, fatal } = await thread.ask(question)
    if (fatal !== undefined) throw new OutputError(fatal)
    return [...outcomes]
  } catch (error) {
    if (error instanceof OutputError) throw error
    if (error instanceof ThreadError && error.reason === 'ended') return []
    if (jobs.length === 1) return [crashed(jobs[0]!, run)]
    const outcomes: Outcome[] = []
    for (const [i, job] of jobs.entries())
      outcomes.push(...(await answer(thread, { jobs: [job], from: from + i }, run)))
    return outcomes
  }
}

function crashed({ path }: Job, { settings: { tool, lang }, heapMb }: Run): Outcome {
  const code = 'batch.crashed'
  return outcomeOf('failed', { path, status: 'failed', tool, code, reason: say(lang, code, { most: heapMb }) })
}
