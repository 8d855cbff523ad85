import { splitSentences } from '../../text/sentence.js'
import type { Section, Source, Span, Stretch } from '../../types.js'
import { isLabel, LONG_LABEL } from './heading.js'
import type { Node } from './tree.js'

/** A title drops its final punctuation. */
function bare(source: Source, { start, end }: Span): Span {
  while (end > start && /[。,;:!?·\s*]/.test(source.folded[end - 1]!)) end--
  return { start, end }
}

/** What begins a sentence that explains and does not name. */
const CONNECTIVE =
  /^(?:为|以|根据|按照|依据|经|对于|同时|此外|会议|其中|因此|通过|由于|现将|现就|特此|本|凡|各位|希望|请|这|该|其|面对|我国|截至|\d|(?:过去|去年|今年|近年|近期|当前|目前|.{1,3}年来|.{1,2}年间))/

/** True where a paragraph begins with a topic sentence and goes on: 「医疗卫生改革更趋完善。基层…」 */
function hasTopic(source: Source, span: Stretch): boolean {
  if (span.row) return false
  const [first, second] = splitSentences(source.folded, {
    start: span.start,
    end: Math.min(span.end, span.start + 120),
  })
  if (!first || !second) return false
  const text = source.folded.slice(first.start, first.end).replace(/\s+/g, '')
  return (
    isLabel(text) &&
    /。$/.test(text) &&
    text.length >= 5 &&
    text.split(/[,、]/).length <= 3 &&
    !CONNECTIVE.test(text) &&
    !/[:;]/.test(text)
  )
}

/** 「积极扩大消费。…」: one paragraph alone below a heading is a section only where it begins with so plain a title. */
const isBrief = (source: Source, { start, end }: Span) =>
  /^\s*[^,、。;:要]{4,14}。/.test(source.folded.slice(start, Math.min(end, start + 40)))

/** Makes sections of the paragraphs below a heading where at least half of them begin with a topic sentence; an article is no heading. */
function divideTopics(source: Source, node: Node): Node {
  if (node.style === '第一条') return node
  const paragraphs = node.own.slice(1).filter((span) => !span.row)
  const topical = new Set(paragraphs.filter((span) => hasTopic(source, span)))
  const alone = topical.size === 1 && !node.headed && isBrief(source, [...topical][0]!)
  if (topical.size < (alone ? 1 : 2) || topical.size * 2 < paragraphs.length || !isTitled(source, node)) return node
  const children: Node[] = []
  const own = [node.own[0]!]
  for (const span of node.own.slice(1)) {
    const last = children.at(-1)
    const after = last ? last.own[0]!.start : 0
    const apart = node.children.some(({ marker }) => marker && marker.start > after && marker.start < span.start)
    if (topical.has(span))
      children.push({ style: 'heading', rank: 4, headed: false, closes: false, own: [span], children: [] })
    else (apart ? own : (last?.own ?? own)).push(span)
  }
  const startOf = ({ marker, own: [first] }: Node) => marker?.start ?? first!.start
  return { ...node, own, children: [...children, ...node.children].sort((a, b) => startOf(a) - startOf(b)) }
}

/** True for a section with a heading, in a line of its own or run in. */
function isTitled(source: Source, node: Node): boolean {
  if (node.headed || !node.marker) return node.headed
  const [first] = splitSentences(source.folded, node.own[0]!)
  if (!first) return false
  return isLabel(source.folded.slice(first.start, first.end), headsParagraphs(node, first) ? LONG_LABEL : undefined)
}

/** The title of a section: its heading line, or the label that its first sentence is; an item of a list has none. */
function titleOf(source: Source, node: Node, sentences: readonly Span[], listed: boolean): Span | undefined {
  const first = sentences[0]
  if (!first || node.style === 'bullet') return undefined
  if (node.headed) return first
  const more = sentences.length > 1 || node.children.length > 0
  if (node.style === '第一条') {
    const named = /^\([^()]{2,30}\)/.exec(source.folded.slice(first.start, first.end))
    return named ? { start: first.start + 1, end: first.start + named[0].length - 1 } : undefined
  }
  const text = source.folded.slice(first.start, first.end)
  const alone = first.end >= node.own[0]!.end && node.children.length === 0
  if (/[;；]$/.test(text.trim()) || (listed && alone)) return undefined
  return more && isLabel(text, headsParagraphs(node, first) ? LONG_LABEL : undefined) ? first : undefined
}

/** True for a sentence that fills the first line of several. */
const headsParagraphs = (node: Node, first: Span) => node.own.length > 1 && first.end >= node.own[0]!.end

/** True for a node that is one item of a list of clauses: 「…；」 */
const isClause = (source: Source, node: Node | undefined) =>
  node?.marker !== undefined && !node.headed && source.folded[node.own.at(-1)!.end - 1] === ';'

/** A marker alone on its line, 「第 1 條」, heads no line. */
function withHead(source: Source, node: Node): Node {
  const first = node.own[0]
  return node.headed && first && bare(source, first).end <= first.start
    ? { ...node, headed: false, own: node.own.slice(1) }
    : node
}

/** The sentences of a stretch; a row of a table is one. */
export const sentencesIn = (source: Source, span: Stretch): Span[] =>
  span.row ? [span] : splitSentences(source.folded, span)

/** A node with its title and sentences told apart. */
export function finish(source: Source, grown: Node, listed = false): Section {
  const node = divideTopics(source, withHead(source, grown))
  const all = node.own.flatMap((span, i) =>
    i === 0 && node.headed ? [bare(source, span)].filter((s) => s.end > s.start) : sentencesIn(source, span),
  )
  const title = titleOf(source, node, all, listed)
  const sentences = title
    ? title.end < all[0]!.end && node.style === '第一条'
      ? [{ start: title.end + 1, end: all[0]!.end }, ...all.slice(1)]
      : all.slice(1)
    : all
  const start = node.marker?.start ?? node.own[0]?.start ?? 0
  const end = node.own.at(-1)?.end ?? node.marker?.end ?? start
  return {
    style: node.style,
    ...(node.marker && { marker: node.marker }),
    ...(node.ordinal !== undefined && { ordinal: node.ordinal }),
    ...(title && { title: bare(source, title) }),
    span: { start, end: Math.max(start, title?.end ?? start, sentences.at(-1)?.end ?? end) },
    sentences,
    sections: node.children.map((child, i) => finish(source, child, isClause(source, node.children[i - 1]))),
  }
}
