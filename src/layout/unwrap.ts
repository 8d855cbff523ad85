import { isBlank } from '../text/han.js'
import { BULLETS, NUMBERED } from '../text/marker.js'
import type { Block, Source } from '../types.js'

const TERMINAL = /[。!?:;]["”’)\]》]*$|https?:[!-~]*$/
/** What starts a line of its own even where the line before is full. */
const STARTS = new RegExp(`^(?:${NUMBERED}|[${BULLETS}])`)

/** Columns of a line: 2 for a wide character, 1 for another. */
function columnsOf(text: string): number {
  let columns = 0
  for (let i = 0; i < text.length; i++) columns += text.charCodeAt(i) > 0x2e7f ? 2 : 1
  return columns
}

interface Line {
  readonly block: Block
  /** Its length with its indent, in columns and in characters: pages are wrapped at either. */
  readonly columns: number
  readonly characters: number
  readonly indent: number
  readonly terminal: boolean
  /** A comma stands in it, as in no heading. */
  readonly prose: boolean
}

function measure(source: Source, block: Block): Line {
  const { start, end } = block.span
  let from = start
  while (from > 0 && isBlank(source.text.charCodeAt(from - 1)) && source.text[from - 1] !== '\n') from--
  const text = source.text.slice(from, end)
  const folded = source.folded.slice(Math.max(start, end - 120), end)
  return {
    block,
    columns: columnsOf(text),
    characters: text.length * 2,
    indent: columnsOf(source.text.slice(from, start)),
    terminal: TERMINAL.test(folded),
    prose: /[,，、;]/.test(folded),
  }
}

/** No text is wrapped at fewer columns. */
const NARROW = 30

type Unit = 'columns' | 'characters'

/** From which length on a line is full, and how many full lines break off inside a sentence. */
interface Wrap {
  readonly unit: Unit
  readonly column: number
  readonly lines: number
}

/** Where a text is wrapped: the length that most lines broken inside a sentence share, and how many do. */
function wrapOf(lines: readonly Line[], unit: Unit): Wrap {
  const counts = new Map<number, number>()
  for (const line of lines) {
    const bucket = line[unit] >> 2
    if (!line.terminal && line[unit] >= NARROW) counts.set(bucket, (counts.get(bucket) ?? 0) + 1)
  }
  let best = { unit, column: 0, lines: 0 }
  for (const [bucket, count] of counts) {
    const near = count + (counts.get(bucket + 1) ?? 0)
    if (near > best.lines) best = { unit, column: bucket * 4, lines: near }
  }
  return best
}

/** True for a line that can be the rest of a paragraph: it ends one or is full, and starts nothing of its own. */
function goesOn(source: Source, line: Line | undefined, wrap: Wrap): boolean {
  if (!line || !(line.terminal || line[wrap.unit] >= wrap.column)) return false
  const head = source.folded.slice(line.block.span.start, line.block.span.start + 12)
  return !STARTS.test(head) && !/^[一-龥 ]{2,8}:/.test(head)
}

const isProse = ({ block }: Line) => block.kind === 'paragraph'

/** Where most lines of a text are wrapped, or many of a long one. */
function commonWrap(source: Source, lines: readonly Line[]): Wrap | undefined {
  const prose = lines.filter(isProse)
  const columns = wrapOf(prose, 'columns')
  const characters = wrapOf(prose, 'characters')
  const wrap = characters.lines > columns.lines ? characters : columns
  const longer = lines.filter((line) => line[wrap.unit] >= wrap.column + 12).length
  const broken = lines.flatMap((line, i) => (!line.terminal && line[wrap.unit] >= wrap.column ? [i] : []))
  const carried = broken.filter((i) => goesOn(source, lines[i + 1], wrap))
  const bounded =
    wrap.column >= 40 && wrap.lines >= 4 && longer * 50 < lines.length && carried.length * 4 >= broken.length * 3
  const many = wrap.lines * 4 >= lines.length && carried.length * 2 >= broken.length && longer * 2 <= wrap.lines
  return wrap.lines >= 3 && (many || bounded) ? wrap : undefined
}

/** How much shorter than the longest a full line may be, where a mark may not begin the next. */
const HANGING = 4

/** The edge of a text of mostly short lines: no line goes beyond it, and those that reach it all go on in the next. */
function edgeOf(source: Source, lines: readonly Line[]): Wrap | undefined {
  for (const unit of ['columns', 'characters'] as const) {
    const longest = lines.filter(isProse).reduce((most, line) => Math.max(most, line[unit]), 0)
    const wrap = { unit, column: longest - HANGING, lines: 0 }
    const broken = lines.flatMap((line, i) => (isProse(line) && !line.terminal && line[unit] >= wrap.column ? [i] : []))
    const exact = broken.filter((i) => lines[i]![unit] >= longest - 2).length
    if (longest >= 40 && exact >= 3 && broken.every((i) => goesOn(source, lines[i + 1], wrap)))
      return { ...wrap, lines: broken.length }
  }
  return undefined
}

/** How much shorter than the others a full line may be: the first of a paragraph that lost its indent, or one before a long number. */
const SHORTER = 4

/** Joins the lines of hard-wrapped paragraphs; a text that is not wrapped comes back as it is. */
export function unwrap(source: Source, blocks: readonly Block[]): readonly Block[] {
  if (blocks.length < 4 || blocks.some(({ kind }) => kind !== 'paragraph' && kind !== 'row')) return blocks
  const lines = blocks.map((block) => measure(source, block))
  const wrap = commonWrap(source, lines) ?? edgeOf(source, lines)
  if (!wrap) return blocks
  const indented = lines.filter((line) => line.indent >= 2).length * 5 > lines.length
  const out: Block[] = []
  lines.forEach((line, i) => {
    const before = lines[i - 1]
    const last = out.at(-1)
    const full =
      before?.block.kind === 'paragraph' &&
      line.block.kind === 'paragraph' &&
      before[wrap.unit] >= wrap.column - (before.prose && !before.terminal ? SHORTER : 0)
    const gap = before ? source.text.slice(before.block.span.end, line.block.span.start).split('\n').length > 2 : true
    const fresh = indented
      ? line.indent >= 2 || (before?.terminal && !full)
      : before?.terminal || STARTS.test(source.folded.slice(line.block.span.start, line.block.span.start + 8))
    if (last && full && !gap && !fresh)
      out[out.length - 1] = { ...last, span: { start: last.span.start, end: line.block.span.end } }
    else out.push(line.block)
  })
  return out
}
