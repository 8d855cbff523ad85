import { EXTRACTORS } from './facts/index.js'
import { abbreviationsIn } from './facts/reference/abbreviation.js'
import { defaultsIn } from './facts/responsible/default.js'
import { LOSSES, touchesLost } from './text/lost.js'
import type { Context, Extractor, Fact, Reading, Sentence } from './types.js'

/** Every fact that some extractor reads. */
export type AnyFact = ReturnType<(typeof EXTRACTORS)[number]['extract']>[number]

const ORDER = inOrder(EXTRACTORS)

/** Bit i of a unit's class: the unit is a trigger of extractor i. */
const CLASS = new Uint8Array(65536)
ORDER.forEach((extractor, i) => {
  for (const c of extractor.triggers) CLASS[c.charCodeAt(0)]! |= 1 << i
})
/** The bit of a unit that shows that a character is lost. */
const LOSS = 1 << ORDER.length
for (const c of LOSSES) CLASS[c.charCodeAt(0)]! |= LOSS

/** Extractors such that each comes after those that it names. */
function inOrder(extractors: readonly Extractor[]): Extractor[] {
  const out: Extractor[] = []
  const visit = (extractor: Extractor): void => {
    if (out.includes(extractor)) return
    for (const kind of extractor.after ?? []) visit(extractors.find((other) => other.kind === kind)!)
    out.push(extractor)
  }
  extractors.forEach(visit)
  return out
}

/**
 * The facts of a sentence: one pass over its characters wakes the extractors whose triggers stand in it. What touches
 * a lost character is no fact but a doubt: 「〓80名」 may have been 180名.
 */
export function readFacts(sentence: Sentence, context: Omit<Context, 'found'>): AnyFact[] {
  const { text } = sentence
  let woken = 0
  for (let i = 0; i < text.length; i++) woken |= CLASS[text.charCodeAt(i)]!
  if (woken === 0) return []
  const found: AnyFact[] = []
  const known: Context = { ...context, found }
  ORDER.forEach((extractor, i) => {
    if (woken & (1 << i))
      for (const fact of extractor.extract(sentence, known))
        if (woken & LOSS && touchesLost(text, fact)) noteLost(sentence, fact, context)
        else found.push(fact as AnyFact)
  })
  return found
}

function noteLost({ shown }: Sentence, { span }: Fact, { note }: Pick<Context, 'note'>): void {
  note('fact-lost', span, { text: shown.slice(span.start, span.end) })
}

/** What sentences hand to those behind them: short names, and units that are named once for all tasks. */
export interface Memory {
  readonly abbreviations: Map<string, string>
  defaults: readonly Fact[]
}

/** Keeps what a sentence defines for the sentences behind it. */
export function remember(memory: Memory, { sentence, facts }: Reading): void {
  for (const [short, full] of abbreviationsIn(sentence, facts)) memory.abbreviations.set(short, full)
  const defaults = defaultsIn(sentence, facts)
  if (defaults.length > 0) memory.defaults = defaults
}

/** Facts stated for all tasks, without what one of them states itself. */
export function notStated(defaults: readonly Fact[], own: readonly Fact[]): Fact[] {
  const values = own.map(({ value }) => JSON.stringify(value))
  return defaults.filter(({ value }) => !values.includes(JSON.stringify(value)))
}
