import type { Span } from '../src/types.js'

/** Takes the marks ⟦ ⟧ out of a phrase: the clean phrase and the spans they enclosed. */
export function unmark(phrase: string): { text: string; spans: Span[] } {
  const spans: Span[] = []
  let text = ''
  let start = 0
  for (const c of phrase)
    if (c === '⟦') start = text.length
    else if (c === '⟧') spans.push({ start, end: text.length })
    else text += c
  return { text, spans }
}
