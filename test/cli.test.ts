import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { command } from './command.js'
import { UPDATE } from './notices.js'

const CASES = fileURLToPath(new URL('../fixtures/cli/', import.meta.url))
const NOTICES = fileURLToPath(new URL('../fixtures/notices/', import.meta.url))
const BLOCK = /^```(\S+)(?: (.+))?\n([\s\S]*?)^```$/gm

/** `policyplan …`, or `ls` and `cat` to see what it wrote. */
async function perform(line: string, cwd: string, stdin: string) {
  const [, program, rest] = /^\$ (\S+) (.*)$/.exec(line)!
  if (program === 'policyplan') {
    const argv = [...rest!.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2]!)
    return command(argv, cwd, stdin)
  }
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

describe('a command that waits for a terminal', () => {
  const stdin = () => Object.assign(Readable.from([Buffer.from('一、总体要求\n')]), { isTTY: true })

  it.each([['parse'], ['text'], ['repair']])('says so: %s -', async (name) => {
    const { code, stderr } = await command([name, '-'], '.', '', { stdin: stdin() })
    expect([code, stderr.split('\n')[0]]).toEqual([0, 'Reading from the terminal; Ctrl-D ends it.'])
  })

  it('is silent with --quiet', async () => {
    const { code, stderr } = await command(['parse', '-', '--quiet'], '.', '', { stdin: stdin() })
    expect([code, stderr]).toEqual([0, ''])
  })
})

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
