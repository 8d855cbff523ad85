import { isBlank } from '../text/han.js'
import { trim } from '../text/sentence.js'
import type { Block, Source, Span } from '../types.js'

/** A cell of a row: where it stands, and its folded text without white space. */
export interface Cell extends Span {
  readonly text: string
}

/** A row of a table; a cell that is merged with the one above or to the left is the same span. */
export interface GridRow {
  readonly block: Block
  readonly cells: readonly Cell[]
}

function cellOf(source: Source, span: Span): Cell {
  let text = ''
  for (let i = span.start; i < span.end; i++) if (!isBlank(source.folded.charCodeAt(i))) text += source.folded[i]
  return { ...trim(source.text, span), text }
}

/** The cells of a row block. */
export function rowOf(source: Source, block: Block): GridRow {
  return { block, cells: (block.cells ?? [block.span]).map((span) => cellOf(source, span)) }
}

/** Whether two cells are one: merged, or empty for a format that loses merges. */
export const isSame = (a: Cell | undefined, b: Cell | undefined) =>
  a !== undefined && b !== undefined && a.start === b.start && a.end === b.end

/** The cells of a row that hold text, each once. */
export function filled({ cells }: GridRow): Cell[] {
  const seen = new Set<number>()
  return cells.filter(({ text, start }) => text !== '' && !seen.has(start) && seen.add(start))
}
