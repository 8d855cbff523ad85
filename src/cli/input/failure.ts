import { UsageError } from '../../cli.js'
import { type Lang, say } from '../../messages.js'
import { UnreadableError } from '../../read.js'

/** The sentence for a failure. */
export function failure(error: unknown, lang: Lang): string {
  if (error instanceof UsageError) throw error
  if (error instanceof UnreadableError) return say(lang, error.code, error.args)
  const { code } = error as NodeJS.ErrnoException
  if (code) return say(lang, 'cli.parse.unwritable', { code })
  throw error
}
