import { normalise } from '../text/width.js'
import type { Block, Source } from '../types.js'
import { type Attached, splitAttachments } from './attachment.js'
import { findIssued, type Issued, issuesSeveral, untitled } from './cover.js'
import { type Head, type Line, readHead } from './head.js'
import { ATTACHMENT } from './line.js'
import { readTail, type Tail } from './tail.js'

/** A text behind its head: what stands before the body, the body, and what stands behind it. */
export interface Divided {
  /** The title of the one text that a notice issues. */
  readonly issued?: string
  /** Paragraphs of a notice that issues the text. */
  readonly preamble: readonly Line[]
  readonly body: readonly Line[]
  /** The signature that counts, the one behind the body, and the imprint at the end of all. */
  readonly foot: Tail
  readonly own: Tail
  readonly imprint: Tail
  readonly parts: readonly Omit<Attached, 'place'>[]
  /** Blocks that became metadata, each with what it is. */
  readonly taken: Map<Block, string>
}

type Take = (line: Line, kind: string) => void

/** What stands before the texts that a notice issues. */
interface Front {
  readonly issued?: string
  readonly preamble: readonly Line[]
  readonly rest: Line[]
  readonly tail?: Tail
  /** How many lines of the rest stand before the last of several issued texts. */
  readonly behind: number
}

/** Divides the lines behind a head into a notice's own words, the body, signatures and attachments. */
export function divide(source: Source, lines: readonly Line[], head: Head): Divided {
  const taken = new Map([...head.taken].map(([line, kind]) => [line.block, kind]))
  const take: Take = (line, kind) => taken.set(line.block, kind)
  const { rest, preamble, tail, issued, behind } = frontOf(
    lines.filter((line) => !head.taken.has(line)),
    head,
    take,
  )
  const imprint = readTail(rest)
  const printed = imprint.copiedTo ? rest.filter((line) => !imprint.taken.has(line)) : rest
  const { main, parts } = splitAttachments(source, printed, behind)
  const own = parts.length > 0 ? readTail(main) : imprint
  const foot = tail && tail.taken.size > 0 ? tail : own
  for (const line of [...foot.taken, ...own.taken, ...(imprint.copiedTo ? imprint.taken : [])]) take(line, 'signature')
  for (const { head: marks } of parts) for (const line of marks) take(line, 'attachment')
  const body = (parts.length > 0 ? main : rest).filter((line) => !own.taken.has(line))
  return { ...(issued !== undefined && { issued }), preamble, body, foot, own, imprint, parts, taken }
}

function frontOf(rest: Line[], head: Head, take: Take): Front {
  const issued = findIssued(head, rest)
  const bare = issued.length === 0 ? untitled(head, rest) : undefined
  if (bare) return openUntitled(rest, bare.first, bare.title)
  if (issued.length === 0) return { preamble: [], rest, behind: 0 }
  if (issued.length === 1 && !issuesSeveral(head, rest)) return openIssued(rest, issued[0]!, take)
  const tail = readTail(rest.slice(0, issued[0]!.first))
  const left = rest.filter((line) => !tail.taken.has(line))
  for (const { first, last } of findIssued(head, left)) markHeading(left, first, last)
  const behind = left.findLastIndex((line) => line.block.level === 1 && !rest.includes(line)) + 1
  return { preamble: [], rest: left, tail, behind }
}

/** The text that a notice issues below its signature, without a title of its own: it has the one that the notice names. */
function openUntitled(rest: readonly Line[], first: number, issued: string): Front {
  const before = rest.slice(0, first)
  const tail = readTail(before)
  return { issued, preamble: before.filter((line) => !tail.taken.has(line)), rest: rest.slice(first), tail, behind: 0 }
}

/** The one text that a notice issues: its title, and the notice's own words before it. */
function openIssued(rest: readonly Line[], { first, last }: Issued, take: Take): Front {
  const named = rest[last]!.text
  // 「实施方案」 above 「某省…实施方案」 says the title again, in short.
  const marks = rest
    .slice(0, first)
    .filter(({ text }, i) => ATTACHMENT.test(text) || (i === first - 1 && named.endsWith(text)))
  for (const line of marks) take(line, 'attachment')
  const before = rest.slice(0, first).filter((line) => !marks.includes(line))
  const tail = readTail(before)
  const inner = readHead(rest.slice(first))
  for (const [line, kind] of inner.taken) take(line, kind)
  const title = rest.slice(first, last + 1)
  for (const line of title) take(line, 'title')
  return {
    issued: title.map((line) => normalise(line.shown)).join(''),
    preamble: before.filter((line) => !tail.taken.has(line)),
    rest: rest.slice(last + 1).filter((line) => !inner.taken.has(line)),
    tail,
    behind: 0,
  }
}

/** Gives the title of each of several issued texts the rank of a highest heading. */
function markHeading(lines: Line[], first: number, last: number): void {
  const span = { start: lines[first]!.block.span.start, end: lines[last]!.block.span.end }
  lines.splice(first, last - first + 1, { ...lines[first]!, block: { span, kind: 'heading', level: 1 } })
}
