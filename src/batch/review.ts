import { type Lang, say } from '../messages.js'
import { cell } from '../write/changes/csv.js'
import type { FileRecord } from './record.js'

/** How much each thing that may be wrong with a plan counts, and how often at most it counts. */
const WEIGHTS: Readonly<Record<string, readonly [weight: number, most: number]>> = {
  failed: [100, 1],
  'no-sections': [20, 1],
  'no-title': [15, 1],
  'no-facts': [12, 1],
  'repair.unreadable': [6, 5],
  'repair.undecided': [6, 5],
  'repair.lost': [20, 1],
  'no-year': [10, 1],
  'list-counts-differ': [5, 5],
  'close-repairs': [4, 5],
  'ordinal-gap': [4, 4],
  'ordinal-repeat': [4, 4],
  'read.scanned-pages': [20, 1],
  'read.glyph-pages': [20, 1],
  'read.outside-body': [8, 2],
  'read.text-box': [8, 2],
  'stray-bytes': [8, 1],
  'fact-lost': [8, 5],
  'title-lost': [4, 5],
  'title-open': [2, 5],
  'year-unknown': [2, 5],
  'doubled-body': [1, 1],
}
/** A warning that is not named above. */
const OTHER = [2, 5] as const

/** A file to look at: the higher the score the sooner. */
export interface ReviewRow {
  readonly score: number
  readonly record: FileRecord
  /** What is to be looked at, and how often, the weightiest first. */
  readonly reasons: readonly (readonly [id: string, count: number])[]
}

/** How much a person should look at a file, undefined where nothing asks for it. */
export function reviewOf(record: FileRecord): ReviewRow | undefined {
  const weighed = doubtsOf(record)
    .filter(([, count]) => count > 0)
    .map(([id, count]) => {
      const [weight, most] = WEIGHTS[id] ?? OTHER
      return { id, count, score: weight * Math.min(count, most) }
    })
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
  if (weighed.length === 0) return undefined
  const score = weighed.reduce((sum, part) => sum + part.score, 0)
  return { score, record, reasons: weighed.map(({ id, count }) => [id, count] as const) }
}

function doubtsOf({ status, problems = {}, counts, closeRepairs = 0, year }: FileRecord): [string, number][] {
  if (status === 'failed') return [['failed', 1]]
  const facts = counts ? counts.indicators + counts.references + counts.deadlines + counts.responsible : 0
  return [
    ...Object.entries(problems),
    ['close-repairs', closeRepairs],
    ['no-year', year === undefined ? 1 : 0],
    ['no-facts', facts === 0 ? 1 : 0],
  ]
}

const COLUMNS = ['score', 'path', 'plan', 'title', 'year', 'reasons'] as const

/** The rows as CSV for spreadsheets, the weightiest first: byte order mark, CRLF, no cell that runs as a formula. */
export function reviewCsv(rows: readonly ReviewRow[], lang: Lang): string {
  const sorted = [...rows].sort((a, b) => b.score - a.score || (a.record.path < b.record.path ? -1 : 1))
  const lines = sorted.map(({ score, record, reasons }) =>
    [
      String(score),
      record.path,
      record.plan ?? '',
      record.title ?? '',
      String(record.year ?? ''),
      record.reason ?? reasons.map((reason) => sayReason(reason, lang)).join(lang === 'zh' ? '；' : '; '),
    ]
      .map(cell)
      .join(','),
  )
  const head = COLUMNS.map((column) => cell(say(lang, `batch.review.${column}`))).join(',')
  return `\ufeff${[head, ...lines].join('\r\n')}\r\n`
}

/** A doubt in few words: 「序号不连续」; a rule without words of its own is named. */
export function sayDoubt(id: string, lang: Lang): string {
  return Object.hasOwn(WEIGHTS, id) ? say(lang, `batch.doubt.${id}`) : id
}

const sayReason = ([id, count]: readonly [string, number], lang: Lang) =>
  count > 1 ? `${sayDoubt(id, lang)} ×${count}` : sayDoubt(id, lang)
