import { normalise } from '../text/width.js'
import type { Context, DocumentNumber, Extractor, Fact, Reference, Relation, Sentence, Span } from '../types.js'
import { brokenNumbers } from './reference/broken.js'
import { type Draft, draftsOf } from './reference/draft.js'
import { lostTitle } from './reference/halved.js'
import { typeOf } from './reference/kind.js'
import { relationsOf } from './reference/relation.js'
import { type Title, titlesIn } from './reference/title.js'

/** Documents that a sentence names: 「按照省卫生厅《办法》（湘卫发〔2018〕3号）」 → title, number, issuers, implements. */
export const extractor: Extractor<'reference', Reference> = {
  kind: 'reference',
  key: 'references',
  triggers: '《〈》“号关条章',
  extract(sentence, context) {
    const titles = titlesIn(sentence)
    noteHalved(sentence, titles, context)
    for (const span of brokenNumbers(sentence.text))
      context.note('number-broken', span, { text: sentence.shown.slice(span.start, span.end) })
    const drafts = draftsOf(sentence, titles)
    const relations = relationsOf(drafts, sentence.text)
    return drafts.map((draft, i) => toFact(draft, relations[i]!, sentence, context))
  },
}

/** How much of a title that was not read a note shows. */
const SHOWN = 12

/** Says where a title lacks a mark: words tell where it stood, or nothing does. */
function noteHalved({ text, shown }: Sentence, titles: readonly Title[], { note }: Context): void {
  for (const { span, lacks } of titles)
    if (lacks)
      note(lacks === 'close' ? 'title-open' : 'title-unopened', span, { text: shown.slice(span.start, span.end) })
  const lost = lostTitle(text, titles)
  if (lost < 0) return
  const from = text[lost] === '《' ? lost : Math.max(0, lost - SHOWN + 1)
  note('title-lost', { start: lost, end: lost + 1 }, { text: shown.slice(from, from + SHOWN) })
}

function toFact(
  { span, rule, name, inner, number, issuers, article }: Draft,
  relation: Relation,
  { text, shown }: Sentence,
  { abbreviations }: Context,
): Fact<'reference', Reference> {
  const print = ({ start, end }: Span) => normalise(shown.slice(start, end))
  const title =
    name &&
    print(name)
      .replaceAll(/[《«<‹﹤]/g, '〈')
      .replaceAll(/[》»>›﹥]/g, '〉')
  const bodies = issuers?.names.map(print)
  const resolves = title === undefined ? undefined : abbreviations.get(title)
  const value: Reference = {
    ...(title !== undefined && { title }),
    ...(number && { number: bodies ? withIssuers(number, bodies) : number }),
    ...(bodies && { issuers: bodies }),
    type: name ? typeOf(text.slice(name.start, name.end)) : typeOfNumber(number),
    relation,
    ...(inner.length > 0 && { inner: inner.map(print) }),
    ...(article && { article: print(article) }),
    ...(resolves !== undefined && { resolves }),
  }
  return { kind: 'reference', span, value, rule }
}

/** 「国务院令第701号」 is a regulation, what is known by another number a policy. */
const typeOfNumber = (number: DocumentNumber | undefined) =>
  /令$/.test(number?.agencyCode ?? '') ? 'regulation' : 'policy'

/** The body that a code names is doubtful where the text names only bodies of a lower level: a county may share a province's sign. */
function withIssuers(number: DocumentNumber, issuers: readonly string[]): DocumentNumber {
  const { agency, ...rest } = number
  return agency === undefined || issuers.every((name) => /^(?:[我本全])?[市县区州旗镇乡]/.test(name)) ? rest : number
}
