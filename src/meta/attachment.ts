import type { Block, Source, Span } from '../types.js'
import type { Line } from './head.js'
import {
  dateLine,
  isAddressees,
  isAgency,
  isAttachments,
  isByline,
  isCopiedTo,
  isFileName,
  isMarked,
  isNote,
} from './line.js'
import { signedLine } from './tail.js'

/** An attachment that stands in the same file, with its text. */
export interface Attached {
  /** Where it stands among the titles of attachments. */
  readonly place: number
  readonly marker: Span
  readonly title?: Span
  readonly blocks: Block[]
  /** The lines of its marker and title. */
  readonly head: readonly Line[]
}

const NUMBER = '(?:\\d{1,2}(?:-\\d{1,2})?|[一二三四五六七八九十]{1,2})?'
/** 「附件」「附件2：」「附表一」 alone on a line. */
const ALONE = new RegExp(`^附(?:件|表|录)?${NUMBER}[:.、]?$`)
/** 「附件1：重点任务分工表」 */
const TITLED = new RegExp(
  `^附(?:件|表|录)${NUMBER}[:.、]?(?=[^。;,]{2,60}$)(?!下载|列|所|\\d{1,2}[.、]|.*\\.[a-z]{3,4}$)`,
)
/** The marker in the text as it is, with the blanks in it. */
const MARKER = /^附\s*(?:件|表|录)?\s*(?:\d{1,2}(?:-\d{1,2})?|[一二三四五六七八九十]{1,2}(?=[\s:.、]|$))?\s*[:.、]?\s*/

/** A line of a list of attachments, or of the end of a document: no text of an attachment. */
const isFoot = ({ text }: Line) =>
  /^\d{1,2}[.、][^。;]{0,60}$/.test(text) ||
  isFileName(text) ||
  isAgency(text) ||
  isByline(text) ||
  isNote(text) ||
  isCopiedTo(text) ||
  isAttachments(text) ||
  isAddressees(text) ||
  dateLine(text) !== undefined ||
  signedLine(text) !== undefined

function isStart(lines: readonly Line[], at: number): boolean {
  const { text, block } = lines[at]!
  if (block.kind === 'row' || text.length > 70) return false
  const alone = ALONE.test(text)
  const next = lines[at + 1]
  if (!next || !(alone || TITLED.test(text))) return false
  if (next.block.kind === 'row') return true
  if (!isFoot(next)) return !alone || lines[at + 2] !== undefined || next.text.length > 20
  // Below 「附件」 alone a numbered line begins a text where no list ends in a signature.
  return alone && /^\d/.test(next.text) && lines.slice(at + 1).some(({ text }) => /。$/.test(text))
}

/** A short line without a stop: the title of an attachment. */
const isTitle = (line: Line | undefined): line is Line =>
  line !== undefined &&
  line.block.kind !== 'row' &&
  line.text.length <= 60 &&
  !isMarked(line.text) &&
  !/[。;!?:,]$/.test(line.text)

/** Divides lines at the attachments behind a text: 「附件1⏎重点任务分工表⏎…」 */
export function splitAttachments(
  source: Source,
  lines: readonly Line[],
  from: number,
): { main: Line[]; parts: Omit<Attached, 'place'>[] } {
  const starts = lines.flatMap((_, i) => (i >= from && isStart(lines, i) ? [i] : []))
  const parts = starts.map((start, i) => partOf(source, lines.slice(start, starts[i + 1])))
  return { main: lines.slice(0, starts[0] ?? lines.length), parts }
}

function partOf(source: Source, [first, ...rest]: readonly Line[]): Omit<Attached, 'place'> {
  const { span } = first!.block
  const length = MARKER.exec(source.folded.slice(span.start, span.end))?.[0].length ?? 0
  const own = { start: span.start + length, end: span.end }
  const marker = { start: span.start, end: trimmed(source, span.start, own.start) }
  const head = [first!]
  if (own.end > own.start) {
    if (rest[0]?.text === first!.text.slice(-rest[0]!.text.length) && isTitle(rest[0])) head.push(rest[0])
  } else
    while (
      isTitle(rest[head.length - 1]) &&
      head.length < 4 &&
      (head.length === 1 || goesOn(head.at(-1)!, rest[head.length - 1]!))
    )
      head.push(rest[head.length - 1]!)
  const title =
    own.end > own.start
      ? own
      : head.length > 1
        ? { start: head[1]!.block.span.start, end: head.at(-1)!.block.span.end }
        : undefined
  return { marker, ...(title && { title }), head, blocks: rest.slice(head.length - 1).map(({ block }) => block) }
}

const goesOn = (above: Line, below: Line) =>
  /(?:关于|印发|[的、和与及])$/.test(above.text) || /^\(.*\)$/.test(below.text)

function trimmed(source: Source, start: number, end: number): number {
  while (end > start && /[\s:.、]/.test(source.folded[end - 1]!)) end--
  return end
}

const nameOf = (title: string) => keyOf(title.replace(/\.[A-Za-z]{2,4}$/, '').replace(/^附件\d*/, ''))

/** Adds the titles of files that a page offers beside its text, those the text does not name itself. */
export function addOffered(titles: string[], offered: readonly string[]): void {
  for (const title of offered)
    if (!titles.some((other) => nameOf(other).endsWith(nameOf(title))))
      titles.push(title.replace(/^\d{1,2}[.、．]/, ''))
}

const keyOf = (text: string) => text.replace(/[^0-9A-Za-z一-龥]/g, '')
const HAN = '一二三四五六七八九十'

/** Gives every attachment its place among the titles that the text lists; those it does not list come behind. */
export function placeAttachments(
  source: Source,
  titles: string[],
  parts: readonly Omit<Attached, 'place'>[],
): Attached[] {
  const taken = new Set<number>()
  return parts.map((part) => {
    const key = part.title && keyOf(source.shown.slice(part.title.start, part.title.end))
    const said = source.folded.slice(part.marker.start, part.marker.end).replace(/[^\d一-十]/g, '')
    const number = /^\d/.test(said) ? Number.parseInt(said, 10) : HAN.indexOf(said) + 1
    const named = titles.findIndex((title, i) => !taken.has(i) && key !== undefined && keyOf(title) === key)
    const counted = number > 0 && number <= titles.length && !taken.has(number - 1) ? number - 1 : -1
    const place = named >= 0 ? named : counted >= 0 ? counted : titles.length
    if (place === titles.length) titles.push(key ?? source.folded.slice(part.marker.start, part.marker.end))
    taken.add(place)
    return { ...part, place }
  })
}
