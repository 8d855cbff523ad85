import type { Sentence, Source, Span } from '../types.js'
import { isBlank } from './han.js'

const END = /[。!?]/
/** No sentence is longer: a stretch without a full stop is cut at a comma, so that its cost stays linear. */
const LONGEST = 3000
const CLOSERS = '”’)]》〉'

/**
 * The sentences of a span of the folded text: each ends at 。！？ outside brackets and titles, with the marks that close
 * it; a bracket behind the last stop （责任单位：…） belongs to the sentence before it.
 */
export function splitSentences(folded: string, { start, end }: Span): Span[] {
  const out: Span[] = []
  let from = start
  let depth = 0
  for (let i = start; i < end; i++) {
    const c = folded[i]!
    if (c === '(' || c === '《') depth++
    else if ((c === ')' || c === '》') && depth > 0) depth--
    else if ((depth === 0 && END.test(c)) || (i - from > LONGEST && /[,;\n]/.test(c))) {
      let stop = i + 1
      while (stop < end && (CLOSERS.includes(folded[stop]!) || END.test(folded[stop]!))) stop++
      out.push({ start: from, end: stop })
      from = stop
      i = stop - 1
    }
  }
  if (from < end) out.push({ start: from, end })
  const trimmed = out.map((span) => trim(folded, span)).filter((span) => span.end > span.start)
  const last = trimmed.at(-1)
  const previous = trimmed.at(-2)
  if (
    last &&
    previous &&
    /^\([^()]*(?:单位|部门|负责|牵头|时限).*\)$/s.test(folded.slice(last.start, Math.min(last.end, last.start + 400)))
  )
    trimmed.splice(-2, 2, { start: previous.start, end: last.end })
  return trimmed
}

/** The span without white space at its ends. */
export function trim(text: string, { start, end }: Span): Span {
  while (start < end && isBlank(text.charCodeAt(start))) start++
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--
  return { start, end }
}

/**
 * A span of a source as extractors see it: without white space. `at(i)` is the offset in the source of the
 * sentence's i-th unit, `at(text.length)` its end.
 */
export function sentenceOf(source: Source, span: Span): { sentence: Sentence; at: (index: number) => number } {
  const text = source.folded.slice(span.start, span.end)
  const shown = source.shown.slice(span.start, span.end)
  let blank = 0
  while (blank < text.length && !isBlank(text.charCodeAt(blank))) blank++
  if (blank === text.length) return { sentence: { text, shown }, at: (index) => span.start + index }
  const kept: number[] = []
  for (let i = 0; i < text.length; i++) if (!isBlank(text.charCodeAt(i))) kept.push(i)
  const pick = (from: string) => kept.map((i) => from[i]).join('')
  const at = (index: number) => (index < kept.length ? span.start + kept[index]! : span.start + (kept.at(-1) ?? -1) + 1)
  return { sentence: { text: pick(text), shown: pick(shown) }, at }
}
