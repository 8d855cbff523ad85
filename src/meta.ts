import { type Attached, addOffered, placeAttachments, splitAttachments } from './meta/attachment.js'
import { findIssued } from './meta/cover.js'
import { type Head, type Line, readHead, splitAddressees } from './meta/head.js'
import { labelRow } from './meta/label.js'
import { orderNumber, parseNumber } from './meta/number.js'
import { readTail, type Tail } from './meta/tail.js'
import { issuerOf, kindOf, splitAgencies, titleOfFile, yearsOf } from './meta/title.js'
import { HAN_YEAR, readDate, toEdtf } from './text/date.js'
import { sentenceOf } from './text/sentence.js'
import { normalise } from './text/width.js'
import type { Block, Note, PlanDocument, Sentence, Source, Stated } from './types.js'

export type { Attached } from './meta/attachment.js'

export interface Meta {
  readonly document: Omit<PlanDocument, 'source'>
  /** True for a text that tells results by how it opens, whatever its title says: a bulletin without one, news. */
  readonly told?: true
  readonly url?: string
  /** Paragraphs of a notice that issues the text: they come before its first section. */
  readonly preamble: Block[]
  readonly body: Block[]
  /** Attachments with a text of their own; `document.attachments` holds the title of each at its place. */
  readonly attached: readonly Attached[]
  /** Blocks that became metadata, each with what it is. */
  readonly taken: ReadonlyMap<Block, string>
  readonly notes: Note[]
}

/** 「附件」 alone on a line, above the text that is attached. */
const ATTACHMENT = /^附件?\d{0,2}[:：.]?$/

const YEAR = new RegExp(`\\d{4}|${HAN_YEAR}`)

/** Kinds of document that issue another text; a news page that shows one is no cover. */
const COVERS = /^(?:通知|决定|函|公告|通告|意见|批复|命令|决议|通报)$/

type Fields = Record<string, string | undefined>

/** Labelled values, the page's own before those of the text: the first of a field counts. */
function fieldsOf(stated: readonly Stated[], head: Head): Fields {
  const fields: Fields = {}
  for (const { name, value } of stated) fields[name] ??= name === 'url' ? value : normalise(value)
  for (const { field, value } of head.labelled) fields[field] ??= value
  return fields
}

/** 「112-04-10」: a day of the Republic, as pages of Taiwan state it. */
const REPUBLIC = /^(\d{2,3})([-/.])(\d{1,2})\2(\d{1,2})$/

const day = (text: string | undefined) => {
  if (text === undefined || /^\d{4}-\d\d(?:-\d\d)?$/.test(text)) return text
  const republic = REPUBLIC.exec(text)
  if (republic) return day(`民国${republic[1]}年${republic[3]}月${republic[4]}日`)
  const date = readDate(text, Math.max(0, text.search(YEAR)))
  return date?.month ? toEdtf(date) : undefined
}

const kept = <T extends object>(object: T) =>
  Object.fromEntries(
    Object.entries(object).filter(([, value]) => value !== undefined && value !== '' && value?.length !== 0),
  ) as T

/** 「丙县人民政府 ???????」: what a page made of its blanks at the end of a line. */
function withoutMarks({ text, shown }: Sentence): Sentence {
  const end = /\?{2,}$/.exec(text)?.index ?? text.length
  return end === 0 || end === text.length ? { text, shown } : { text: text.slice(0, end), shown: shown.slice(0, end) }
}

/** A block as a line; a row of labels and values reads like one. */
function lineOf(source: Source, block: Block): Line {
  const spaced = source.shown.slice(block.span.start, block.span.end).replace(/\s*[?？]{2,}$/, '')
  const labels = block.cells && labelRow(block.cells.map(({ start, end }) => source.folded.slice(start, end)))
  return labels
    ? { block, spaced, text: labels.replace(/\s+/g, ''), shown: labels.replace(/\s+/g, '') }
    : { block, spaced, ...withoutMarks(sentenceOf(source, block.span).sentence) }
}

/**
 * Reads what is said of a document before and behind its body, and leaves the body. A text without a title takes that of
 * its file's name.
 */
