import type { Io } from '../../cli.js'

/** How many colours the standard output takes: none for a pipe, a dumb terminal or with NO_COLOR. */
export function coloursOf({ env, stdout }: Io): 0 | 1 {
  if (env['NO_COLOR']) return 0
  if (env['FORCE_COLOR'] !== undefined) return env['FORCE_COLOR'] === '0' ? 0 : 1
  return stdout.isTTY && env['TERM'] !== 'dumb' ? 1 : 0
}
