import { lineStarts, placeOf } from '../../text/place.js'
import type { Finding, Span } from '../../types.js'

/** A comment that silences rules on the next line. */
export interface Silencer {
  readonly rules: readonly string[]
  readonly line: number
  /** Where the comment stands. */
  readonly span: Span
}

/** `# policyplan-disable-next-line sum, two-leads` */
const COMMENT = /(?<=^|\s)#[ \t]*policyplan-disable-next-line(?:[ \t]+([^\r\n]*))?(?=[\r\n]|$)/g

/** Tells whether an offset lies in one of many spans, which are in order. */
function createInside(spans: readonly Span[]): (offset: number) => boolean {
  const bounds = [-1, ...spans.flatMap(({ start, end }) => [start, end])]
  return (offset) => placeOf(bounds, offset).line % 2 === 0
}

/** The silencing comments of a YAML text; what only looks like one inside its words is none. */
export function silencersIn(text: string, words: () => Span[]): Silencer[] {
  if (!text.includes('policyplan-disable-next-line')) return []
  const comments = [...text.matchAll(COMMENT)]
  const isInside = createInside(words())
  const starts = lineStarts(text)
  return comments
    .filter(({ index }) => !isInside(index))
    .map(({ 0: whole, 1: said = '', index }) => ({
      rules: said.split(/[\s,]+/).filter((rule) => rule !== ''),
      line: placeOf(starts, index).line,
      span: { start: index, end: index + whole.length },
    }))
}

/** Tells whether a comment silences a rule at an offset of a text. */
export function createSilenced(text: string, words: () => Span[]): (rule: string, offset: number) => boolean {
  const rulesAt = new Map(silencersIn(text, words).map(({ line, rules }) => [line + 1, rules]))
  const starts = rulesAt.size > 0 ? lineStarts(text) : []
  return (rule, offset) => rulesAt.size > 0 && rulesAt.get(placeOf(starts, offset).line)?.includes(rule) === true
}

/** A rule named by a comment that silenced nothing. */
export interface Unused {
  readonly rule: string
  readonly span: Span
}

/** Leaves out the findings of settable rules that a comment silences, and names the comments that silence none. */
export function silence(
  findings: readonly Finding[],
  silencers: readonly Silencer[],
  settable: ReadonlySet<string>,
): { left: Finding[]; unused: Unused[] } {
  const silenced = new Map(silencers.map(({ line, rules }) => [line + 1, rules]))
  const used = new Set<string>()
  const left = findings.filter(({ line, ruleId }) => {
    const isSilenced = settable.has(ruleId) && silenced.get(line)?.includes(ruleId)
    if (isSilenced) used.add(`${line - 1} ${ruleId}`)
    return !isSilenced
  })
  const unused = silencers.flatMap(({ rules, line, span }) =>
    (rules.length > 0 ? rules : ['…']).filter((rule) => !used.has(`${line} ${rule}`)).map((rule) => ({ rule, span })),
  )
  return { left, unused }
}
