import { type Flags, UsageError } from '../../cli.js'
import { type Lang, say } from '../../messages.js'
import type { ParseOptions } from '../../types.js'

/** How documents are to be parsed, as the flags say. */
export function optionsOf(flags: Flags, lang: Lang): ParseOptions {
  const encoding = flags['encoding'] as string | undefined
  if (encoding !== undefined && !isEncoding(encoding))
    throw new UsageError(say(lang, 'cli.parse.no-encoding', { encoding }))
  return {
    script: flags['script'] as NonNullable<ParseOptions['script']>,
    repair: flags['repair'] !== false,
    lang,
    ...(encoding !== undefined && { encoding }),
    ...(flags['converter'] === 'soffice' && { converter: 'soffice' as const }),
  }
}

/** A flag that takes a whole number from 1; undefined where it was not given. */
export function numberOf(flags: Flags, key: string, flag: string, lang: Lang): number | undefined {
  const said = flags[key] as string | undefined
  if (said === undefined) return undefined
  if (!/^[1-9]\d{0,5}$/.test(said)) throw new UsageError(say(lang, 'cli.parse.bad-number', { flag }))
  return Number(said)
}

function isEncoding(name: string): boolean {
  try {
    return new TextDecoder(name).encoding !== ''
  } catch {
    return false
  }
}