export function readMeta(source: Source, blocks: readonly Block[], stated: readonly Stated[], file = ''): Meta {
  const lines = blocks.map((block) => lineOf(source, block))
  const head = readHead(lines)
  let rest = lines.filter((line) => !head.taken.has(line))
  const issued = findIssued(head, rest)
  const taken = new Map([...head.taken].map(([line, kind]) => [line.block, kind]))
  const take = (line: Line, kind: string) => taken.set(line.block, kind)
  const fields = fieldsOf(stated, head)
  const named = (fields['title'] ?? head.title) ? undefined : titleOfFile(file)
  let notice = fields['title'] ?? head.title ?? named
  let title = notice
  let preamble: Line[] = []
  let tail: Tail | undefined
  const single = issued.length === 1 ? issued[0] : undefined
  if (single) {
    for (const line of rest.slice(0, single.first)) if (ATTACHMENT.test(line.text)) take(line, 'attachment')
    const before = rest.slice(0, single.first).filter((line) => !taken.has(line.block))
    tail = readTail(before)
    preamble = before.filter((line) => !tail!.taken.has(line))
    const inner = readHead(rest.slice(single.first))
    for (const line of rest.slice(single.first, single.last + 1)) take(line, 'title')
    title = rest
      .slice(single.first, single.last + 1)
      .map((line) => normalise(line.shown))
      .join('')
    if (notice === title) notice = head.title
    rest = rest.slice(single.last + 1).filter((line) => !inner.taken.has(line))
    for (const [line, kind] of inner.taken) if (!taken.has(line.block)) take(line, kind)
  } else if (issued.length > 1) {
    tail = readTail(rest.slice(0, issued[0]!.first))
    rest = rest.filter((line) => !tail!.taken.has(line))
    for (const { first, last } of findIssued(head, rest)) markHeading(rest, first, last)
  }
  const behind = issued.length > 1 ? rest.findLastIndex((line) => line.block.level === 1 && !lines.includes(line)) : -1
  const imprint = readTail(rest)
  const printed = imprint.copiedTo ? rest.filter((line) => !imprint.taken.has(line)) : rest
  const { main, parts } = splitAttachments(source, printed, behind + 1)
  const own = parts.length > 0 ? readTail(main) : imprint
  const foot = tail && tail.taken.size > 0 ? tail : own
  for (const line of [...foot.taken, ...own.taken, ...(imprint.copiedTo ? imprint.taken : [])]) take(line, 'signature')
  rest = (parts.length > 0 ? main : rest).filter((line) => !own.taken.has(line))
  for (const { head: marks } of parts) for (const line of marks) take(line, 'attachment')
  const attachments = [...foot.attachments, ...(foot === own ? [] : own.attachments)]
  const attached = placeAttachments(source, attachments, parts)
  const offered = stated.filter(({ name }) => name === 'attachment')
  addOffered(
    attachments,
    offered.map(({ value }) => normalise(value)),
  )
  const years = yearsFor(title, notice, fields, head, rest)
  const number = parseNumber(fields['number']) ?? parseNumber(head.number) ?? orderNumber(head.title ?? '', head.number)
  const issuers = issuersOf(fields, head, foot, notice)
  const document = kept<Omit<PlanDocument, 'source'>>({
    title: title!,
    kind: kindOf(title ?? '')!,
    number: number!,
    issuers,
    addressees: head.addressees ?? (fields['addressees'] ? splitAddressees(fields['addressees']) : []),
    issuedOn: (day(fields['issuedOn']) ?? foot.issuedOn ?? head.passedOn ?? head.dates[0])!,
    publishedOn: (day(fields['publishedOn']) ?? head.publishedOn)!,
    effectiveFrom: (day(fields['effectiveFrom']) ?? effectiveFrom(rest) ?? effectiveFrom(preamble))!,
    cover:
      single && notice !== undefined && notice !== title && COVERS.test(kindOf(notice) ?? '')
        ? kept({ title: notice, kind: kindOf(notice)! })
        : undefined!,
    copiedTo: foot.copiedTo ?? own.copiedTo ?? imprint.copiedTo ?? [],
    note: (foot.note ?? own.note)!,
    indexNumber: fields['indexNumber']!,
    ...(years.year !== undefined && { year: years.year }),
    ...(years.period && { period: years.period.join('/') }),
    attachments,
  })
  const url = fields['url'] ?? own.url ?? foot.url
  const notes: Note[] = []
  if (title === undefined) notes.push({ code: 'no-title', severity: 'warning', span: { start: 0, end: 0 } })
  else if (named !== undefined)
    notes.push({ code: 'title-of-file', severity: 'warning', span: { start: 0, end: 0 }, args: { text: named } })
  const broken = foot.brokenDate ?? own.brokenDate
  if (broken && document.issuedOn === undefined)
    notes.push({ code: 'date-broken', severity: 'warning', span: broken.block.span, args: { text: broken.text } })
  return {
    document,
    ...((title === undefined ? isBulletin(rest) : isNews(rest)) && { told: true as const }),
    ...(url && { url }),
    preamble: preamble.map((line) => line.block),
    body: rest.map((line) => line.block),
    attached,
    taken: new Map([...taken].sort(([a], [b]) => a.span.start - b.span.start)),
    notes,
  }
}

