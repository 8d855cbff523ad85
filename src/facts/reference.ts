import { coverOf } from '../text/cover.js'
import { normalise } from '../text/width.js'
import type { Context, DocumentNumber, Extractor, Fact, Reference, Relation, Sentence, Span } from '../types.js'
import { type Issuers, issuersBefore } from './reference/issuer.js'
import { typeOf } from './reference/kind.js'
import { type NumberAt, numbersIn } from './reference/number.js'
import { governs, governsFromBehind } from './reference/relation.js'
import { titlesIn } from './reference/title.js'
import { unmarkedIn } from './reference/unmarked.js'

/** A reference as it is being read: where its parts stand. */
interface Draft {
  span: Span
  rule: 'title' | 'unmarked' | 'number'
  name?: Span
  inner: readonly Span[]
  number?: DocumentNumber
  issuers?: Issuers
  article?: string
}

/** Documents that a sentence names: 「按照省卫生厅《办法》（湘卫发〔2018〕3号）」 → title, number, issuers, implements. */
export const extractor: Extractor<'reference', Reference> = {
  kind: 'reference',
  key: 'references',
  triggers: '《〈“号关',
  extract(sentence, context) {
    const numbers = numbersIn(sentence)
    const drafts = draftsOf(sentence, numbers)
    shareIssuers(drafts, sentence.text)
    const relations = relationsOf(drafts, sentence.text)
    return drafts.map((draft, i) => toFact(draft, relations[i]!, sentence, context))
  },
}

/** Titles, full names without marks and numbers that belong to neither, in the order of the text. */
function draftsOf(sentence: Sentence, numbers: readonly NumberAt[]): Draft[] {
  const { text } = sentence
  const titles = titlesIn(sentence)
  const named: Draft[] = titles
    .filter(({ span }) => !/称(?:为)?:?$/.test(text.slice(Math.max(0, span.start - 3), span.start)))
    .map(({ span, name, inner }) => ({ span, name, inner, rule: 'title' }))
  const inTitle = coverOf(
    text.length,
    titles.map(({ span }) => span),
  )
  for (const { span, name, issuers } of unmarkedIn(text, inTitle))
    named.push({ span, name, issuers, inner: [], rule: 'unmarked' })
  named.sort((a, b) => a.span.start - b.span.start)
  const used = new Set<NumberAt>()
  named.forEach((draft, i) => {
    const from = named[i - 1]?.span.end ?? 0
    takeNumber(draft, numbers, text, from, used)
    if (!draft.issuers) takeIssuers(draft, text, from)
  })
  for (const at of numbers)
    if (!used.has(at) && !inTitle(at.start))
      named.push({ span: { start: at.start, end: at.end }, number: at.number, inner: [], rule: 'number' })
  return named.sort((a, b) => a.span.start - b.span.start)
}

const ARTICLE =
  /(?:的)?(第[〇零一二三四五六七八九十百\d]{1,6}条(?:之[一二三四五六七八九十])?(?:第[一二三四五六七八九十\d]{1,3}款)?(?:第?\(?[一二三四五六七八九十\d]{1,3}\)?项)?(?:(?:[、和至-]|以及)第[〇零一二三四五六七八九十百\d]{1,6}[条款](?:第[一二三四五六七八九十\d]{1,3}款)?){0,6})/y
const BEHIND = /[([][^()[\]《》]{0,30}$/

/** The number in the bracket behind a title, or right before it; then the article that is cited. */
function takeNumber(draft: Draft, numbers: readonly NumberAt[], text: string, from: number, used: Set<NumberAt>): void {
  let { start, end } = draft.span
  const near = between(numbers, from, end + 32)
  const behind = near.find((at) => at.start >= end && isBehind(text.slice(end, at.start)))
  if (behind) {
    used.add(behind)
    end = closing(text, end, behind.end)
  }
  const before = behind
    ? undefined
    : near.find(
        (at) =>
          !used.has(at) && at.end <= start && /^\)?(?:号)?(?:文件|文)?(?:精神)?[,:]?$/.test(text.slice(at.end, start)),
      )
  if (before) {
    used.add(before)
    start = before.start
  }
  const number = (behind ?? before)?.number
  if (number) draft.number = number
  ARTICLE.lastIndex = end
  const article = ARTICLE.exec(text)
  if (article) {
    draft.article = article[1]!
    end += article[0].length
  }
  draft.span = { start, end }
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

const isBehind = (gap: string) =>
  gap === '' || (BEHIND.test(gap) && gap.lastIndexOf('(') <= 0 && gap.lastIndexOf('[') <= 0)

/** The end of the bracket that opens at an offset and holds a number; the number's end where it does not close. */
function closing(text: string, open: number, end: number): number {
  if (!'(['.includes(text[open] ?? ' ')) return end
  const tail = /^[^()[\]。]{0,60}[)\]]/.exec(text.slice(end, end + 64))
  return tail ? end + tail[0].length : end
}

