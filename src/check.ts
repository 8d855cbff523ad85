import { reasonOf } from './check/document/cause.js'
import { createPlacer } from './check/document/place.js'
import { readText } from './check/document/read.js'
import { RULES } from './check/index.js'
import { viewOf } from './check/plan/view.js'
import { schemaErrors } from './check/schema/errors.js'
import { silence, silencersIn } from './check/silence/comments.js'
import { unusedSilencer } from './check/silence/unused.js'
import { missingRule, quoteRule } from './check/source/rules.js'
import type { Lang } from './messages.js'
import { loadScript } from './text/script.js'
import type { Finding, Plan, Remark, Rule, RuleInfo, Severity } from './types.js'

/** The version of the plan format that is read. */
const VERSION = '1'

/** Every rule that can be set and silenced; what the schema demands cannot. */
export const ALL_RULES: readonly RuleInfo[] = [...RULES, quoteRule, missingRule, unusedSilencer]

const SETTABLE: ReadonlySet<string> = new Set(ALL_RULES.map(({ id }) => id))

/** Rule → how grave it is, where that is not the rule's own. */
export type Settings = Readonly<Record<string, Severity | 'off'>>

export interface CheckOptions {
  /** The name that findings bear. */
  readonly file: string
  readonly lang: Lang
  readonly settings?: Settings
  /** What else is to be said of a plan that the schema finds whole, by rules `quote` and `not-in-plan`. */
  readonly inspect?: (plan: Plan) => Remark[] | Promise<Remark[]>
}

/** What is wrong with one value that claims to be a plan. */
function schemaRemarks(value: unknown): Remark[] {
  if (
    typeof value !== 'object' ||
    value === null ||
    Array.isArray(value) ||
    !('planVersion' in value || 'document' in value)
  )
    return [{ id: 'not-a-plan', path: [], at: 'value', args: {} }]
  const version = 'planVersion' in value ? value.planVersion : undefined
  if (version === undefined || String(version) === VERSION) return schemaErrors(value)
  const newer = Number(version) > Number(VERSION)
  return [
    {
      id: newer ? 'plan-version-newer' : 'plan-version',
      path: ['planVersion'],
      at: 'value',
      args: { version: String(version) },
      expected: `"${VERSION}"`,
    },
  ]
}

/** What breaks a rule in a plan that the schema finds whole. */
function ruleRemarks(plan: Plan, settings: Settings): Remark[] {
  const view = viewOf(plan)
  return (RULES as readonly Rule[])
    .filter(({ id }) => settings[id] !== 'off')
    .flatMap((rule) => rule.check(view).map((breach) => ({ id: rule.id, at: 'value' as const, args: {}, ...breach })))
}

async function remarksOf(value: unknown, { settings = {}, inspect }: CheckOptions): Promise<[Remark[], boolean]> {
  const errors = schemaRemarks(value)
  if (errors.length > 0) return [errors, false]
  const told = inspect ? await inspect(value as Plan) : []
  return [[...ruleRemarks(value as Plan, settings), ...told.filter(({ id }) => settings[id] !== 'off')], true]
}

/** What is wrong with the text of a plan file, in the order of its lines: YAML or JSON, one plan a document. */
export async function check(content: string, options: CheckOptions): Promise<Finding[]> {
  const text = content.startsWith('\ufeff') ? content.slice(1) : content
  const { documents, faults, words } = await readText(text)
  await loadScript(text, 'simplified')
  const place = createPlacer(text, options, ALL_RULES)
  const findings = faults.map((fault) => place({ id: fault.id, args: { cause: reasonOf(options.lang, fault) } }, fault))
  let whole = faults.length === 0
  for (const { value, placeOf } of documents) {
    const [remarks, isWhole] = await remarksOf(value, options)
    whole &&= isWhole
    for (const remark of remarks) findings.push(place(remark, placeOf(remark.path, remark.at)))
  }
  if (documents.length + faults.length === 0) findings.push(place({ id: 'not-a-plan', args: {} }, { start: 0, end: 0 }))
  const { left, unused } = silence(findings, silencersIn(text, words), SETTABLE)
  // Where rules could not run, a comment may still silence one.
  const idle = whole && options.settings?.['unused-silencer'] !== 'off' ? unused : []
  for (const { rule, span } of idle)
    if (options.inspect || (rule !== quoteRule.id && rule !== missingRule.id))
      left.push(place({ id: unusedSilencer.id, args: { rule } }, span))
  return left.sort((a, b) => a.line - b.line || a.column - b.column)
}
