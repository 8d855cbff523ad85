import type { Note, Span, Stretch, Style } from '../../types.js'
import type { Segment } from './segment.js'

/** A section while the tree grows. */
export interface Node {
  readonly style: string
  readonly rank: number
  readonly marker?: Span
  readonly ordinal?: number
  /** The level of a heading, where the format says so. */
  readonly level?: number
  /** Whole line without a mark at its end: all of it is the title. */
  readonly headed: boolean
  readonly closes: boolean
  /** Own stretches of text, the first behind the marker. */
  readonly own: Stretch[]
  readonly children: Node[]
}

const HEADING_RANK = 3.5

/** Grows the tree: a style that is open closes what is deeper, one that is not is deeper than all that is open. */
export class Tree {
  readonly root: Node = { style: 'root', rank: -1, headed: true, closes: false, own: [], children: [] }
  readonly notes: Note[] = []
  private readonly open: Node[] = [this.root]

  get top(): Node {
    return this.open.at(-1)!
  }

  /** Text below what is open. */
  addText(span: Stretch): void {
    this.top.own.push(span)
  }

  /** Ends lists that stood inside a paragraph. */
  endParagraph(): void {
    while (this.top.closes) this.open.pop()
  }

  closeAll(): void {
    this.open.length = 1
  }

  addMarked(segment: Segment, headed: boolean): Node {
    const { style, ordinal, span } = segment.marker!
    if (segment.block.level !== undefined && !segment.inside) this.closeLevel(segment.block.level)
    const depth = this.placeOf(style, ordinal)
    this.open.length = depth
    const parent = this.top
    const before = parent.children.findLast((child) => child.style === style.name)
    this.checkOrdinal(before, style.name, ordinal, span)
    const closes = segment.inside && (style.closes ?? false)
    const level = segment.inside ? undefined : segment.block.level
    return this.push({
      style: style.name,
      rank: style.rank,
      marker: span,
      ...(ordinal !== undefined && { ordinal }),
      ...(level !== undefined && { level }),
      headed,
      closes,
      own: [{ start: span.end, end: segment.span.end }],
      children: [],
    })
  }

  addHeading(span: Span, level: number | undefined, marker?: Span): Node {
    if (level !== undefined) this.closeLevel(level)
    else {
      const at = this.open.findIndex((node) => node.style === 'heading' && node.level === undefined)
      if (at > 0) this.open.length = at
    }
    const own = marker ? [{ start: marker.end, end: span.end }] : [span]
    return this.push({
      style: 'heading',
      rank: HEADING_RANK,
      ...(marker && { marker }),
      ...(level !== undefined && { level }),
      headed: !marker,
      closes: false,
      own,
      children: [],
    })
  }

  private push(node: Node): Node {
    this.top.children.push(node)
    this.open.push(node)
    return node
  }

  /** Closes every section down to the nearest heading of a higher level. */
  private closeLevel(level: number): void {
    const at = this.open.findLastIndex((node) => node === this.root || (node.level !== undefined && node.level < level))
    this.open.length = at + 1
  }

  /** How many sections stay open above a new one of this style. */
  private placeOf(style: Style, ordinal: number | undefined): number {
    const open = this.open.findLastIndex((node) => node.style === style.name)
    if (open > 0) return open
    const brother = this.open.findLastIndex(
      (node) => node.ordinal !== undefined && node.rank === style.rank && ordinal === node.ordinal + 1 && ordinal > 1,
    )
    if (brother > 0) return brother
    const higher = this.open.findIndex(
      (node) => node !== this.root && node.rank > style.rank && this.outranks(style, node),
    )
    return higher > 0 ? higher : this.open.length
  }

  /** A chapter does not stand in an article, nor 一、 in a heading that has text of its own. */
  private outranks(style: Style, node: Node): boolean {
    if (style.rank <= 3) return node.style !== 'heading' || node.level === undefined
    return false
  }

  private checkOrdinal(before: Node | undefined, style: string, ordinal: number | undefined, span: Span): void {
    if (ordinal === undefined || before?.ordinal === undefined || ordinal === before.ordinal + 1 || ordinal === 1)
      return
    const code = ordinal === before.ordinal ? 'ordinal-repeat' : 'ordinal-gap'
    this.notes.push({ code, severity: 'warning', span, args: { before: before.ordinal, marker: ordinal, style } })
  }
}
