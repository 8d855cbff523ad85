import type { Io } from '../../cli.js'
import { type Lang, say } from '../../messages.js'
import { UnreadableError } from '../../read.js'
import type { Plan } from '../../types.js'
import { nameIn, readInput } from '../input/file.js'

/** The largest plan that is read as YAML: reading that takes some seconds a megabyte. */
const LARGEST_YAML = 16 << 20

/** A plan file, or the plan of a notice, parsed on the way; says on stderr what is wrong and gives undefined. */
export async function readPlan(name: string, io: Io, lang: Lang): Promise<Plan | undefined> {
  try {
    const bytes = await readInput(name, io)
    const head = Buffer.from(bytes.subarray(0, 4096))
      .toString('utf8')
      .replace(/^\ufeff/, '')
    const isJson = head.trimStart().startsWith('{')
    if (isJson || /^["']?planVersion["']?\s*:/m.test(head)) return checkPlan(await load(bytes, isJson))
    if (/\.plan\.\w+$|\.ya?ml$/.test(name)) throw new UnreadableError('diff.no-plan')
    const { parse } = await import('../../parse.js')
    return (await parse(bytes, { file: nameIn(name, io), lang })).plan
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error
    await io.stderr.write(`${name}: ${say(lang, error.code, error.args)}\n`)
    return undefined
  }
}

async function load(bytes: Uint8Array, isJson: boolean): Promise<unknown> {
  if (!isJson && bytes.length > LARGEST_YAML)
    throw new UnreadableError('diff.large-yaml', { size: bytes.length >> 20, most: LARGEST_YAML >> 20 })
  const text = Buffer.from(bytes)
    .toString('utf8')
    .replace(/^\ufeff/, '')
  try {
    return isJson ? JSON.parse(text) : (await import('yaml')).parse(text)
  } catch (error) {
    throw new UnreadableError('diff.bad-plan', { reason: (error as Error).message.split('\n')[0]! })
  }
}

/** What a comparison relies on; everything else is `validate`'s to say. */
function checkPlan(value: unknown): Plan {
  const plan = value as Partial<Plan> | null
  if (typeof plan !== 'object' || plan === null || plan.planVersion === undefined)
    throw new UnreadableError('diff.no-plan')
  if (plan.planVersion !== '1') throw new UnreadableError('diff.version', { version: String(plan.planVersion) })
  return { ...plan, document: plan.document ?? ({} as Plan['document']) } as Plan
}
