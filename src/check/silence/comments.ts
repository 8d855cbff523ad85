import type { Finding, Span } from '../../types.js'

/** A comment that silences rules on the next line. */
export interface Silencer {
  readonly rules: readonly string[]
  readonly line: number
  /** Where the comment stands. */
  readonly span: Span
}

/** `# policyplan-disable-next-line sum, two-leads` */
const COMMENT = /^#\s*policyplan-disable-next-line(?:\s+(.*))?$/

/** The silencing comments of a YAML text; a text that only looks like one inside a scalar is none. */
export async function silencersIn(text: string): Promise<Silencer[]> {
  if (!text.includes('policyplan-disable-next-line')) return []
  const { Lexer } = await import('yaml')
  const silencers: Silencer[] = []
  let offset = 0
  let line = 1
  for (const token of new Lexer().lex(text)) {
    // The lexer marks starts and ends with signs that are not in the text.
    if (/^[\x02\x18\x1f]$/.test(token)) continue
    const match = COMMENT.exec(token)
    if (match) {
      const rules = (match[1] ?? '').split(/[\s,]+/).filter((rule) => rule !== '')
      silencers.push({ rules, line, span: { start: offset, end: offset + token.length } })
    }
    offset += token.length
    line += token.match(/\r\n|\n|\r/g)?.length ?? 0
  }
  return silencers
}

/** A rule named by a comment that silenced nothing. */
export interface Unused {
  readonly rule: string
  readonly span: Span
}

/** Leaves out the findings that a comment silences, and names the comments that silence none. */
export function silence(
  findings: readonly Finding[],
  silencers: readonly Silencer[],
): { left: Finding[]; unused: Unused[] } {
  const used = new Set<string>()
  const left = findings.filter(({ line, ruleId }) => {
    const silencer = silencers.find((one) => one.line === line - 1 && one.rules.includes(ruleId))
    if (silencer) used.add(`${silencer.line} ${ruleId}`)
    return !silencer
  })
  const unused = silencers.flatMap(({ rules, line, span }) =>
    (rules.length > 0 ? rules : ['…']).filter((rule) => !used.has(`${line} ${rule}`)).map((rule) => ({ rule, span })),
  )
  return { left, unused }
}
