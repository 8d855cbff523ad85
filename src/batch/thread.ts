import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { READY } from './serve.js'

/** The most memory for objects that parsing one document may take, in MB: a text of ten million characters needs less. */
export const DOCUMENT_HEAP_MB = 1024

/** Why a question has no answer: it took too long, the thread died of it, or whoever asked has ended the thread. */
type Reason = 'timeout' | 'crashed' | 'ended'

export class ThreadError extends Error {
  readonly reason: Reason

  constructor(reason: Reason) {
    super(reason)
    this.reason = reason
  }
}

interface Asked<Question, Answer> {
  readonly question: Question
  readonly resolve: (answer: Answer) => void
  readonly reject: (error: unknown) => void
}

export interface ThreadOptions {
  /** Handed to the thread when it starts. */
  readonly data: unknown
  /** The most memory for objects, in MB; a thread that needs more is ended. */
  readonly heapMb: number
  /** How long one question may take; without it for ever. */
  readonly ms?: number
}

/**
 * One worker thread that answers questions one after the other. Where it takes too long or dies, the question it was at
 * is rejected and a new thread answers those behind.
 */
export class Thread<Question, Answer> {
  private readonly entry: string
  private readonly options: ThreadOptions
  private readonly waiting: Asked<Question, Answer>[] = []
  private worker: Worker | undefined
  private timer: NodeJS.Timeout | undefined
  private ready = false
  private ended = false

  /** `entry` is a program of dist/, as in `batch-worker`. */
  constructor(entry: string, options: ThreadOptions) {
    this.entry = entry
    this.options = options
  }

  ask(question: Question): Promise<Answer> {
    if (this.ended) return Promise.reject(new ThreadError('ended'))
    return new Promise((resolve, reject) => {
      this.waiting.push({ question, resolve, reject })
      this.worker ??= this.start()
      this.worker.postMessage(question)
      if (this.waiting.length === 1) this.watch()
    })
  }

  /** Ends the thread for good; what it had not answered, or is asked from now on, is rejected. */
  async end(): Promise<void> {
    this.ended = true
    clearTimeout(this.timer)
    const { worker } = this
    this.worker = undefined
    for (const { reject } of this.waiting.splice(0)) reject(new ThreadError('ended'))
    await worker?.terminate()
  }

  private start(): Worker {
    const worker = new Worker(programPath(this.entry), {
      workerData: this.options.data,
      resourceLimits: { maxOldGenerationSizeMb: this.options.heapMb, maxYoungGenerationSizeMb: 4 },
    })
    this.ready = false
    worker.on('message', (answer: Answer | typeof READY) => {
      const asked = this.ready ? this.waiting.shift() : undefined
      this.ready = true
      this.watch()
      asked?.resolve(answer as Answer)
    })
    worker.on('error', () => {})
    worker.on('exit', () => this.restart(worker, 'crashed'))
    return worker
  }

  /** The time of a question runs from when the one before it was answered. */
  private watch(): void {
    clearTimeout(this.timer)
    const { ms } = this.options
    const { worker } = this
    if (ms === undefined || !worker || !this.ready || this.waiting.length === 0) return
    const [first] = this.waiting
    this.timer = setTimeout(() => {
      // An answer may have come while this thread was busy: it is heard first.
      setTimeout(() => {
        if (this.waiting[0] !== first || this.worker !== worker) return
        this.restart(worker, 'timeout')
        worker.terminate()
      }, 1)
    }, ms)
  }

  private restart(worker: Worker, reason: Reason): void {
    if (this.worker !== worker) return
    this.worker = undefined
    const asked = this.waiting.shift()
    if (this.waiting.length > 0) {
      this.worker = this.start()
      for (const { question } of this.waiting) this.worker.postMessage(question)
    }
    this.watch()
    asked?.reject(new ThreadError(reason))
  }
}

/** A program beside this one, or in dist/ when run from the sources. */
function programPath(name: string): string {
  const beside = new URL(`./${name}.js`, import.meta.url)
  return fileURLToPath(existsSync(beside) ? beside : new URL(`../../dist/${name}.js`, import.meta.url))
}
