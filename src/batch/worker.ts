import { workerData } from 'node:worker_threads'
import { type Job, type Outcome, OutputError, type Settings } from './job.js'
import { runJob } from './run-job.js'
import { serve } from './serve.js'

/** What the threads of a run have in common: `board[0]` says stop, `board[seat]` which job a thread is at. */
export interface Start {
  readonly settings: Settings
  readonly board: Int32Array
  readonly seat: number
}

export interface Question {
  readonly jobs: readonly Job[]
  /** The number of the first job. */
  readonly from: number
}

/** `fatal` is the code of the error after which nothing more can be written. */
export interface Answer {
  readonly outcomes: readonly Outcome[]
  readonly fatal?: string
}

const { settings, board, seat } = workerData as Start

serve(
  async ({ jobs, from }: Question): Promise<Answer> => {
    const outcomes: Outcome[] = []
    for (const [i, job] of jobs.entries()) {
      if (Atomics.load(board, 0) !== 0) break
      Atomics.store(board, seat, from + i)
      try {
        outcomes.push(await runJob(job, settings))
      } catch (error) {
        if (error instanceof OutputError) return { outcomes, fatal: error.code }
        throw error
      }
    }
    return { outcomes }
  },
  ({ outcomes }) => outcomes.map(({ line }) => line.buffer),
)
