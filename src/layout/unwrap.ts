import { isBlank } from '../text/han.js'
import type { Block, Source } from '../types.js'

const TERMINAL = /[。!?:;]["”’)\]》]*$/
/** What starts a line of its own even where the line before is full. */
const STARTS = /^(?:[(]?[一二三四五六七八九十]{1,3}[)、]|\d{1,2}[.、]|第[一二三四五六七八九十百]{1,4}[章节条]|[①-⑳●■◆])/

/** Columns of a line: 2 for a wide character, 1 for another. */
function widthOf(text: string, start: number, end: number): number {
  let width = 0
  for (let i = start; i < end; i++) width += text.charCodeAt(i) > 0x2e7f ? 2 : 1
  return width
}

interface Line {
  readonly block: Block
  readonly width: number
  readonly indent: number
  readonly terminal: boolean
}

function measure(source: Source, block: Block): Line {
  const { start, end } = block.span
  let from = start
  while (from > 0 && isBlank(source.text.charCodeAt(from - 1)) && source.text[from - 1] !== '\n') from--
  const indent = widthOf(source.text, from, start)
  return {
    block,
    width: indent + widthOf(source.text, start, end),
    indent,
    terminal: TERMINAL.test(source.folded.slice(end - 4, end)),
  }
}

/** The column at which a text is wrapped: the width that most lines broken inside a sentence share; 0 for a text that is not. */
function wrapColumn(lines: readonly Line[]): number {
  const counts = new Map<number, number>()
  for (const { width, terminal } of lines)
    if (!terminal && width >= 24) counts.set(width >> 2, (counts.get(width >> 2) ?? 0) + 1)
  let best = 0
  let most = 0
  for (const [bucket, count] of counts) {
    const near = count + (counts.get(bucket + 1) ?? 0)
    if (near > most) [most, best] = [near, bucket]
  }
  return most >= 3 && most * 4 >= lines.length ? best * 4 : 0
}

/** Joins the lines of hard-wrapped paragraphs; a text that is not wrapped comes back as it is. */
export function unwrap(source: Source, blocks: readonly Block[]): readonly Block[] {
  if (blocks.length < 4 || blocks.some((block) => block.kind !== 'paragraph')) return blocks
  const lines = blocks.map((block) => measure(source, block))
  const column = wrapColumn(lines)
  if (column === 0) return blocks
  const indented = lines.filter((line) => line.indent >= 2).length * 5 > lines.length
  const out: Block[] = []
  lines.forEach((line, i) => {
    const before = lines[i - 1]
    const last = out.at(-1)
    const full = before !== undefined && before.width >= column
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
