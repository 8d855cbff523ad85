import type { Span } from '../types.js'

/** Tells in constant time whether an offset of a text lies in one of the spans. */
export function coverOf(length: number, spans: Iterable<Span>): (at: number) => boolean {
  const covered = new Uint8Array(length)
  for (const { start, end } of spans) covered.fill(1, start, end)
  return (at) => covered[at] === 1
}
