import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { say } from '../messages.js'
import type { Input, Refusal } from './find.js'
import type { Job, Outcome, Settings } from './job.js'
import type { Manifest } from './manifest.js'
import { readWhole } from './read-whole.js'
import { type Counts, type FileRecord, noCounts } from './record.js'
import { type ReviewRow, reviewOf } from './review.js'

/** What a run has come to know, file by file; what is to outlast it goes to the manifest at once. */
export class Ledger {
  readonly failures: FileRecord[] = []
  /** Plans that were left because a person edited them. */
  readonly edited: string[] = []
  readonly counts: Counts = noCounts()
  /** Warnings by rule. */
  readonly problems: Record<string, number> = {}
  readonly review: ReviewRow[] = []
  toReview = 0
  plans = 0
  unchanged = 0
  private readonly paths: Set<string>
  private readonly targets: Set<string>
  private readonly settings: Settings
  private readonly manifest: Manifest
  private owners: Map<string, string> | undefined

  constructor(settings: Settings, manifest: Manifest, inputs: readonly Input[], targets: readonly string[]) {
    this.settings = settings
    this.manifest = manifest
    this.paths = new Set(inputs.map(({ path }) => path))
    this.targets = new Set(targets)
  }

  get done(): number {
    return this.plans + this.failures.length
  }

  /** A path for which there is nothing to parse. */
  refuse({ path, code, args }: Refusal): void {
    this.paths.add(path)
    const { tool, lang } = this.settings
    this.fail({ path, status: 'failed', tool, code, reason: say(lang, code, args) })
  }

  /** True where the plan was made from the same bytes, by the same version, with the same options. */
  isUnchanged({ path, at, target }: Job): boolean {
    const { force, tool, options, output, mostMb } = this.settings
    const record = force ? undefined : this.manifest.find(path)
    if (!record || record.plan !== target || record.tool !== tool) return false
    if (!isDeepStrictEqual(record.options, options)) return false
    const size = statSync(join(output, target), { throwIfNoEntry: false })?.size ?? 0
    if (size === 0) return false
    try {
      if (hashOf(readWhole(at, mostMb)) !== record.sha256) return false
    } catch {
      return false
    }
    if (size !== record.planBytes) this.edited.push(target)
    this.plans++
    this.unchanged++
    return true
  }

  /** A job with the hash of the plan that is in its place; undefined where that is the plan of another file. */
  prepare(job: Job): Job | undefined {
    const { output, force } = this.settings
    const record = this.manifest.find(job.path)
    if (record?.plan === job.target) return { ...job, ...(record.planSha256 && { known: record.planSha256 }) }
    if (force || !existsSync(join(output, job.target))) return job
    const owner = this.ownerOf(job.target)
    if (owner === undefined || this.paths.has(owner)) return job
    this.refuse({ path: job.path, code: 'batch.taken', args: { other: owner } })
    return undefined
  }

  private ownerOf(target: string): string | undefined {
    if (!this.owners) {
      this.owners = new Map()
      for (const { path, plan } of this.manifest.records()) if (plan) this.owners.set(plan, path)
    }
    return this.owners.get(target)
  }

  see({ state, record }: Outcome): void {
    if (state === 'failed') this.fail(record)
    else {
      this.plans++
      if (state === 'edited') this.edited.push(record.plan!)
      else this.keep(record)
    }
  }

  private fail(record: FileRecord): void {
    const { path, status, code, reason } = record
    // Of a hundred thousand files as little as is told at the end.
    this.failures.push({ path, status, code: code!, reason: reason! })
    this.keep(record)
  }

  /** Notes a record; a plan of this file that stands in another place, or is no longer true, goes. */
  private keep(record: FileRecord): void {
    const old = this.manifest.find(record.path)
    this.manifest.add(record)
    const outdated = record.status === 'done' || record.sha256 !== undefined
    if (!old?.plan || old.plan === record.plan || !outdated) return
    // Plans of another format are another thing, and a place that another file now has is not empty.
    if (old.options?.['format'] !== this.settings.format) return
    if (record.status === 'done' && this.targets.has(old.plan)) return
    const path = join(this.settings.output, old.plan)
    if (existsSync(path) && hashOf(readFileSync(path)) === old.planSha256) rmSync(path)
  }

  /** Puts the manifest in order and adds up what it holds; `rows` keeps what a review list is made of. */
  finish(rows: boolean): void {
    const { output } = this.settings
    const stays = ({ path, plan }: FileRecord) =>
      this.paths.has(path) || (plan !== undefined && existsSync(join(output, plan)))
    this.manifest.finish(stays, (record) => {
      const row = reviewOf(record)
      if (row) this.toReview++
      if (row && rows) this.review.push(row)
      if (!this.paths.has(record.path)) return
      for (const [rule, count] of Object.entries(record.problems ?? {}))
        this.problems[rule] = (this.problems[rule] ?? 0) + count
      for (const key of Object.keys(this.counts) as (keyof Counts)[]) this.counts[key] += record.counts?.[key] ?? 0
    })
  }
}

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
