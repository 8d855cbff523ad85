import type { Edit, Span } from '../types.js'

/** A text after edits, and the ways of a span from one text into the other. */
export interface Edited {
  readonly text: string
  /** A span of the text after → the span before; one that begins or ends in an edit takes in the whole edit. */
  before(span: Span): Span
  /** A span of the text before → the span after; one that begins or ends in an edit takes in the whole edit. */
  after(span: Span): Span
}

const SAME = (span: Span): Span => span

/** Applies edits that are in order and do not overlap: 「衛(wèi)生」 less `(wèi)` → 「衛生」. */
export function applyEdits(text: string, edits: readonly Edit[]): Edited {
  if (edits.length === 0) return { text, before: SAME, after: SAME }
  const old: Span[] = []
  const fresh: Span[] = []
  const pieces: string[] = []
  let read = 0
  let written = 0
  for (const { span, after } of edits) {
    pieces.push(text.slice(read, span.start), after)
    written += span.start - read
    for (const [from, to] of partsOf(span, after)) {
      old.push(from)
      fresh.push({ start: written + to.start, end: written + to.end })
    }
    written += after.length
    read = span.end
  }
  pieces.push(text.slice(read))
  return { text: pieces.join(''), before: (span) => carry(span, fresh, old), after: (span) => carry(span, old, fresh) }
}

/** An edit in parts, so that a sentence that begins within it has a place of its own: `??h` → 。縣 as `?` → 。 and `?h` → 縣. */
function partsOf({ start, end }: Span, after: string): [from: Span, to: Span][] {
  const stop = after.indexOf('。') + 1
  if (stop === 0 || stop === after.length || end - start < 2)
    return [
      [
        { start, end },
        { start: 0, end: after.length },
      ],
    ]
  const middle = start + Math.min(end - start - 1, Math.max(1, Math.floor((stop * (end - start)) / after.length)))
  return [
    [
      { start, end: middle },
      { start: 0, end: stop },
    ],
    [
      { start: middle, end },
      { start: stop, end: after.length },
    ],
  ]
}

/** Carries a span over between two rows of spans that answer each other one by one. */
function carry({ start, end }: Span, from: readonly Span[], to: readonly Span[]): Span {
  const first = lastStartingBy(from, start)
  const last = end > start ? lastStartingBy(from, end - 1) : first
  const startOf = first < 0 || start >= from[first]!.end ? shift(start, first, from, to) : to[first]!.start
  if (end === start) return { start: startOf, end: startOf }
  const endOf = last < 0 || end > from[last]!.end ? shift(end, last, from, to) : to[last]!.end
  return { start: startOf, end: Math.max(startOf, endOf) }
}

function shift(offset: number, index: number, from: readonly Span[], to: readonly Span[]): number {
  return index < 0 ? offset : offset + to[index]!.end - from[index]!.end
}

/** The index of the last span that starts at or before an offset, −1 where none does. */
function lastStartingBy(spans: readonly Span[], offset: number): number {
  let low = -1
  let high = spans.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (spans[middle]!.start <= offset) low = middle
    else high = middle
  }
  return low
}
