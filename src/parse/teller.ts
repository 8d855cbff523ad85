import { type AnyFact, type Memory, notStated, readFacts, remember } from '../facts.js'
import type { Parts, Told } from '../plan.js'
import type { ReadSentence, Tables } from '../table.js'
import { touchesLost } from '../text/lost.js'
import { sentenceOf } from '../text/sentence.js'
import { normalise } from '../text/width.js'
import type { Context, Fact, Note, Reading, Source, Span, Trace } from '../types.js'
import type { DocumentContext } from './context.js'
import type { Voice } from './voice.js'

/** A sentence, and the way from its offsets into the source. */
type Placed = Parameters<ReadSentence>[0]

interface Telling {
  readonly source: Source
  readonly context: DocumentContext
  readonly voice: Voice
  readonly rows: Tables['rows']
  /** What is doubtful is added here, and how each fact was read there. */
  readonly notes: Note[]
  readonly traces?: Trace[] | undefined
}

/** What is said once for all tasks behind it: 以下任务均需各区人民政府负责. */
interface Default {
  readonly told: Told
  /** The headings it stands below, and whether sections of their own follow below them. */
  readonly above: readonly Reading[]
  opens: boolean
}

/** True for sentences of the section that states a default, and, where that is one item of several, of the items behind it. */
function holds(stating: Default, above: readonly Reading[]): boolean {
  if (above.length === 0) return false
  const within = stating.above.every((heading, i) => heading === above[i])
  if (within && above.length > stating.above.length) stating.opens = true
  return within || (!stating.opens && stating.above.slice(0, -1).every((heading, i) => heading === above[i]))
}

/** Reads sentences in order: what one defines, those behind it know. */
export function createTeller(telling: Telling): Parts['tell'] {
  const { source, rows } = telling
  const memory: Memory = { abbreviations: new Map(), defaults: [] }
  let stating: Default | undefined
  return (span, above, before) => {
    const { sentence, at } = sentenceOf(source, span)
    const row = rows.get(span.start)
    if (row) {
      const cells: ReadSentence = (cell) => inSource(read(telling, memory, cell, above), cell)
      return { sentence, at: (index) => index, facts: row.read(cells).filter((fact) => !isLost(telling, fact)) }
    }
    const facts = read(telling, memory, { sentence, at }, above, before)
    const told: Told = { sentence, at, facts }
    const rest = stating && holds(stating, above) ? notStated(stating.told.facts, facts) : []
    const inherited = stating && rest.length > 0 ? { ...stating.told, facts: rest } : undefined
    const defaults = memory.defaults
    remember(memory, told)
    if (memory.defaults !== defaults) stating = { told: { ...told, facts: memory.defaults }, above, opens: false }
    return inherited ? { ...told, inherited } : told
  }
}

function read(
  { context, voice, notes, traces }: Telling,
  { abbreviations }: Memory,
  { sentence, at }: Placed,
  above: readonly Reading[],
  before?: Reading,
): AnyFact[] {
  const place = ({ start, end }: Span): Span => ({ start: at(start), end: at(end - 1) + 1 })
  const note: Context['note'] = (code, span, args) =>
    notes.push({ code, severity: 'warning', span: place(span), ...(args && { args }) })
  const shield: Context['shield'] =
    traces && ((kind, span, rule) => traces.push({ kind, rule, span: place(span), shielded: true }))
  const facts = readFacts(sentence, {
    ...context,
    voice: () => voice.near(at(0)),
    abbreviations,
    above,
    before,
    note,
    shield,
  })
  if (traces) for (const { kind, rule, span } of facts) traces.push({ kind, rule, span: place(span), shielded: false })
  return facts
}

/** True, and noted, for what a table states at a place where a character is lost. */
function isLost({ source, notes }: Telling, fact: Fact): boolean {
  const { span } = fact
  if (!touchesLost(source.folded, fact)) return false
  const args = { text: normalise((source.printed ?? source.shown).slice(span.start, span.end)) }
  notes.push({ code: 'fact-lost', severity: 'warning', span, args })
  return true
}

/** Facts with their spans in the source. */
const inSource = (facts: readonly Fact[], { at }: Placed): Fact[] =>
  facts.map((fact) => ({ ...fact, span: { start: at(fact.span.start), end: at(fact.span.end - 1) + 1 } }))
