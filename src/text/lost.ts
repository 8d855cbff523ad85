import type { Fact, Span } from '../types.js'

/** Stands in folded text for a character that damage took and no repair gave back, as the geta mark does in print. */
const LOST = '〓'
/** What shows that a character is lost: the mark itself, and U+FFFD for bytes that did not decode. */
const GONE = /[〓\ufffd]/
/** A private-use character at a digit may be a digit or a sign such as ≥ in a font that the page lost. */
const DOUBTFUL = /[\ue000-\uf8ff]\d|\d[\ue000-\uf8ff]/

/** Every unit that shows a loss. */
export const LOSSES = `${LOST}\ufffd${String.fromCharCode(...Array.from({ length: 0x1900 }, (_, i) => 0xe000 + i))}`

/** A folded text in which damaged places are marked, of equal length: 「教?chù)?80名」, damaged at 1 to 7 → 「教〓〓〓〓〓〓80名」. */
export function maskLost(folded: string, places: readonly Span[]): string {
  if (places.length === 0) return folded
  let out = ''
  let from = 0
  for (const { start, end } of [...places].sort((a, b) => a.start - b.start)) {
    if (start < from) continue
    out += folded.slice(from, start) + LOST.repeat(end - start)
    from = end
  }
  return out + folded.slice(from)
}

/** True where a lost character lies in the words of a fact, at their edge, or in what it took from other words: 「〓80名」 may have been 180名. */
export function touchesLost(text: string, { span, value }: Fact): boolean {
  const around = text.slice(Math.max(0, span.start - 1), span.end + 1)
  return GONE.test(around) || DOUBTFUL.test(around) || GONE.test(JSON.stringify(value))
}
