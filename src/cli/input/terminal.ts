import type { Io } from '../../cli.js'

/** Standard input; where it is a terminal, `announce` comes before it is waited for. */
export function announced(stdin: Io['stdin'], announce: () => Promise<void>): Io['stdin'] {
  if (!stdin.isTTY) return stdin
  return {
    isTTY: true,
    async *[Symbol.asyncIterator]() {
      await announce()
      yield* stdin
    },
  }
}
