import { resolve } from 'node:path'
import { writeWhole } from '../../batch/write-whole.js'
import { applyFixes } from '../../check/fix/apply.js'
import { ALL_RULES, check, type Settings } from '../../check.js'
import type { Io } from '../../cli.js'
import { type Lang, say } from '../../messages.js'
import type { Finding } from '../../types.js'

const FIXABLE = new Set(ALL_RULES.filter((rule) => rule.fixable).map(({ id }) => id))

/** True where a rule finds more than before: a line that moved may have left the comment that silenced it. */
function isWorse(before: readonly Finding[], after: readonly Finding[]): boolean {
  const more = new Map<string, number>()
  for (const { ruleId } of after) more.set(ruleId, (more.get(ruleId) ?? 0) + 1)
  for (const { ruleId } of before) more.set(ruleId, (more.get(ruleId) ?? 0) - 1)
  return [...more.values()].some((count) => count > 0)
}

/** A plan file's text as it is, or would be, when mended. */
export interface Mended {
  readonly text: string
  /** True where the file still holds what is wrong. */
  readonly pending: boolean
}

/** Mends a plan file and lists what was mended on standard error. */
export async function fixFile(
  file: string,
  text: string,
  settings: Settings,
  how: 'write' | 'show',
  io: Io,
  lang: Lang,
): Promise<Mended> {
  const options = { file, lang, settings }
  const before = await check(text, options)
  const found = before.filter(({ ruleId }) => FIXABLE.has(ruleId))
  const asIs = { text, pending: false }
  if (found.length === 0) return asIs
  const mended = await applyFixes(text, new Set(found.map(({ ruleId }) => ruleId)))
  const after = await check(mended, options)
  if (isWorse(before, after)) return asIs
  const left = new Set(after.map(({ fingerprint }) => fingerprint))
  const writes = how === 'write' && file !== '-'
  const message = writes ? 'cli.validate.fixed' : 'cli.validate.would-fix'
  for (const { line, column, reason, ruleId, fingerprint, expected } of found)
    if (!left.has(fingerprint))
      await io.stderr.write(
        `${file}:${line}:${column} ${say(lang, message)}${reason}${expected === undefined ? '' : ` → ${expected}`} ${ruleId}\n`,
      )
  if (writes && mended !== text) await writeWhole(resolve(io.cwd, file), mended)
  return { text: mended, pending: !writes && mended !== text }
}
