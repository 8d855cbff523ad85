import { Readable } from 'node:stream'
import { type Io, run } from '../src/cli.js'

/** Runs `policyplan …` in a folder, in this process; what it said and how it ended. */
export async function command(argv: readonly string[], cwd: string, stdin = '', world: Partial<Io> = {}) {
  const said = { stdout: '', stderr: '' }
  const sink = (to: keyof typeof said) => ({
    write: async (text: string | Uint8Array) => {
      said[to] += typeof text === 'string' ? text : Buffer.from(text).toString('utf8')
    },
  })
  const io: Io = {
    cwd,
    env: { LANG: 'en' },
    stdin: Object.assign(Readable.from(stdin === '' ? [] : [Buffer.from(stdin)]), { isTTY: false }),
    stdout: sink('stdout'),
    stderr: sink('stderr'),
    now: () => 0,
    interruption: () => new AbortController().signal,
    ...world,
  }
  const code = await run(argv, io, '0.0.0')
  return { ...said, code }
}
