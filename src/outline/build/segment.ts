import { isHan } from '../../text/han.js'
import type { Block, Source, Span, Style } from '../../types.js'
import { STYLES } from '../index.js'

/** A marker that was read: where it stands, what it says. */
export interface Marker {
  readonly style: Style
  readonly ordinal?: number
  readonly span: Span
}

/** A stretch of a block from one marker to the next, or up to the first. */
export interface Segment {
  readonly block: Block
  readonly span: Span
  readonly marker?: Marker
  /** True where it starts inside a paragraph. */
  readonly inside: boolean
}

/** The last ordinal of each style's name in the document so far. */
export type Counts = Map<string, number>

/** Bit 1: a character that a marker inside a paragraph starts with. */
const STARTS = new Uint8Array(65536)
for (const c of '一二三四五六七八九十第(0123456789') STARTS[c.charCodeAt(0)] = 1
for (let unit = 0x2460; unit <= 0x2487; unit++) STARTS[unit] = 1

const MARKED =
  /[一二三四五六七八九十]是|[①-⑳⑴-⒇]|[一二三四五六七八九十\da-z][)、. ]|第[一二三四五六七八九十\d ]{1,6}[,、章节条编]/

const BEHIND = new Map<string, readonly Style[]>()

/** The styles whose markers may stand inside a paragraph behind a character. */
function stylesBehind(c: string): readonly Style[] {
  const known = BEHIND.get(c)
  if (known) return known
  const styles = (STYLES as readonly Style[]).filter(({ inside }) => inside?.test(c))
  BEHIND.set(c, styles)
  return styles
}

/** The list that a marker belongs to: for a strict style only the one it is next in, or a new one. */
function listOf(style: Style, ordinal: number | undefined, counts: Counts): Style | undefined {
  if (!style.strict || ordinal === 1) return style
  const name = [style.name, ...(style.goesOn ?? [])].find((list) => ordinal === (counts.get(list) ?? 0) + 1)
  return name === style.name ? style : STYLES.find((other) => other.name === name)
}

/** The marker that starts at an offset, of one of some styles. */
function markerAt(text: string, at: number, styles: readonly Style[], counts: Counts): Marker | undefined {
  for (const style of styles) {
    style.pattern.lastIndex = at
    const match = style.pattern.exec(text)
    if (!match) continue
    const ordinal = style.ordinal?.(match[1]!)
    if (style.ordinal && (ordinal === undefined || ordinal === 0)) continue
    const list = listOf(style, ordinal, counts)
    if (!list) continue
    return { style: list, ...(ordinal !== undefined && { ordinal }), span: { start: at, end: at + match[0].length } }
  }
  return undefined
}

/** How far behind a marker its heading may end where a list starts right below: 「一、总体要求（一）指导思想」 */
const HEADING = 40

/**
 * Markers inside a paragraph count in sequence only: the next of its list, a 1 that a 2 follows or that stands right
 * behind a heading, and a heading whose list starts right behind it, whatever number it has.
 */
function inSequence(text: string, own: Marker | undefined, candidates: readonly Marker[], counts: Counts): Marker[] {
  const last = new Map(counts)
  let above = own
  const close = (first: Marker | undefined, second: Marker | undefined) =>
    first !== undefined &&
    second !== undefined &&
    second.style.rank > first.style.rank &&
    second.span.start - first.span.end <= HEADING &&
    !/[。;!?]/.test(text.slice(first.span.end, second.span.start))
  return candidates.filter((marker, i) => {
    const { style, ordinal } = marker
    const next = candidates
      .slice(i + 1, i + 400)
      .find((other) => other.style.name === style.name && (other.ordinal === 2 || other.ordinal === 1))
    const before = last.get(style.name) ?? -1
    const follows =
      ordinal === before + 1 &&
      (!style.closes || [own, ...candidates.slice(0, i)].some((other) => other?.style === style))
    const leaps =
      before > 0 && ordinal !== undefined && ordinal > before && style.rank <= 4 && heads(marker, candidates[i + 1])
    const first = next?.ordinal === 2 || close(above, marker) || (style.rank <= 4 && heads(marker, candidates[i + 1]))
    const taken = follows || leaps || (ordinal === 1 && first)
    if (!taken) return false
    if (ordinal !== undefined) last.set(style.name, ordinal)
    above = marker
    return true
  })

  /** 「九、保障措施（一）」: the first of a lower list right behind. */
  function heads(marker: Marker, below: Marker | undefined): boolean {
    return below?.ordinal === 1 && close(marker, below)
  }
}

/** Divides a block at its markers; `counts` is brought up to date. */
export function segmentsOf(source: Source, block: Block, counts: Counts): Segment[] {
  const { start, end } = block.span
  const text = source.folded
  const own = leading(text, block, counts)
  if (own?.ordinal !== undefined) counts.set(own.style.name, own.ordinal)
  const from = own ? own.span.end : start
  const inner = MARKED.test(text.slice(from, end))
    ? inSequence(text, own, candidatesIn(text, from, end, own, counts), counts)
    : []
  for (const { style, ordinal } of inner) if (ordinal !== undefined) counts.set(style.name, ordinal)
  const markers = [...(own ? [own] : []), ...inner]
  const out: Segment[] = []
  if ((markers[0]?.span.start ?? end) > start)
    out.push({ block, span: { start, end: markers[0]?.span.start ?? end }, inside: false })
  markers.forEach((marker, i) => {
    const span = { start: marker.span.start, end: markers[i + 1]?.span.start ?? end }
    out.push({ block, span, marker, inside: marker !== own })
  })
  return out
}

/** The marker at the start of a block. */
export function leading(text: string, block: Block, counts: Counts): Marker | undefined {
  const marker = markerAt(text, block.span.start, STYLES, counts)
  return marker && marker.span.end <= block.span.end ? marker : undefined
}

/** What may be markers inside a block, from `start` on. */
function candidatesIn(text: string, start: number, end: number, own: Marker | undefined, before: Counts): Marker[] {
  const out: Marker[] = []
  const counts = new Map(before)
  for (let i = Math.max(start, 1); i < end; i++) {
    if (STARTS[text.charCodeAt(i)] === 0) continue
    const behind = stylesBehind(text[i - 1]!)
    const marker = markerAt(text, i, behind, counts) ?? gluedAt(text, i, out.at(-1) ?? own, counts)
    if (!marker) continue
    if (marker.ordinal !== undefined) counts.set(marker.style.name, marker.ordinal)
    out.push(marker)
    i = marker.span.end - 1
  }
  return out
}

/** 「一、明确目标1、入园率。」: the first or next of a list whose heading has lost its line break. */
const GLUED = STYLES.filter(({ name }) => name === '1、' || name === '1.')
const LABEL = /[一-龥“”]{2,24}(?:。|\n|$)/y

function gluedAt(text: string, at: number, above: Marker | undefined, counts: Counts): Marker | undefined {
  if (!above || above.style.rank > 5 || at - above.span.end > HEADING || !isHan(text.charCodeAt(at - 1)))
    return undefined
  const marker = markerAt(text, at, GLUED, counts)
  if (!marker || (marker.ordinal !== 1 && marker.ordinal !== (counts.get(marker.style.name) ?? 0) + 1)) return undefined
  LABEL.lastIndex = marker.span.end
  return LABEL.test(text) && !/[。;!?:]/.test(text.slice(above.span.end, at)) ? marker : undefined
}
