import type { Sentence, Source, Span } from '../types.js'
import { isBlank } from './han.js'
import { isUnit, splitUnits } from './unit.js'

const isEnd = (c: string): boolean => c === '。' || c === '!' || c === '?'
/** No sentence is longer: a stretch without a full stop is cut at the next comma, so that its cost stays linear. */
const LONGEST = 3000
const CLOSERS = '”’)]》〉'

/** No title is longer. */
const TITLE = 200
/** The longest bracket that may belong to the sentence before it. */
const BRACKET = 400

/** Words of a bracket that assigns what the sentence before it says. */
const ASSIGNS = /单位|部门|负责|牵头|时限|指导|督促|配合|分工|下同/

/**
 * The sentences of a span of the folded text: each ends at 。！？ outside brackets and titles, with the marks that close
 * it; a bracket behind the stop that assigns the work, （责任单位：…）（市水利局、市财政局）, belongs to the sentence before it.
 */
export function splitSentences(folded: string, { start, end }: Span): Span[] {
  const out: Span[] = []
  let from = start
  let depth = 0
  for (let i = start; i < end; i++) {
    const c = folded[i]!
    if (c === '(' || (c === '《' && isClosed(folded, i, end))) depth++
    else if ((c === ')' || c === '》') && depth > 0) depth--
    else if ((depth === 0 && isEnd(c)) || (i - from > LONGEST && /[,;、\n]/.test(c))) {
      let stop = closed(folded, i + 1, end)
      const bracket = assignment(folded, stop, end)
      if (bracket > 0) stop = closed(folded, bracket, end)
      out.push({ start: from, end: stop })
      from = stop
      i = stop - 1
    }
  }
  if (from < end) out.push({ start: from, end })
  return out.map((span) => trim(folded, span)).filter((span) => span.end > span.start)
}

/** True for the opening mark of a title that is closed: one that is not swallows no sentence behind it. */
function isClosed(folded: string, at: number, end: number): boolean {
  let depth = 0
  for (let i = at; i < Math.min(end, at + TITLE); i++)
    if (folded[i] === '《') depth++
    else if (folded[i] === '》' && --depth === 0) return true
  return false
}

/** Where the marks that close a sentence end. */
function closed(folded: string, at: number, end: number): number {
  let stop = at
  while (stop < end && (CLOSERS.includes(folded[stop]!) || isEnd(folded[stop]!))) stop++
  return stop
}

/** The end of a bracket at an offset that names units or assigns work; 0 where there is none. */
function assignment(folded: string, at: number, end: number): number {
  let open = at
  while (open < end && isBlank(folded.charCodeAt(open))) open++
  if (folded[open] !== '(' && folded[open] !== '[') return 0
  let depth = 0
  for (let i = open; i < Math.min(end, open + BRACKET); i++) {
    const c = folded[i]!
    if (c === '(' || c === '[') depth++
    else if (c === ')' || c === ']') depth--
    if (depth > 0) continue
    const inside = folded.slice(open + 1, i)
    const named = () => splitUnits(inside).every((piece) => isUnit(inside.slice(piece.start, piece.end)))
    return ASSIGNS.test(inside) || (inside.length > 3 && named()) ? i + 1 : 0
  }
  return 0
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
  const pick = (from: string) => {
    let out = ''
    for (const i of kept) out += from[i]
    return out
  }
  const at = (index: number) => (index < kept.length ? span.start + kept[index]! : span.start + (kept.at(-1) ?? -1) + 1)
  return { sentence: { text: pick(text), shown: pick(shown) }, at }
}
