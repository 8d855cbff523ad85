import { splitSentences } from '../../text/sentence.js'
import type { Note, Span, Stretch, Style } from '../../types.js'
import { QUESTION } from './heading.js'
import type { Marker, Segment } from './segment.js'

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
/** The last rank of the parts of a law: an article has paragraphs, it is no item of a list. */
const ARTICLE_RANK = 3

/** Styles whose items are points of a list, however long. */
const POINTS = ['bullet', '一是', '第一，', '①']

/** True where a list ends with a node: all items before it are as long as it is by now, points or single sentences. */
function endsList(folded: string, node: Node, parent: Node): boolean {
  if (!node.marker || node.rank <= ARTICLE_RANK || node.children.length > 0) return false
  const items = parent.children.filter((child) => child.style === node.style)
  const before = items.slice(-4, -1)
  const length = node.own.length
  if (items.at(-1) !== node || !before.every((item) => item.own.length === length && item.children.length === 0))
    return false
  if (POINTS.includes(node.style)) return before.length >= (length === 1 ? 2 : 3)
  const single = (item: Node) =>
    !item.headed && item.own.length === 1 && splitSentences(folded, item.own[0]!).length === 1
  const opens = (item: Node) => folded[item.own.at(-1)!.end - 1] === ';'
  return single(node) && before.every(single) && before.length >= (before.every(opens) ? 1 : 2)
}

/** 「（一）…（2）…」: the second is a slip of the pen. */
const bracketed = (one: string, other: string) => one !== other && one[0] === '（' && other[0] === '（'

/** Grows the tree: a style that is open closes what is deeper, one that is not is deeper than all that is open. */
export class Tree {
  readonly root: Node = { style: 'root', rank: -1, headed: true, closes: false, own: [], children: [] }
  readonly notes: Note[] = []
  private readonly open: Node[] = [this.root]
  private readonly folded: string

  constructor(folded: string) {
    this.folded = folded
  }

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

  /** A paragraph behind a list belongs to what the list stands in, not to its last item; the items of an article have none. */
  closeList(): void {
    const article = this.open.findLastIndex((node) => node.rank === ARTICLE_RANK)
    if (article > 0 && this.open.slice(article + 1).every((node) => node.marker && !node.headed))
      this.open.length = article + 1
    if (this.open.length > 2 && endsList(this.folded, this.top, this.open.at(-2)!)) this.open.pop()
  }

  /** What is said of the whole document at its end belongs to no item of its last section. */
  closeItems(): void {
    this.open.length = Math.min(this.open.length, 2)
  }

  closeAll(): void {
    this.open.length = 1
  }

  /** Opens a section at its marker; `glued` is the length of a heading that its text runs on from without a mark. */
  addMarked(segment: Segment, headed: boolean, glued = 0): Node {
    const { style, ordinal, span } = segment.marker!
    if (segment.block.level !== undefined && !segment.inside) this.closeLevel(segment.block.level, style)
    const depth = this.placeOf(style, ordinal)
    this.open.length = depth
    const parent = this.top
    const before = parent.children.findLast((child) => child.style === style.name)
    this.checkOrdinal(before, style.name, ordinal, span)
    const cut = span.end + glued
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
      own:
        glued > 0
          ? [
              { start: span.end, end: cut },
              { start: cut, end: segment.span.end },
            ]
          : [{ start: span.end, end: segment.span.end }],
      children: [],
    })
  }

  /** Opens an unnumbered heading; `next` is the marker of the line below it. */
  addHeading(span: Span, level: number | undefined, marker?: Span, next?: Marker): Node {
    if (level !== undefined) this.closeLevel(level)
    else this.closeForHeading(span, next)
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

  /**
   * A heading ends the one before it, unless numbered headings stand between them; it ends a list that starts over or,
   * in numbered paragraphs, goes on behind it: 「30. … / 爱护儿童 / 31. …」
   */
  private closeForHeading(span: Span, next: Marker | undefined): void {
    const fellow = this.open.findLastIndex((node) => node.style === 'heading' && this.endsInColon(node.own[0]!))
    if (fellow > 0 && this.endsInColon(span)) {
      this.open.length = fellow
      return
    }
    if (this.isQuestion(span)) {
      this.open.length =
        this.open.findLastIndex((node) => node.headed && !(node.own[0] && this.isQuestion(node.own[0]))) + 1
      return
    }
    const list = this.open.findLastIndex((node) => node.marker !== undefined && node.style === next?.style.name)
    const item = list > 0 ? this.open[list]! : undefined
    if (item && (next!.ordinal === 1 || (!item.headed && next!.ordinal === (item.ordinal ?? 0) + 1)))
      this.open.length = list
    const at = this.open.findLastIndex((node) => node.style === 'heading' && node.level === undefined)
    if (at > 0 && !this.open.slice(at + 1).some((node) => node.headed && node.marker)) this.open.length = at
  }

  /** 「工作目标：」: headings so marked stand beside each other, whatever lists are below them. */
  private endsInColon({ end }: Span): boolean {
    return this.folded[end - 1] === ':'
  }

  /** 「问：…？」: questions stand beside each other, each with its answer. */
  private isQuestion({ start }: Span): boolean {
    return QUESTION.test(this.folded.slice(start, start + 8))
  }

  private push(node: Node): Node {
    this.top.children.push(node)
    this.open.push(node)
    return node
  }

  /** Closes every section down to the nearest heading of a higher level; a chapter stays open for its sections whatever their levels say. */
  private closeLevel(level: number, style?: Style): void {
    const outranks = (node: Node) =>
      style !== undefined && node.marker !== undefined && style.rank <= ARTICLE_RANK && node.rank < style.rank
    const at = this.open.findLastIndex(
      (node) => node === this.root || (node.level !== undefined && node.level < level) || outranks(node),
    )
    this.open.length = at + 1
  }

  /** How many sections stay open above a new one of this style. */
  private placeOf(style: Style, ordinal: number | undefined): number {
    const open = this.open.findLastIndex((node) => node.style === style.name)
    if (open > 0) return open
    const brother = this.open.findLastIndex(
      (node) =>
        node.ordinal !== undefined &&
        (node.rank === style.rank || bracketed(node.style, style.name)) &&
        ordinal === node.ordinal + 1 &&
        ordinal > 1,
    )
    if (brother > 0) return brother
    const higher = this.open.findIndex(
      (node) => node !== this.root && node.rank > style.rank && this.outranks(style, node),
    )
    return higher > 0 ? higher : this.open.length
  }

  /** A chapter does not stand in an article, nor 一、 in a heading that has text of its own. */
  private outranks(style: Style, node: Node): boolean {
    if (style.rank <= ARTICLE_RANK) return node.style !== 'heading' || node.level === undefined
    return false
  }

  private checkOrdinal(before: Node | undefined, style: string, ordinal: number | undefined, span: Span): void {
    if (ordinal === undefined || before?.ordinal === undefined || ordinal === before.ordinal + 1 || ordinal === 1)
      return
    // 「第十二条之一」「第 12-1 条」 repeat the number they stand behind.
    if (ordinal === before.ordinal && /之|-/.test(this.folded.slice(span.start, span.end))) return
    const code = ordinal === before.ordinal ? 'ordinal-repeat' : 'ordinal-gap'
    this.notes.push({ code, severity: 'warning', span, args: { before: before.ordinal, marker: ordinal, style } })
  }
}
