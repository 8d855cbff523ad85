import type { Io } from '../../cli.js'
import { type Lang, say } from '../../messages.js'
import { UnreadableError } from '../../read.js'
import type { Plan } from '../../types.js'
import { nameIn, readInput } from '../input/file.js'
import { isPlanFile, loadPlans } from '../input/plan.js'

/** The largest plan that is compared: aligning 16 MB of plan takes some ten seconds. */
const LARGEST = 16 << 20

/** A plan file, or the plan of a notice, parsed on the way; says on stderr what is wrong and gives undefined. */
export async function readPlan(name: string, io: Io, lang: Lang): Promise<Plan | undefined> {
  try {
    const bytes = await readInput(name, io)
    if (isPlanFile(bytes) && bytes.length > LARGEST)
      throw new UnreadableError('diff.large', { size: bytes.length >> 20, most: LARGEST >> 20 })
    if (isPlanFile(bytes)) return (await loadPlans(bytes))[0]
    if (/\.plan\.\w+$|\.ya?ml$/.test(name)) throw new UnreadableError('input.no-plan')
    const { examineInput } = await import('../../batch/document.js')
    return (await examineInput(bytes, { file: nameIn(name, io), lang })).plan
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error
    await io.stderr.write(`${name}: ${say(lang, error.code, error.args)}\n`)
    return undefined
  }
}
