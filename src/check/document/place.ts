import { createHash } from 'node:crypto'
import { fill, type Lang, say } from '../../messages.js'
import { lineStarts, placeOf } from '../../text/place.js'
import type { Finding, Remark, RuleInfo, Severity, Span } from '../../types.js'

/** The longest line that a finding quotes whole, and how much of a longer one stands before the column. */
const LONGEST = 200
const BEFORE = 60

export interface PlaceOptions {
  readonly file: string
  readonly lang: Lang
  readonly settings?: Readonly<Record<string, Severity | 'off'>>
}

/** Makes findings of places in a text; the table of line starts is built for the first one. */
export function createPlacer(text: string, { file, lang, settings = {} }: PlaceOptions, rules: readonly RuleInfo[]) {
  let starts: Uint32Array | undefined
  const seen = new Map<string, number>()
  const byId = new Map(rules.map((rule) => [rule.id, rule]))
  const fingerprintOf = (parts: readonly string[]) => {
    const key = parts.join('\0')
    const nth = seen.get(key) ?? 0
    seen.set(key, nth + 1)
    return createHash('sha256').update(`${key}\0${nth}`).digest('hex').slice(0, 32)
  }
  return (remark: Omit<Remark, 'path' | 'at'>, { start, end }: Span): Finding => {
    starts ??= lineStarts(text)
    const { line, column } = placeOf(starts, start)
    const from = starts[line - 1]!
    const whole = text.slice(from, starts[line] ?? text.length).replace(/[\r\n]+$/, '')
    const stop = Math.min(Math.max(end, start), from + whole.length)
    const first = whole.length <= LONGEST ? 0 : Math.max(0, column - 1 - BEFORE)
    const shown = whole.slice(first, first + LONGEST)
    const rule = byId.get(remark.id)
    const severity = settings[remark.id] ?? rule?.severity ?? 'error'
    return {
      file,
      ruleId: remark.id,
      severity: severity === 'off' ? 'info' : severity,
      reason: rule ? fill(lang, rule.sentence, remark.args) : say(lang, `check.${remark.id}`, remark.args),
      ...(remark.expected !== undefined && { expected: remark.expected }),
      line,
      column,
      endLine: line,
      endColumn: Math.max(column, stop - from + 1),
      text: shown,
      textColumn: first + 1,
      fingerprint: fingerprintOf([file, remark.id, shown.trim()]),
    }
  }
}
