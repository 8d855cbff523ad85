import { type Attached, addOffered, placeAttachments } from './meta/attachment.js'
import { noticeLines } from './meta/cover.js'
import { type Divided, divide } from './meta/divide.js'
import { documentOf, isCover, type Titles } from './meta/document.js'
import { type Fields, fieldsOf } from './meta/fields.js'
import { type Head, type Line, readHead } from './meta/head.js'
import { labelRow, withColons } from './meta/label.js'
import { titleOfFile, withoutSite } from './meta/title.js'
import { isBulletin, isNews } from './meta/years.js'
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
  const lines = withColons(blocks.map((block) => lineOf(source, block)))
  const head = readHead(lines)
  const fields = fieldsOf(stated, head)
  const divided = divide(source, lines, head)
  const { preamble, body, foot, own, parts, taken } = divided
  const named = (fields['title'] ?? head.title) ? undefined : titleOfFile(file)
  const titles = titlesOf(fields, head, divided, named)
  const attachments = [...foot.attachments, ...(foot === own ? [] : own.attachments)]
  const attached = placeAttachments(source, attachments, parts)
  const offered = stated.filter(({ name }) => name === 'attachment').map(({ value }) => normalise(value))
  addOffered(attachments, offered)
  const document = documentOf(titles, fields, head, divided, attachments)
  const url = fields['url'] ?? own.url ?? foot.url
  const told = titles.title === undefined ? isBulletin(body) : isNews(body)
  return {
    document,
    ...(told && { told: true as const }),
    ...(url && { url }),
    preamble: preamble.map((line) => line.block),
    body: body.map((line) => line.block),
    attached,
    taken: new Map([...taken].sort(([a], [b]) => a.span.start - b.span.start)),
    notes: notesOf(document, divided, named),
  }
}

/** The notice's title is that which its page or head states; where the page states that of the text it issues, its head's. */
function titlesOf(fields: Fields, head: Head, { issued }: Divided, named: string | undefined): Titles {
  const stated = fields['title'] ?? head.title ?? named
  if (issued === undefined) return { title: stated, notice: stated }
  const own = noticeLines([...head.taken.keys()])
  const notice = own.length > 0 ? withoutSite(own.map(({ shown }) => normalise(shown)).join('')) : head.title
  return { title: issued, notice: isCover(stated) ? stated : notice }
}

function notesOf({ title, issuedOn }: Meta['document'], { foot, own }: Divided, named: string | undefined): Note[] {
  const notes: Note[] = []
  if (title === undefined) notes.push({ code: 'no-title', severity: 'warning', span: { start: 0, end: 0 } })
  else if (named !== undefined)
    notes.push({ code: 'title-of-file', severity: 'warning', span: { start: 0, end: 0 }, args: { text: named } })
  const broken = foot.brokenDate ?? own.brokenDate
  if (broken && issuedOn === undefined)
    notes.push({ code: 'date-broken', severity: 'warning', span: broken.block.span, args: { text: broken.text } })
  return notes
}
