import type { Ledger } from '../../batch/ledger.js'
import { sayDoubt } from '../../batch/review.js'
import type { Ending } from '../../batch.js'
import { type Lang, say } from '../../messages.js'
import { printable } from './printable.js'
import { sayTime } from './progress.js'

/** So many names are printed of files that were left; the manifest holds them all. */
const MOST_NAMES = 10
const MOST_RULES = 6
/** Failures that are seen at a glance; more are counted by their reasons. */
const FEW = 10

export interface Circumstances {
  readonly output: string
  readonly ms: number
  readonly signal: AbortSignal
  /** True where a review list was written. */
  readonly review: boolean
}

/** What a person reads at the end of a run: the files that failed, and what became of all of them. */
export function summarise(ending: Ending, told: Circumstances, lang: Lang): { failures: string; summary: string } {
  const { found, inputs, ledger, fatal } = ending
  const manifest = `${told.output}/manifest.ndjson`
  const failures = [...sayFailures(ledger, manifest, lang), ...sayEnd(ending, told, lang)]
  const lines: string[] = []
  const all = inputs.length + found.refusals.length
  if (inputs.length === 0 && fatal === undefined) failures.push(say(lang, 'batch.nothing'))
  const others = [
    ...found.skipped.map((path) => say(lang, 'batch.skipped', { path: printable(path) })),
    ...ledger.edited.first.map(({ path }) => say(lang, 'batch.edited', { path: printable(path) })),
  ]
  lines.push(...others.slice(0, MOST_NAMES))
  const more = found.skipped.length + ledger.edited.count - MOST_NAMES
  if (more > 0) lines.push(say(lang, 'batch.more', { count: more, manifest }))
  if (found.aside.size > 0) lines.push(say(lang, 'batch.aside', { kinds: list([...found.aside], lang) }))
  if (all > 0) {
    const { plans, unchanged } = ledger
    const time = sayTime(told.ms / 1000, lang)
    const counts = numbers({ files: all, plans, unchanged, failed: ledger.failures.count })
    lines.push(say(lang, 'batch.files', { ...counts, time }))
  }
  if (fatal === undefined && ledger.plans > 0) lines.push(...sayPlans(ending, told, lang))
  if (all > 0) lines.push(say(lang, 'batch.manifest', { file: manifest }))
  const text = (part: readonly string[]) => part.map((line) => `${line}\n`).join('')
  return { failures: text(failures), summary: text(lines) }
}

/** Each file that failed with its reason; of many, how many failed for which. */
function sayFailures({ failures, reasons }: Ledger, manifest: string, lang: Lang): string[] {
  const { first, count } = failures
  const lines = first.map(({ path, reason }) => `${printable(path)}: ${printable(reason)}`)
  if (count > first.length) lines.push(say(lang, 'batch.more', { count: count - first.length, manifest }))
  if (count <= FEW || reasons.size === 1) return lines
  const sorted = [...reasons.values()].sort((a, b) => b.count - a.count || (a.path < b.path ? -1 : 1))
  return [
    ...lines,
    ...sorted.map(({ count, reason }) => say(lang, 'batch.by-reason', { count, reason: printable(reason) })),
  ]
}

/** Why the run ended before its time. */
function sayEnd({ left, fatal }: Ending, { output, signal }: Circumstances, lang: Lang): string[] {
  if (fatal !== undefined) {
    return [say(lang, 'batch.fatal', { output, reason: sayErrno(fatal, lang), left })]
  }
  if (left === 0) return []
  return [say(lang, signal.aborted ? 'batch.interrupted' : 'batch.stopped', { left })]
}

/** What the file system refused: ENOSPC → 「磁盘已满」 */
export function sayErrno(code: string, lang: Lang): string {
  const known = ['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EADDRINUSE'].includes(code)
  return known ? say(lang, `batch.errno.${code}`) : code
}

function sayPlans({ ledger }: Ending, { output, review }: Circumstances, lang: Lang): string[] {
  const lines = [say(lang, 'batch.counts', numbers({ ...ledger.counts }))]
  const rules = Object.entries(ledger.problems).sort((a, b) => b[1] - a[1])
  const words = rules.slice(0, MOST_RULES).map(([rule, n]) => [sayDoubt(rule, lang), n] as const)
  if (rules.length > 0) lines.push(say(lang, 'batch.warnings', { list: list(words, lang) }))
  const count = ledger.toReview
  if (review) lines.push(say(lang, 'batch.to-review', { count, file: `${output}/review.csv` }))
  else if (count > 0) lines.push(say(lang, 'batch.review-hint', { count }))
  return lines
}

/** 1234567 → 1,234,567 */
const grouped = (n: number) => String(n).replace(/\B(?=(?:\d{3})+$)/g, ',')

const numbers = (counts: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(counts).map(([key, n]) => [key, grouped(n)]))

const list = (pairs: readonly (readonly [string, number])[], lang: Lang) =>
  pairs.map(([name, n]) => `${name} ${grouped(n)}`).join(lang === 'zh' ? '、' : ', ')