function takeIssuers(draft: Draft, text: string, from: number): void {
  const issuers = issuersBefore(text, from, draft.span.start)
  if (!issuers) return
  draft.issuers = issuers
  draft.span = { start: issuers.start, end: draft.span.end }
}

/** Text between two titles of one list. */
const GLUE =
  /^(?:\([^()]{1,30}\))?(?:等[^,。;:《》]{0,8}?)?(?:[、,]|以及|和|与|及|并|或者|或)*(?:[^,。;:《》]{0,12}的|[我本][省市县区州镇]的?|(?:国家|省|市|县)(?:级)?)?$/
/** A title that begins with a place of its own is not its neighbour's issuer's. */
const OWN = /^(?:中华人民共和国|中国|中共|国务院|全国|[\u3400-\u9fff]{0,3}[省市县区镇州])/

/** An issuer before 《A》、《B》 is both titles', where nothing sets the second apart. */
function shareIssuers(drafts: Draft[], text: string): void {
  drafts.forEach((draft, i) => {
    const left = drafts[i - 1]
    if (!left?.issuers || left.rule !== 'title' || draft.rule !== 'title' || draft.issuers) return
    const between = text.slice(left.span.end, draft.span.start)
    const name = text.slice(draft.name!.start, draft.name!.end)
    if (
      /^(?:[、,]|以及|和|与|及)?$/.test(between) &&
      !OWN.test(name) &&
      left.number?.agencyCode === draft.number?.agencyCode
    )
      draft.issuers = left.issuers
  })
}

/** The relation of each: titles of one list share the verb that governs the list. */
function relationsOf(drafts: readonly Draft[], text: string): Relation[] {
  const out: Relation[] = []
  let first = 0
  drafts.forEach((draft, i) => {
    const next = drafts[i + 1]
    if (
      next &&
      GLUE.test(text.slice(draft.span.end, next.span.start)) &&
      !governs(text.slice(draft.span.end, titleStart(next)))
    )
      return
    const relation = relationOf(text, drafts[first - 1]?.span.end ?? 0, drafts[first]!, draft.span.end)
    while (out.length <= i) out.push(relation)
    first = i + 1
  })
  return out
}

/** 「（以下简称《方案》）」 between a title and the verb behind it. */
const ASIDE = /^\([^()]{1,30}\)/
/** No verb governs from further away. */
const FAR = 60

/** Where the title itself begins, behind its issuers and their verb. */
const titleStart = ({ span, name, rule }: Draft) =>
  name ? Math.max(span.start, name.start - (rule === 'title' ? 1 : 0)) : span.start

function relationOf(text: string, from: number, draft: Draft, end: number): Relation {
  const before = text.slice(Math.max(from, draft.span.start - FAR), titleStart(draft))
  const after = text.slice(end, end + FAR).replace(ASIDE, '')
  const sentence = /[^。;!?]*$/.exec(before)![0]
  const clause = /[^,:]*$/.exec(sentence)![0]
  const behind = governsFromBehind(after)
  if (behind === 'repeals') return behind
  const own = governs(clause)
  if (own) return own
  if (behind && (behind !== 'implements' || clause.length < FAR)) return behind
  return (clause.length <= 3 && governs(sentence)) || 'mentions'
}

/** The body that a code names is doubtful where the text names only bodies of a lower level: a county may share a province's sign. */
function withIssuers({ agency, ...number }: DocumentNumber, issuers: readonly string[]): DocumentNumber {
  if (agency === undefined || issuers.every((name) => /^(?:[我本全])?[市县区州旗镇乡]/.test(name))) return number
  const { text, agencyCode, ...rest } = number
  return { text, agencyCode: agencyCode!, agency, ...rest }
}

function toFact(
  draft: Draft,
  relation: Relation,
  { text, shown }: Sentence,
  context: Context,
): Fact<'reference', Reference> {
  const { span, rule, name, inner, number, issuers, article } = draft
  const print = ({ start, end }: Span) => normalise(shown.slice(start, end))
  const title =
    name &&
    print(name)
      .replaceAll(/[《«<]/g, '〈')
      .replaceAll(/[》»>]/g, '〉')
  const resolves = title === undefined ? undefined : context.abbreviations.get(title)
  const value: Reference = {
    ...(title !== undefined && { title }),
    ...(number && { number: issuers ? withIssuers(number, issuers.names.map(print)) : number }),
    ...(issuers && { issuers: issuers.names.map(print) }),
    type: name
      ? typeOf(text.slice(name.start, name.end))
      : /令$/.test(number?.agencyCode ?? '')
        ? 'regulation'
        : 'policy',
    relation,
    ...(inner.length > 0 && { inner: inner.map(print) }),
    ...(article !== undefined && { article: normalise(article) }),
    ...(resolves !== undefined && { resolves }),
  }
  return { kind: 'reference', span, value, rule }
}
