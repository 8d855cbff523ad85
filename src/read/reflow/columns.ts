import { rowsOf } from './lines.js'
import type { Piece } from './sheet.js'

/** Pieces of a page that are read one below the other; `narrow` where they are of one of two columns. */
export interface Flow {
  readonly pieces: readonly Piece[]
  readonly narrow: boolean
}

/** Fewer lines beside each other are no columns of text. */
const FEWEST = 6
/** Shorter lines are cells or labels. */
const SHORTEST = 8

interface Gutter {
  readonly start: number
  readonly end: number
}

/** A page in the order it is read: what crosses both columns parts them into bands, in each of which the left one comes first. */
export function flowsOf(pieces: readonly Piece[]): Flow[] {
  const gutter = gutterOf(pieces)
  if (!gutter) return [{ pieces, narrow: false }]
  const middle = (gutter.start + gutter.end) / 2
  const isLeft = (piece: Piece) => piece.x + piece.width <= middle
  const start = (side: readonly Piece[]) => Math.min(...side.map(({ x }) => x))
  const shift = gutter.end - start(pieces)
  const flows: { pieces: Piece[]; narrow: boolean; left: Piece[]; right: Piece[] }[] = []
  for (const row of rowsOf(pieces)) {
    const narrow = !row.some(({ x, width }) => x < middle - 1 && x + width > middle + 1)
    if (flows.at(-1)?.narrow !== narrow) flows.push({ pieces: [], narrow, left: [], right: [] })
    const flow = flows.at(-1)!
    for (const piece of row)
      if (!narrow) flow.pieces.push(piece)
      else if (isLeft(piece)) flow.left.push(piece)
      else flow.right.push({ ...piece, x: piece.x - shift })
  }
  return flows
    .flatMap(({ pieces, narrow, left, right }): Flow[] =>
      narrow ? [left, right].map((pieces) => ({ pieces, narrow })) : [{ pieces, narrow }],
    )
    .filter((flow) => flow.pieces.length > 0)
}

/** The strip down the middle that nearly no text crosses, where text that fills its lines stands on both sides. */
function gutterOf(pieces: readonly Piece[]): Gutter | undefined {
  if (pieces.length < 2 * FEWEST) return undefined
  const left = Math.min(...pieces.map(({ x }) => x))
  const right = Math.max(...pieces.map(({ x, width }) => x + width))
  const covered = new Uint32Array(Math.max(1, Math.ceil(right - left) + 1))
  for (const { x, width, text } of pieces)
    for (let i = Math.floor(x - left); i <= x + width - left && i < covered.length; i++)
      covered[Math.max(0, i)]! += text.length === 0 ? 0 : 1
  const gutter = valleyOf(covered, 0.35, 0.65)
  const size = pieces.map((piece) => piece.size).sort((a, b) => a - b)[pieces.length >> 1]!
  if (!gutter || gutter.end - gutter.start < 0.8 * size) return undefined
  const [start, end] = [gutter.start + left, gutter.end + left]
  const sides = [pieces.filter(({ x, width }) => x + width <= start + 1), pieces.filter(({ x }) => x >= end - 1)]
  return sides.every((side) => isText(side, size)) ? { start, end } : undefined
}

/** The widest stretch near the middle that few pieces cover. */
function valleyOf(covered: Uint32Array, from: number, to: number): Gutter | undefined {
  const few = covered.reduce((most, count) => Math.max(most, count), 0) * 0.15
  let best: Gutter | undefined
  for (let i = Math.floor(covered.length * from); i < covered.length * to; i++) {
    if (covered[i]! > few) continue
    let end = i
    while (end < covered.length && covered[end]! <= few) end++
    let start = i
    while (start > 0 && covered[start - 1]! <= few) start--
    if (!best || end - start > best.end - best.start) best = { start, end }
    i = end
  }
  return best
}

/** Whether a side is running text: enough lines of words, two fifths of which reach its right edge. */
function isText(side: readonly Piece[], size: number): boolean {
  const rows = rowsOf(side)
  const length = side.reduce((sum, { text }) => sum + text.replace(/\s/g, '').length, 0)
  if (rows.length < FEWEST || length < rows.length * SHORTEST) return false
  const ends = rows.map((row) => Math.max(...row.map(({ x, width }) => x + width)))
  const edge = Math.max(...ends)
  return ends.filter((end) => end > edge - 1.6 * size).length * 5 >= ends.length * 2
}
