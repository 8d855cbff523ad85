import type { PlanDocument } from '../types.js'
import { splitAddressees } from './addressees.js'
import type { Divided } from './divide.js'
import { dayOf, type Fields } from './fields.js'
import type { Head } from './head.js'
import { orderNumber, parseNumber } from './number.js'
import type { Tail } from './tail.js'
import { issuerOf, kindOf, splitAgencies } from './title.js'
import { effectiveFrom, yearsFor } from './years.js'

/** Kinds of document that issue another text; a news page that shows one is no cover. */
const COVERS = /^(?:通知|决定|函|公告|通告|意见|批复|命令|决议|通报)$/

/** True for the title of a notice that may issue another text. */
export const isCover = (title: string | undefined) => title !== undefined && COVERS.test(kindOf(title) ?? '')

const kept = <T extends object>(object: T) =>
  Object.fromEntries(
    Object.entries(object).filter(([, value]) => value !== undefined && value !== '' && value?.length !== 0),
  ) as T

/** The titles of a document: its own, and that of the notice which issues it. */
export interface Titles {
  readonly title: string | undefined
  readonly notice: string | undefined
}

/** What is said of a document as its plan states it; what nobody says is left out. */
export function documentOf(
  { title, notice }: Titles,
  fields: Fields,
  head: Head,
  { preamble, body, foot, own, imprint, issued }: Divided,
  attachments: string[],
): Omit<PlanDocument, 'source'> {
  const years = yearsFor(title, notice, fields, head, body)
  const number = parseNumber(fields['number']) ?? parseNumber(head.number) ?? orderNumber(head.title ?? '', head.number)
  const covered = issued !== undefined && notice !== title && isCover(notice)
  return kept<Omit<PlanDocument, 'source'>>({
    title: title!,
    kind: kindOf(title ?? '')!,
    number: number!,
    issuers: issuersOf(fields, head, foot, notice),
    addressees: head.addressees ?? (fields['addressees'] ? splitAddressees(fields['addressees']) : []),
    issuedOn: (dayOf(fields['issuedOn']) ?? foot.issuedOn ?? head.passedOn ?? head.dates[0])!,
    publishedOn: (dayOf(fields['publishedOn']) ?? head.publishedOn)!,
    effectiveFrom: (dayOf(fields['effectiveFrom']) ?? effectiveFrom(body) ?? effectiveFrom(preamble))!,
    cover: covered ? kept({ title: notice!, kind: kindOf(notice!)! }) : undefined!,
    copiedTo: foot.copiedTo ?? own.copiedTo ?? imprint.copiedTo ?? [],
    note: (foot.note ?? own.note)!,
    indexNumber: fields['indexNumber']!,
    ...(years.year !== undefined && { year: years.year }),
    ...(years.period && { period: years.period.join('/') }),
    attachments,
  })
}

/** 发文机关 as labelled, as signed, as the title begins; else the page's source, else who put it on the net. */
function issuersOf(fields: Fields, head: Head, tail: Tail, title: string | undefined): string[] {
  const several = (text: string | undefined) => (text ? splitAgencies(text) : [])
  const ranked = [several(fields['agency']), tail.issuers, head.joint, issuerOf(title ?? ''), head.issuers]
  return [...ranked, several(fields['source']), several(fields['publisher'])].find((names) => names.length > 0) ?? []
}
