import type { Evidence, Matched, Reference, ReferenceChange, Side } from '../types.js'
import { assign } from './assign.js'
import type { Flat, FlatFact } from './flatten.js'
import { groupBy } from './group.js'
import type { Pair } from './likeness.js'

/** What changes from one version of a document to the next: years, numbers of plan periods, edition marks. */
const VERSION =
  /[（(]?\d{4}(?:年(?:度|版|本|修订版?|修正)?)?(?:[-—–~至]+\d{4}年?)?[)）]?|十[一二三四五六七八九]五|第[一二三四五六七八九十\d]+[版轮批期]|[（(](?:修订|修正|试行|暂行)[^（）()]*[)）]/g

/** Names what is cited anew, no longer, or in another version; a document cited several times counts once. */
export function compareReferences(old: Flat, fresh: Flat) {
  const [olds, news] = [distinct(old.references), distinct(fresh.references)]
  const candidates = candidatesOf(olds, news)
  const pairs = assign(candidates, olds.length, news.length)
  const changes: ReferenceChange[] = []
  const matches: Matched[] = []
  for (const { i, j, score } of pairs.pairs) {
    const [a, b] = [olds[i]!, news[j]!]
    const number = a.value.number && b.value.number && keyOf(a.value.number.text) === keyOf(b.value.number.text)
    const reason = score === 1 ? 'same' : number ? 'number' : score >= 0.95 ? 'title' : 'version'
    matches.push({ item: 'reference', old: a.id, new: b.id, reason, score })
    if (isNewer(a.value, b.value))
      changes.push({ item: 'reference', change: 'superseded', old: side(a), new: side(b), match: { reason, score } })
  }
  olds.forEach((fact, i) => {
    if (!pairs.ofOld.has(i)) changes.push({ item: 'reference', change: 'uncited', old: side(fact) })
  })
  news.forEach((fact, j) => {
    if (!pairs.ofNew.has(j)) changes.push({ item: 'reference', change: 'cited', new: side(fact) })
  })
  return { changes, matches }
}

const side = ({ id, value }: FlatFact<Reference>): Side<Reference & Evidence> => ({ id, value })
const keyOf = (text: string) => text.replace(/[\s《》〈〉<>“”"，,、（）()〔〕[\]]/g, '')
const titleOf = (reference: Reference) => keyOf(reference.resolves ?? reference.title ?? '')
const seriesOf = (reference: Reference) =>
  (reference.resolves ?? reference.title ?? '').replace(VERSION, '').replace(/^[^关]{2,20}(?=关于)/, '')

/** The first mention of each document. */
function distinct(facts: readonly FlatFact<Reference>[]): FlatFact<Reference>[] {
  const seen = new Set<string>()
  return facts.filter(({ value }) => {
    const key = `${titleOf(value)} ${titleOf(value) ? (value.number?.text ?? '') : keyOf(value.number?.text ?? '')}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** Pairs of the same title, the same number, or the same title but for its year or edition. */
function candidatesOf(olds: readonly FlatFact<Reference>[], news: readonly FlatFact<Reference>[]): Pair[] {
  const keys = (value: Reference): [string, number][] => [
    ...(titleOf(value) ? [[`title ${titleOf(value)}`, 0.95] as [string, number]] : []),
    ...(value.number ? [[`number ${keyOf(value.number.text)}`, 0.97] as [string, number]] : []),
    ...(keyOf(seriesOf(value)).length >= 4 ? [[`series ${keyOf(seriesOf(value))}`, 0.8] as [string, number]] : []),
  ]
  const places = groupBy(
    news.flatMap(({ value }, j) => keys(value).map(([key]) => ({ key, j }))),
    ({ key }) => key,
  )
  return olds.flatMap(({ value }, i) =>
    keys(value).flatMap(([key, score]) =>
      (places.get(key) ?? []).slice(0, 16).map(({ j }) => ({ i, j, score: sameIn(value, news[j]!.value) ? 1 : score })),
    ),
  )
}

function sameIn(a: Reference, b: Reference): boolean {
  return titleOf(a) === titleOf(b) && keyOf(a.number?.text ?? '') === keyOf(b.number?.text ?? '')
}

/** Another number where both have one, else another year or edition in the title. */
function isNewer(a: Reference, b: Reference): boolean {
  if (a.number && b.number) return keyOf(a.number.text) !== keyOf(b.number.text)
  return titleOf(a) !== titleOf(b) && seriesOf(a) === seriesOf(b)
}
