import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { type Io, run } from '../src/cli.js'
import { UPDATE } from './notices.js'

const CASES = fileURLToPath(new URL('../fixtures/cli/', import.meta.url))
const NOTICES = fileURLToPath(new URL('../fixtures/notices/', import.meta.url))
const BLOCK = /^```(\S+)(?: (.+))?\n([\s\S]*?)^```$/gm

/** Runs one command line in a folder; what it said and how it ended. */
async function execute(line: string, cwd: string, stdin: string) {
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
  }
  const argv = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2]!)
  const code = await run(argv, io, '0.0.0')
  return { ...said, code }
}

/** `policyplan …`, or `ls` and `cat` to see what it wrote. */
async function perform(line: string, cwd: string, stdin: string) {
  const [, program, rest] = /^\$ (\S+) (.*)$/.exec(line)!
  if (program === 'policyplan') return execute(rest!, cwd, stdin)
  const path = join(cwd, rest!)
  const list = () => (readdirSync(path, { recursive: true }) as string[]).sort().join('\n')
  return { stdout: program === 'ls' ? `${list()}\n` : readFileSync(path, 'utf8'), stderr: '', code: 0 }
}

/** A case: files and standard input to lay out, then the commands, each with what it must say. */
async function play(text: string, cwd: string): Promise<string> {
  let stdin = ''
  let result = { stdout: '', stderr: '', code: 0 }
  let out = ''
  let from = 0
  for (const match of text.matchAll(BLOCK)) {
    const [whole, kind, name, body] = match
    out += text.slice(from, match.index)
    from = match.index + whole.length
    if (kind === 'file') {
      mkdirSync(dirname(join(cwd, name!)), { recursive: true })
      writeFileSync(join(cwd, name!), body!)
    }
    if (kind === 'stdin') stdin = body!
    if (kind === 'sh') result = await perform(body!.trim(), cwd, stdin)
    const said =
      kind === 'stdout'
        ? result.stdout
        : kind === 'stderr'
          ? result.stderr
          : kind === 'exit'
            ? `${result.code}\n`
            : body
    out += `\`\`\`${kind}${name ? ` ${name}` : ''}\n${said}\`\`\``
  }
  return out + text.slice(from)
}

describe.each(readdirSync(CASES))('%s', (name) => {
  it('says what it must', async () => {
    const cwd = mkdtempSync(join(tmpdir(), 'policyplan-'))
    mkdirSync(join(cwd, 'notices'))
    cpSync(NOTICES, join(cwd, 'notices'), { recursive: true })
    const text = readFileSync(CASES + name, 'utf8')
    const actual = await play(text, cwd).finally(() => rmSync(cwd, { recursive: true }))
    if (UPDATE) writeFileSync(CASES + name, actual)
    else expect(actual).toBe(text)
  })
})
