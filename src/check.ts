import { locate } from './check/document/locate.js'
import { openText } from './check/document/open.js'
import { schemaErrors } from './check/schema/errors.js'
import { type Lang, say } from './messages.js'
import { lineStarts, placeOf } from './text/place.js'
import type { Finding, Plan, Remark, Span } from './types.js'

/** The version of the plan format that is read. */
const VERSION = '1'
/** The longest line that a finding quotes. */
const LONGEST = 200

export interface CheckOptions {
  /** The name that findings bear. */
  readonly file: string
  readonly lang: Lang
  /** What else is to be said of a plan that the schema finds whole. */
  readonly inspect?: (plan: Plan) => Remark[]
}

/** What is wrong with one value that claims to be a plan. */
function remarksOf(value: unknown): Remark[] {
  if (
    typeof value !== 'object' ||
    value === null ||
    Array.isArray(value) ||
    !('planVersion' in value || 'document' in value)
  )
    return [{ id: 'not-a-plan', path: [], at: 'value', args: {} }]
  const version = 'planVersion' in value ? value.planVersion : undefined
  if (version !== undefined && String(version) !== VERSION)
    return [
      {
        id: 'plan-version',
        path: ['planVersion'],
        at: 'value',
        args: { version: String(version) },
        expected: `"${VERSION}"`,
      },
    ]
  return schemaErrors(value)
}

function inspected(value: unknown, { inspect }: CheckOptions): Remark[] {
  const remarks = remarksOf(value)
  return remarks.length === 0 && inspect ? inspect(value as Plan) : remarks
}

/** Makes findings of places in a text; the table of line starts is built for the first one. */
function placer(text: string, { file, lang }: CheckOptions) {
  let starts: Uint32Array | undefined
  return (remark: Omit<Remark, 'path' | 'at'>, { start, end }: Span): Finding => {
    starts ??= lineStarts(text)
    const { line, column } = placeOf(starts, start)
    const from = starts[line - 1]!
    const whole = text.slice(from, starts[line] ?? text.length).replace(/[\r\n]+$/, '')
    const stop = Math.min(Math.max(end, start), from + whole.length)
    return {
      file,
      ruleId: remark.id,
      severity: 'error',
      reason: say(lang, `check.${remark.id}`, remark.args),
      ...(remark.expected !== undefined && { expected: remark.expected }),
      line,
      column,
      endLine: line,
      endColumn: Math.max(column, stop - from + 1),
      text: whole.slice(0, LONGEST),
    }
  }
}

/** What is wrong with the text of a plan file, in the order of its lines: YAML or JSON, one plan a document. */
export async function check(content: string, options: CheckOptions): Promise<Finding[]> {
  const text = content.startsWith('\ufeff') ? content.slice(1) : content
  const { documents, faults } = await openText(text)
  const place = placer(text, options)
  const findings = faults.map((fault) => place(fault, { start: fault.offset, end: fault.end }))
  for (const { document, value } of documents)
    for (const remark of inspected(value, options))
      findings.push(place(remark, locate(document, remark.path, remark.at)))
  if (documents.length + faults.length === 0) findings.push(place({ id: 'not-a-plan', args: {} }, { start: 0, end: 0 }))
  return findings.sort((a, b) => a.line - b.line || a.column - b.column)
}
