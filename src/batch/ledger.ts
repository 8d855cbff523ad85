import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { say } from '../messages.js'
import type { Refusal } from './find.js'
import type { Inputs } from './inputs.js'
import { type Job, type Outcome, outcomeOf, type Settings } from './job.js'
import type { Manifest } from './manifest.js'
import { readWhole } from './read-whole.js'
import { type Counts, type FileRecord, noCounts } from './record.js'
import { reviewCsv, scoreOf } from './review.js'
import { Sample } from './sample.js'
import type { Targets } from './targets.js'
import { writePieces } from './write-whole.js'

/** So many files are told by name of those that failed, and of those whose plans were edited. */
const MOST_FAILURES = 100
const MOST_EDITED = 10

/** A file without a plan: the rule, and its sentence. */
export interface Failure {
  readonly path: string
  readonly code: string
  readonly reason: string
}

/** What a run has come to know, file by file; what is to outlast it goes to the manifest at once. */
export class Ledger {
  readonly failures = new Sample<Failure>(MOST_FAILURES)
  /** Failures by their rule. */
  readonly reasons = new Map<string, Failure & { readonly count: number }>()
  /** Plans that were left because a person edited them. */
  readonly edited = new Sample<{ path: string }>(MOST_EDITED)
  readonly counts: Counts = noCounts()
  /** Warnings by rule. */
  readonly problems: Record<string, number> = {}
  toReview = 0
  plans = 0
  unchanged = 0
  private readonly settings: Settings
  private readonly manifest: Manifest
  private readonly inputs: Inputs
  private readonly targets: Targets
  /** Paths that the operands name, though there is nothing to parse. */
  private readonly refused = new Set<string>()
  private owners: Map<string, string> | undefined

  constructor(settings: Settings, manifest: Manifest, inputs: Inputs, targets: Targets) {
    this.settings = settings
    this.manifest = manifest
    this.inputs = inputs
    this.targets = targets
  }

  get done(): number {
    return this.plans + this.failures.count
  }

  /** The job of an input, with the hash of the plan that is in its place. */
  jobOf(number: number): Job {
    const target = this.targets.at(number)
    const record = this.manifest.find(number)
    const known = record?.plan === target ? record.planSha256 : undefined
    return { ...this.inputs.at(number), target, ...(known !== undefined && { known }) }
  }

  /** A path for which there is nothing to parse. */
  refuse({ path, code, args }: Refusal): void {
    this.refused.add(path)
    const { tool, lang } = this.settings
    this.see(outcomeOf('failed', { path, status: 'failed', tool, code, reason: say(lang, code, args) }))
  }

  /** True where the plan was made from the same bytes, by the same version, with the same options. */
  isUnchanged(number: number): boolean {
    const { force, tool, options, output, mostMb } = this.settings
    const record = force ? undefined : this.manifest.find(number)
    if (!record?.plan || record.plan !== this.targets.at(number) || record.tool !== tool) return false
    if (!isDeepStrictEqual(record.options, options)) return false
    const size = statSync(join(output, record.plan), { throwIfNoEntry: false })?.size ?? 0
    if (size === 0) return false
    try {
      if (hashOf(readWhole(this.inputs.at(number).at, mostMb)) !== record.sha256) return false
    } catch {
      return false
    }
    if (size !== record.planBytes) this.edited.add({ path: record.plan })
    this.plans++
    this.unchanged++
    return true
  }

  /** True where the plan's place is free, or holds the plan of this file; else the file has failed. */
  isFree(number: number): boolean {
    const target = this.targets.at(number)
    if (this.settings.force || this.manifest.find(number)?.plan === target) return true
    if (!existsSync(join(this.settings.output, target))) return true
    const owner = this.ownerOf(target)
    if (owner === undefined || this.isNamed(owner)) return true
    this.refuse({ path: this.inputs.paths.at(number), code: 'batch.taken', args: { other: owner } })
    return false
  }

  private isNamed(path: string): boolean {
    return (this.inputs.paths.find(path) ?? this.inputs.length) < this.inputs.length || this.refused.has(path)
  }

  private ownerOf(target: string): string | undefined {
    if (!this.owners) {
      this.owners = new Map()
      for (const [, { path, plan }] of this.manifest.records()) if (plan) this.owners.set(plan, path)
    }
    return this.owners.get(target)
  }

  see(outcome: Outcome): void {
    const { state, plan } = outcome
    if (state === 'failed') this.fail(outcome)
    else this.plans++
    if (state === 'edited') this.edited.add({ path: plan! })
    else this.keep(outcome)
  }

  private fail({ path, code = '', reason = '' }: Outcome): void {
    const failure = { path, code, reason }
    this.failures.add(failure)
    const same = this.reasons.get(code)
    const first = same && same.path < path ? same : failure
    this.reasons.set(code, { ...first, count: (same?.count ?? 0) + 1 })
  }

  /** Notes a record; a plan of this file that stands in another place, or is no longer true, goes. */
  private keep({ state, path, plan, read, line }: Outcome): void {
    const number = this.inputs.paths.find(path)
    const old = number === undefined ? undefined : this.manifest.find(number)
    this.manifest.add(path, line)
    const isDone = state === 'written'
    if (!old?.plan || old.plan === plan || !(isDone || read)) return
    // Plans of another format are another thing, and a place that another file now has is not empty.
    if (old.options?.['format'] !== this.settings.format) return
    if (isDone && this.targets.has(old.plan)) return
    const at = join(this.settings.output, old.plan)
    if (existsSync(at) && hashOf(readFileSync(at)) === old.planSha256) rmSync(at)
  }

  /** Puts the manifest in order, adds up what it holds, and writes the review list where one is wanted. */
  finish(review: boolean): void {
    const scores = new Uint32Array(this.inputs.paths.length)
    for (const [number, record] of this.manifest.records()) {
      const named = this.isNamed(record.path)
      if (!named && !(record.plan !== undefined && existsSync(join(this.settings.output, record.plan)))) {
        this.manifest.drop(number)
        continue
      }
      scores[number] = scoreOf(record)
      if (scores[number] > 0) this.toReview++
      if (named) this.sum(record)
    }
    if (review) this.writeReview(scores)
    this.manifest.close()
  }

  /** Lists what is to be looked at, by the scores under the numbers of the files. */
  private writeReview(scores: Uint32Array): void {
    const { manifest } = this
    const doubtful = Uint32Array.from(scores.keys()).filter((number) => scores[number]! > 0)
    doubtful.sort((a, b) => scores[b]! - scores[a]! || a - b)
    const records = function* () {
      for (const number of doubtful) yield manifest.find(number)!
    }
    writePieces(join(this.settings.output, 'review.csv'), reviewCsv(records(), this.settings.lang))
  }

  private sum({ problems = {}, counts }: FileRecord): void {
    for (const [rule, count] of Object.entries(problems)) this.problems[rule] = (this.problems[rule] ?? 0) + count
    for (const key of Object.keys(this.counts) as (keyof Counts)[]) this.counts[key] += counts?.[key] ?? 0
  }
}

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
