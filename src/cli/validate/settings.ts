import { readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { reasonOf } from '../../check/document/cause.js'
import { readText } from '../../check/document/read.js'
import { nearest } from '../../check/schema/nearest.js'
import { ALL_RULES, type Settings } from '../../check.js'
import { type Io, UsageError } from '../../cli.js'
import { type Lang, say } from '../../messages.js'
import { lineStarts, placeOf } from '../../text/place.js'

const NAME = 'policyplan.config.yaml'
const LEVELS = ['off', 'warning', 'error']
const KEYS = ['rules']

/** How settings are found for a file: those of the command line before those of the nearest configuration. */
export type SettingsOf = (file: string) => Promise<Settings>

/** One rule and its level, checked: an unknown rule is a usage error with the nearest name. */
function setting(rule: string, level: unknown, where: string, lang: Lang): [string, 'off' | 'warning' | 'error'] {
  if (!ALL_RULES.some(({ id }) => id === rule)) {
    const meant = nearest(
      rule,
      ALL_RULES.map(({ id }) => id),
    )
    const hint = meant === undefined ? '' : say(lang, 'cli.validate.did-you-mean', { meant })
    throw new UsageError(say(lang, 'cli.validate.unknown-rule', { where, rule }) + hint)
  }
  if (!LEVELS.includes(String(level)))
    throw new UsageError(say(lang, 'cli.validate.unknown-level', { where, rule, level: String(level) }))
  return [rule, level as 'off' | 'warning' | 'error']
}

function fromFlags(flags: readonly string[], lang: Lang): Settings {
  return Object.fromEntries(
    flags.map((flag) => {
      const [rule, level] = flag.split('=')
      if (level === undefined) throw new UsageError(say(lang, 'cli.validate.no-level', { rule: rule! }))
      return setting(rule!, level, '--rule', lang)
    }),
  )
}

/** The rules of a configuration file; it is data only, nothing in it runs. */
async function readConfig(path: string, content: string, lang: Lang): Promise<Settings> {
  const { documents, faults } = await readText(content)
  const [fault] = faults
  if (fault) {
    const { line, column } = placeOf(lineStarts(content), fault.start)
    const where = `${path}:${line}:${column}`
    throw new UsageError(say(lang, 'cli.validate.bad-config', { file: where, reason: reasonOf(lang, fault) }))
  }
  const config = documents[0]?.value ?? {}
  const rules = (config as { rules?: unknown }).rules ?? {}
  const isMap = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value)
  const unknown = isMap(config) ? Object.keys(config as object).find((key) => !KEYS.includes(key)) : undefined
  if (unknown !== undefined) throw new UsageError(say(lang, 'cli.validate.unknown-key', { file: path, key: unknown }))
  if (!isMap(config) || !isMap(rules)) throw new UsageError(say(lang, 'cli.validate.no-rules', { file: path }))
  return Object.fromEntries(Object.entries(rules).map(([rule, level]) => setting(rule, level, path, lang)))
}

/** Finds the settings of files: of `--config`, else of the nearest policyplan.config.yaml upwards, `--rule` above both. */
export async function createSettings(
  { rules, config }: { rules: readonly string[]; config: string | undefined },
  io: Io,
  lang: Lang,
): Promise<SettingsOf> {
  const own = fromFlags(rules, lang)
  if (config !== undefined) {
    const content = await readFile(resolve(io.cwd, config), 'utf8').catch(() => {
      throw new UsageError(say(lang, 'cli.validate.no-config', { file: config }))
    })
    const given = { ...(await readConfig(config, content, lang)), ...own }
    return async () => given
  }
  const { lilconfig } = await import('lilconfig')
  const searcher = lilconfig('policyplan', {
    searchPlaces: [NAME],
    stopDir: '/',
    loaders: { '.yaml': (path, content) => readConfig(path, content, lang) },
  })
  return async (file) => {
    const found = await searcher.search(file === '-' ? io.cwd : dirname(resolve(io.cwd, file)))
    return { ...(found?.config as Settings | undefined), ...own }
  }
}