/** Gives the title of each of several issued texts the rank of a highest heading. */
function markHeading(lines: Line[], first: number, last: number): void {
  const span = { start: lines[first]!.block.span.start, end: lines[last]!.block.span.end }
  lines.splice(first, last - first + 1, { ...lines[first]!, block: { span, kind: 'heading', level: 1 } })
}

/** 发文机关 as labelled, as signed, as the title begins; else the page's source, else who put it on the net. */
function issuersOf(fields: Fields, head: Head, tail: Tail, title: string | undefined): string[] {
  const several = (text: string | undefined) => (text ? splitAgencies(text) : [])
  const ranked = [several(fields['agency']), tail.issuers, head.joint, issuerOf(title ?? ''), head.issuers]
  return [...ranked, several(fields['source']), several(fields['publisher'])].find((names) => names.length > 0) ?? []
}

/** The year a plan is for: its title's, else the one its first sentence begins with, else 今年 in its head counted from its date. */
function yearsFor(
  title: string | undefined,
  notice: string | undefined,
  fields: Fields,
  head: Head,
  body: readonly Line[],
) {
  const said = [title, notice].map((text) => yearsOf(text ?? '')).find((years) => years.year !== undefined)
  if (said) return said
  const first = /^(\d{4})年(?:我|全|本|的|工作|是|(,))/.exec(body[0]?.text ?? '')
  if (first && (!first[2] || isBulletin(body))) return { year: Number(first[1]) }
  for (const { text } of body.slice(0, 6)) {
    const told = /(?:^|[,，])现(?:将|就|把)[^。]{0,12}?((?:19|20)\d{2})年[^。]{2,40}如下[:。]?$/.exec(text)
    if (told) return { year: Number(told[1]) }
  }
  const subtitles = [...head.taken].filter(([, kind]) => kind === 'subtitle').map(([line]) => line.text)
  const financial = subtitles.map((text) => /\((\d{4})-(\d{2})\)$/.exec(text)).find((match) => match !== null)
  if (financial && (Number(financial[1]) + 1) % 100 === Number(financial[2])) return { year: Number(financial[1]) }
  const date = day(fields['publishedOn']) ?? head.publishedOn ?? head.dates[0]
  const issued = day(fields['issuedOn']) ?? head.dates[0]
  if (issued && /工作报告$/.test(title ?? '')) return { year: Number(issued.slice(0, 4)) }
  return date && [title ?? '', ...subtitles].some((text) => text.includes('今年'))
    ? { year: Number(date.slice(0, 4)) }
    : {}
}

/** True for a text that opens as news does: 「于9月19日上午召开了…」「记者获悉」; without a kind it tells what was done. */
const isNews = (body: readonly Line[]) =>
  body
    .slice(0, 2)
    .some(({ text }) => /记者|获悉|近日|日前|\d日.{0,30}(?:召开|举行|举办|开展|组织|进行|完成)/.test(text))

/** True for a text that opens as a statistical bulletin does: 「初步核算，全年…，比上年增长5.2%」 */
const isBulletin = (body: readonly Line[]) => body.slice(0, 8).some(({ text }) => /初步核算|全年.*比上年/.test(text))

/** 「本办法自2019年8月1日起施行」 → 2019-08-01; the last such sentence counts. */
function effectiveFrom(lines: readonly Line[]): string | undefined {
  for (let i = lines.length - 1; i >= Math.max(0, lines.length - 40); i--) {
    const { text } = lines[i]!
    const match = /自(.{4,16}?)起(?:施行|实施|执行|生效)/.exec(text)
    const date = match && readDate(match[1]!, 0)
    if (date?.day) return toEdtf(date)
  }
  return undefined
}
