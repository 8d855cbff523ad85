import { UnreadableError } from '../../read.js'
import type { Plan } from '../../types.js'

/** The largest plan file that is read as YAML: reading that takes about a second for 3 MB. */
const LARGEST_YAML = 64 << 20

/** True where bytes claim to be a plan: they hold `planVersion`, or begin as JSON does. */
export function isPlanFile(bytes: Uint8Array): boolean {
  const head = headOf(bytes)
  return head.startsWith('{') || /^["']?planVersion["']?\s*:/m.test(head)
}

const headOf = (bytes: Uint8Array) =>
  Buffer.from(bytes.subarray(0, 4096))
    .toString('utf8')
    .replace(/^\ufeff?\s*/, '')

/** The plans of a file, one a YAML document, as far as their format version is known. Throws an UnreadableError. */
export async function loadPlans(bytes: Uint8Array): Promise<Plan[]> {
  const isJson = headOf(bytes).startsWith('{')
  if (!isJson && bytes.length > LARGEST_YAML)
    throw new UnreadableError('input.large-plan', { size: bytes.length >> 20, most: LARGEST_YAML >> 20 })
  const text = Buffer.from(bytes)
    .toString('utf8')
    .replace(/^\ufeff/, '')
  try {
    return (isJson ? [JSON.parse(text)] : await loadYaml(text)).map(claimOf)
  } catch (error) {
    if (error instanceof UnreadableError) throw error
    throw new UnreadableError('input.bad-plan', { reason: (error as Error).message.split('\n')[0]! })
  }
}

/** js-yaml reads several times faster than the `yaml` package, which `validate` needs for its lines and columns. */
async function loadYaml(text: string): Promise<unknown[]> {
  const { CORE_SCHEMA, loadAll } = await import('js-yaml')
  return loadAll(text, { schema: CORE_SCHEMA, maxAliases: 0 })
}

function claimOf(value: unknown): Plan {
  const plan = value as Partial<Plan> | null
  if (typeof plan !== 'object' || plan === null || plan.planVersion === undefined)
    throw new UnreadableError('input.no-plan')
  if (plan.planVersion !== '1') throw new UnreadableError('input.plan-version', { version: String(plan.planVersion) })
  return { ...plan, document: plan.document ?? ({} as Plan['document']) } as Plan
}
