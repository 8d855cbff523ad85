import { resolve } from 'node:path'
import { writeWhole } from '../../batch/write-whole.js'
import { applyFixes } from '../../check/fix/apply.js'
import { ALL_RULES, check, type Settings } from '../../check.js'
import type { Io } from '../../cli.js'
import { type Lang, say } from '../../messages.js'

/** Mends a plan file, lists what was mended on standard error, and gives the text as it is then. */
export async function fixFile(
  file: string,
  text: string,
  settings: Settings,
  how: 'write' | 'show',
  io: Io,
  lang: Lang,
): Promise<string> {
  const fixable = new Set(ALL_RULES.filter((rule) => rule.fixable).map(({ id }) => id))
  const options = { file, lang, settings }
  const found = (await check(text, options)).filter(({ ruleId }) => fixable.has(ruleId))
  if (found.length === 0) return text
  const rules = new Set(found.map(({ ruleId }) => ruleId))
  const mended = await applyFixes(text, (rule) => rules.has(rule))
  const left = new Set((await check(mended, options)).map(({ fingerprint }) => fingerprint))
  const message = how === 'write' && file !== '-' ? 'cli.validate.fixed' : 'cli.validate.would-fix'
  for (const { line, column, reason, ruleId, fingerprint, expected } of found)
    if (!left.has(fingerprint))
      await io.stderr.write(
        `${file}:${line}:${column} ${say(lang, message)}${reason}${expected === undefined ? '' : ` → ${expected}`} ${ruleId}\n`,
      )
  if (how === 'write' && file !== '-' && mended !== text) await writeWhole(resolve(io.cwd, file), mended)
  return mended
}
