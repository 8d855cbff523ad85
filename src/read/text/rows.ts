import { BULLETS, NUMBERED } from '../../text/marker.js'
import { matchesOf } from '../../text/match.js'
import { trim } from '../../text/sentence.js'
import type { Block, Span } from '../../types.js'
import { WIDEST } from '../page/grid.js'

/** What parts the cells of a line: bars as Markdown and consoles draw them, tabs, wide gaps. */
const BARS = /[|｜│┃]/g
const TABS = /\t/g
const BLANK = '(?:[ \\u00a0]|&(?:nbsp|ensp|emsp);)'
const GAPS = new RegExp(`${BLANK}{2,}|${BLANK}?\\u3000(?:${BLANK}|\\u3000)*`, 'g')
/** 「一、⇥总体要求」: a tab behind a marker parts no cells. */
const MARKER = new RegExp(`^(?:${NUMBERED}|[${BULLETS}])?$`)
/** 「|---|:--:|」「├──┼──┤」: drawn between rows. */
const RULE = /^[\s|｜│┃+\-—=:─━┌┐└┘├┤┬┴┼┏┓┗┛┣┫┳┻╋]+$/
/** A line that ends a sentence is prose, however wide its gaps. */
const PROSE = /(?:[。；!！?？]|(?<!&[a-z]{4});)\s*$/

interface Kind {
  readonly between: RegExp
  /** Cells that a row has at least, and lines that a table has at least. */
  readonly cells: number
  readonly lines: number
}

const KINDS: readonly Kind[] = [
  { between: BARS, cells: 2, lines: 2 },
  { between: TABS, cells: 2, lines: 2 },
  { between: GAPS, cells: 3, lines: 3 },
]

/** The cells of a line, or `undefined` where it is no row of the kind. */
function cellsOf(text: string, line: Span, { between, cells: least }: Kind): Span[] | undefined {
  const row = text.slice(line.start, line.end)
  const cells: Span[] = []
  let from = 0
  const add = (end: number) => cells.push(trim(text, { start: line.start + from, end: line.start + end }))
  for (const gap of matchesOf(between, row)) {
    if (between !== GAPS || row.slice(from, gap.index).trim() !== '') add(gap.index)
    from = gap.index + gap[0].length
  }
  if (from < row.length) add(row.length)
  const empty = ({ start, end }: Span) => start >= end
  if (between === BARS) {
    if (cells[0] && empty(cells[0])) cells.shift()
    if (cells.at(-1) && empty(cells.at(-1)!)) cells.pop()
  }
  const held = cells.filter((cell) => !empty(cell))
  if (cells.length < least || cells.length > WIDEST || held.length < 2) return undefined
  if (between === GAPS && (PROSE.test(row) || held.some(({ start, end }) => end - start > 40))) return undefined
  return held.length === 2 && MARKER.test(text.slice(held[0]!.start, held[0]!.end)) ? undefined : cells
}

/** Whether two lines in a row are parted into more cells than any table has that people read. */
export function isTooWide(text: string): boolean {
  let wide = 0
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 ? text.length : newline
    const row = end - start > WIDEST ? text.slice(start, end) : ''
    wide = [BARS, TABS].some((between) => (row.match(between)?.length ?? 0) > WIDEST) ? wide + 1 : 0
    if (wide === 2) return true
    start = end + 1
  }
  return false
}

/** Makes rows of lines that stand together as a table: parted by bars, by tabs, or by gaps that agree in number. */
export function findRows(text: string, blocks: readonly Block[], lineOf: (block: Block) => Span): Block[] {
  const out: Block[] = []
  for (let i = 0; i < blocks.length; ) {
    const table = KINDS.map((kind) => tableAt(text, blocks, i, lineOf, kind)).find((rows) => rows.length > 0) ?? []
    for (const line of table) if (line.kind === 'row') out.push(line)
    if (table.length === 0) out.push(withoutBars(text, blocks[i]!))
    i += Math.max(1, table.length)
  }
  return out
}

/** 「关于…的通知 |」: the one cell that is left of a row, as the line that it says. */
function withoutBars(text: string, block: Block): Block {
  const { start, end } = block.span
  const [lead, tail] = [/^[|｜│┃\s]*/, /[|｜│┃\s]*$/].map((bars) => bars.exec(text.slice(start, end))![0].length)
  const span = { start: start + lead!, end: end - tail! }
  return block.kind !== 'paragraph' || span.end <= span.start ? block : { ...block, span }
}

/** The blocks of a table that starts at a block; drawn rules stay in it as paragraphs. */
function tableAt(
  text: string,
  blocks: readonly Block[],
  at: number,
  lineOf: (block: Block) => Span,
  kind: Kind,
): Block[] {
  const rows: Block[] = []
  let count = 0
  let width = 0
  for (let i = at; i < blocks.length; i++) {
    const block = blocks[i]!
    const slice = text.slice(block.span.start, block.span.end)
    if (kind.between === BARS && RULE.test(slice)) {
      rows.push(block)
      continue
    }
    const cells = cellsOf(text, lineOf(block), kind)
    if (!cells || (kind.between === GAPS && count > 0 && cells.length !== width)) break
    width = cells.length
    count++
    rows.push({
      span: { start: cells[0]!.start, end: cells.reduce((most, { end }) => Math.max(most, end), 0) },
      kind: 'row',
      cells,
    })
  }
  const most = rows.reduce((length, { cells }) => Math.max(length, cells?.length ?? 0), 0)
  return count >= kind.lines && (most > 2 || count > 2 || kind.between === BARS) ? rows : []
}
