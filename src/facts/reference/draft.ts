import { coverOf } from '../../text/cover.js'
import type { DocumentNumber, Sentence, Span } from '../../types.js'
import { articleAt } from './article.js'
import { type Issuers, issuersBefore } from './issuer.js'
import { type NumberAt, numbersIn } from './number.js'
import { statutesIn } from './statute.js'
import type { Title } from './title.js'
import { unmarkedIn } from './unmarked.js'

/** A reference as it is being read: where its parts stand. */
export interface Draft {
  span: Span
  readonly rule: 'title' | 'unmarked' | 'statute' | 'number'
  readonly name?: Span
  readonly inner: readonly Span[]
  number?: DocumentNumber
  issuers?: Issuers
  article?: Span
}

/** Titles, full names without marks and numbers that belong to neither, in the order of the text. */
export function draftsOf(sentence: Sentence, titles: readonly Title[]): Draft[] {
  const { text } = sentence
  const numbers = numbersIn(sentence)
  const { named, inTitle } = namedIn(text, titles)
  const used = new Set<NumberAt>()
  named.forEach((draft, i) => {
    const from = named[i - 1]?.span.end ?? 0
    takeNumber(draft, numbers, text, from, used)
    takeArticle(draft, text)
    if (!draft.issuers && draft.rule !== 'statute') takeIssuers(draft, text, from)
  })
  const bare = numbers
    .filter((at) => !used.has(at) && !inTitle(at.start))
    .map(({ start, end, number }): Draft => ({ span: { start, end }, number, inner: [], rule: 'number' }))
  const drafts = [...named, ...bare].sort((a, b) => a.span.start - b.span.start)
  shareNumbers(drafts, text)
  shareIssuers(drafts, text)
  return drafts
}

/** Titles in marks but for short names that are being defined （以下简称《办法》）, and full names without marks. */
function namedIn(text: string, titles: readonly Title[]): { named: Draft[]; inTitle: (at: number) => boolean } {
  const inTitle = coverOf(
    text.length,
    titles.map(({ span }) => span),
  )
  const named: Draft[] = titles
    .filter(({ span }) => !/称(?:为)?:?$/.test(text.slice(Math.max(0, span.start - 3), span.start)))
    .map((title) => ({ ...title, rule: 'title' }))
  for (const unmarked of unmarkedIn(text, inTitle)) named.push({ ...unmarked, inner: [], rule: 'unmarked' })
  for (const name of statutesIn(text, inTitle)) named.push({ span: name, name, inner: [], rule: 'statute' })
  return { named: named.sort((a, b) => a.span.start - b.span.start), inTitle }
}

/** No number stands further behind its title. */
const NEAR = 32

/** The number in the bracket behind a title, or right before it. */
function takeNumber(draft: Draft, numbers: readonly NumberAt[], text: string, from: number, used: Set<NumberAt>): void {
  const { start, end } = draft.span
  const near = between(numbers, from, end + NEAR)
  const behind = near.find((at) => at.start >= end && isBehind(text.slice(end, at.start)))
  const taken = behind ?? near.find((at) => !used.has(at) && at.end <= start && isBefore(text.slice(at.end, start)))
  if (!taken) return
  used.add(taken)
  draft.number = taken.number
  const open = end + Math.max(0, text.slice(end, taken.start).search(/[([]/))
  draft.span = behind ? { start, end: closing(text, open, taken.end) } : { start: taken.start, end }
}

/** The numbers that start in [from, to], by bisection. */
function between(numbers: readonly NumberAt[], from: number, to: number): NumberAt[] {
  let [low, high] = [0, numbers.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (numbers[middle]!.start < from) low = middle + 1
    else high = middle
  }
  const out: NumberAt[] = []
  for (let i = low; i < numbers.length && numbers[i]!.start <= to; i++) out.push(numbers[i]!)
  return out
}

const isBefore = (gap: string) =>
  /^\)?(?:号)?(?:文件|文)?(?:精神|的形式)?(?:(?:正式|联合)?(?:印发|下发|发布|转发)了?的?)?[,:]?$/.test(gap)
const isBehind = (gap: string) =>
  gap === '' ||
  /^的(?:通知|决定|意见|函|公告|批复)[([]$/.test(gap) ||
  (/[([][^()[\]《》]{0,30}$/.test(gap) && gap.lastIndexOf('(') <= 0 && gap.lastIndexOf('[') <= 0)

/** The end of the bracket that opens at an offset and holds a number; the number's end where it does not close. */
function closing(text: string, open: number, end: number): number {
  if (!'(['.includes(text[open] ?? ' ')) return end
  const tail = /^[^()[\]。]{0,60}[)\]]/.exec(text.slice(end, end + 64))
  return tail ? end + tail[0].length : end
}

function takeArticle(draft: Draft, text: string): void {
  const article = articleAt(text, draft.span.end)
  if (!article) return
  draft.article = article
  draft.span = { start: draft.span.start, end: article.end }
}

function takeIssuers(draft: Draft, text: string, from: number): void {
  const issuers = issuersBefore(text, from, draft.span.start)
  if (!issuers) return
  draft.issuers = issuers
  draft.span = { start: issuers.start, end: draft.span.end }
}

/** 「《甲》和《乙》的通知（…9号）」: the number of the notice is both titles'. */
function shareNumbers(drafts: readonly Draft[], text: string): void {
  for (let i = drafts.length - 2; i >= 0; i--) {
    const [left, right] = [drafts[i]!, drafts[i + 1]!]
    if (left.number || !right.number || right.rule !== 'title') continue
    const ofNotice = text.slice(right.name!.end + 1, right.name!.end + 8).startsWith('的')
    if (ofNotice && /^(?:[、,]|以及|和|与|及)$/.test(text.slice(left.span.end, right.span.start)))
      left.number = right.number
  }
}

/** A title that begins with a place of its own is not its neighbour's issuer's. */
const OWN = /^(?:中华人民共和国|中国|中共|国务院|全国|[\u3400-\u9fff]{0,3}[省市县区镇州])/

/** An issuer before 《A》、《B》 is both titles', where nothing sets the second apart. */
function shareIssuers(drafts: readonly Draft[], text: string): void {
  drafts.forEach((draft, i) => {
    const left = drafts[i - 1]
    if (!left?.issuers || left.rule !== 'title' || draft.rule !== 'title' || draft.issuers) return
    const joined = /^(?:[、,]|以及|和|与|及)?$/.test(text.slice(left.span.end, draft.span.start))
    const own = OWN.test(text.slice(draft.name!.start, draft.name!.end))
    if (joined && !own && left.number?.agencyCode === draft.number?.agencyCode) draft.issuers = left.issuers
  })
}
