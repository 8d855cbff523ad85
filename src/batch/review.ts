import { type Lang, say } from '../messages.js'
import { cell } from '../write/changes/csv.js'
import type { FileRecord } from './record.js'

/** How much each thing that may be wrong with a plan counts, and how often at most it counts. */
const WEIGHTS: Readonly<Record<string, readonly [weight: number, most: number]>> = {
  failed: [100, 1],
  'no-sections': [20, 1],
  'no-title': [15, 1],
  'title-of-file': [5, 1],
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
  'date-broken': [4, 5],
  'title-lost': [4, 5],
  'number-broken': [3, 5],
  'title-open': [2, 5],
  'title-unopened': [2, 5],
  'year-unknown': [2, 5],
  'doubled-body': [1, 1],
}
/** A warning that is not named above. */
const OTHER = [2, 5] as const

/** Something to look at, and how often it is there. */
interface Doubt {
  readonly id: string
  readonly count: number
  readonly score: number
}

/** How much a person should look at a file: the higher the sooner, 0 where nothing asks for it. */
export const scoreOf = (record: FileRecord): number => weigh(record).reduce((sum, { score }) => sum + score, 0)

/** What is to be looked at in a file, the weightiest first. */
function weigh(record: FileRecord): Doubt[] {
  return doubtsOf(record)
    .filter(([, count]) => count > 0)
    .map(([id, count]) => {
      const [weight, most] = WEIGHTS[id] ?? OTHER
      return { id, count, score: weight * Math.min(count, most) }
    })
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
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

/** Files as CSV for spreadsheets, in pieces: byte order mark, CRLF, no cell that runs as a formula. */
export function* reviewCsv(records: Iterable<FileRecord>, lang: Lang): Generator<string> {
  yield `\ufeff${COLUMNS.map((column) => cell(say(lang, `batch.review.${column}`))).join(',')}\r\n`
  for (const record of records) {
    const { path, plan = '', title = '', year = '', reason } = record
    const reasons =
      reason ??
      weigh(record)
        .map((doubt) => sayReason(doubt, lang))
        .join(lang === 'zh' ? '；' : '; ')
    yield `${[String(scoreOf(record)), path, plan, title, String(year), reasons].map(cell).join(',')}\r\n`
  }
}

/** A doubt in few words: 「序号不连续」; a rule without words of its own is named. */
export function sayDoubt(id: string, lang: Lang): string {
  return Object.hasOwn(WEIGHTS, id) ? say(lang, `batch.doubt.${id}`) : id
}

const sayReason = ({ id, count }: Doubt, lang: Lang) =>
  count > 1 ? `${sayDoubt(id, lang)} ×${count}` : sayDoubt(id, lang)
