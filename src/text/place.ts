import type { Span } from '../types.js'

/** Offsets at which lines start; one table places any number of problems. `\n`, `\r\n` and `\r` end a line. */
export function lineStarts(text: string): Uint32Array {
  const starts = [0]
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (c === 10 || (c === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1)
  }
  return Uint32Array.from(starts)
}

/** 1-based line and column (in UTF-16 units, as editors count) of an offset. */
export function placeOf(starts: ArrayLike<number>, offset: number): { line: number; column: number } {
  let low = 0
  let high = starts.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (starts[middle]! <= offset) low = middle
    else high = middle
  }
  return { line: low + 1, column: offset - starts[low]! + 1 }
}

/** Turns UTF-16 offsets into code points; free where the text has no character beyond the BMP. */
export function codePoints(text: string): (span: Span) => [number, number] {
  const pairs: number[] = []
  for (let i = 0; i < text.length; i++) if ((text.charCodeAt(i) & 0xfc00) === 0xd800) pairs.push(i)
  if (pairs.length === 0) return ({ start, end }) => [start, end]
  const starts = Int32Array.from([-1, ...pairs])
  const at = (offset: number) => offset - (placeOf(starts, offset - 1).line - 1)
  return ({ start, end }) => [at(start), at(end)]
}

/** The UTF-16 span of code points [start, end): the way back from a plan into its source text. */
export function fromCodePoints(text: string): (span: readonly [number, number]) => Span {
  const pairs: number[] = []
  for (let i = 0, points = 0; i < text.length; i++, points++) {
    if ((text.charCodeAt(i) & 0xfc00) === 0xd800) {
      pairs.push(points)
      i++
    }
  }
  const starts = Int32Array.from([-1, ...pairs])
  const at = (point: number) => point + (placeOf(starts, point - 1).line - 1)
  return ([start, end]) => ({ start: at(start), end: at(end) })
}
