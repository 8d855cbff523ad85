import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { EXIT, type Io, run } from '../src/cli.js'

const PLAN = `planVersion: "1"\ndocument:\n  source: { mediaType: text/plain, encoding: utf-8, sha256: "${'0'.repeat(64)}" }\n`
const DEEP = 100_000

async function validate(file: string | Uint8Array, ...flags: string[]) {
  const cwd = mkdtempSync(join(tmpdir(), 'policyplan-'))
  let said = ''
  const sink = {
    write: async (text: string | Uint8Array) => {
      said += text
    },
  }
  const stdin = Object.assign(Readable.from([]), { isTTY: false })
  const world = { now: () => 0, interruption: () => new AbortController().signal }
  const io: Io = { ...world, cwd, env: { LANG: 'en' }, stdin, stdout: sink, stderr: sink }
  writeFileSync(join(cwd, 'a.plan.yaml'), file)
  const code = await run(['validate', ...(flags.length > 0 ? flags : ['a.plan.yaml'])], io, '0.0.0')
  rmSync(cwd, { recursive: true })
  return { code, said }
}

/** The rows of the table in docs/ci.md, each with a call that must end so. */
const table = [...readFileSync(new URL('../docs/ci.md', import.meta.url), 'utf8').matchAll(/^\| (\d) +\|/gm)].map(
  (match) => Number(match[1]),
)
const CALLS: Record<number, () => ReturnType<typeof validate>> = {
  0: () => validate(PLAN),
  1: () => validate(PLAN.replace('source', 'sauce')),
  2: () => validate(PLAN, 'a.plan.yaml', '--max-warnings', 'many'),
  3: () => validate(PLAN, 'a.plan.yaml', 'none.plan.yaml'),
}

describe('exit codes', () => {
  it('are those of the documentation', () => expect(table).toEqual([EXIT.fine, EXIT.findings, EXIT.usage, EXIT.failed]))
  it.each(table)('%i is what such a call ends with', async (code) => expect((await CALLS[code]!()).code).toBe(code))
})

describe('docs/ci.md', () => {
  const blocks = [
    ...readFileSync(new URL('../docs/ci.md', import.meta.url), 'utf8').matchAll(/```(\w+)\n([\s\S]*?)```/g),
  ]
  const yaml = blocks.filter(([, kind]) => kind === 'yaml').map(([, , text]) => parse(text!))
  const read = (name: string) => parse(readFileSync(new URL(`../${name}`, import.meta.url), 'utf8'))

  it('gives the action only what it takes, and names a hook that there is', () => {
    const steps = yaml.filter(Array.isArray).flat()
    const own = steps.filter(({ uses = '' }: { uses?: string }) => uses.startsWith('OWNER/policyplan@'))
    expect(own).toHaveLength(2)
    const inputs = Object.keys(read('action.yml').inputs)
    for (const step of own) expect(inputs).toEqual(expect.arrayContaining(Object.keys(step.with)))
    const hooks = yaml.flatMap(({ repos = [] }) => repos).flatMap((repo: { hooks: { id: string }[] }) => repo.hooks)
    expect(hooks).toEqual([{ id: read('.pre-commit-hooks.yaml')[0].id }])
  })

  const commands = blocks.flatMap(([, , text]) => [...text!.matchAll(/policyplan (validate [^>|\n']*)/g)])
  it.each(commands.map((match) => match[1]!.trim()))('%s', async (line) => {
    expect((await validate(PLAN, ...line.replace('plans/', '.').split(' ').slice(1))).code).toBe(0)
  })
  it('has commands', () => expect(commands.length).toBeGreaterThan(1))
})

describe('bad input', () => {
  const bomb = [...'bcdefgh'].map((c, i) => `${c}: &${c} [${`*${'abcdefg'[i]},`.repeat(9)}]\n`).join('')
  it.each([
    ['an alias bomb', `a: &a [x,x,x,x,x,x,x,x,x]\n${bomb}`, 1, 'alias-bomb'],
    ['nested flow maps', `a: ${'{a: '.repeat(DEEP)}`, 1, 'too-deep'],
    ['nested lists', '- '.repeat(DEEP), 1, 'too-deep'],
    ['duplicate keys', `${PLAN}planVersion: "1"\n`, 1, 'duplicate-key'],
    ['a tab', PLAN.replace('  source', '\tsource'), 1, 'yaml-syntax'],
    ['a binary file', Uint8Array.from({ length: 500 }, (_, i) => (i * 7) % 256), 3, 'not UTF-8'],
    ['a file that is too large', `${PLAN}# ${'x'.repeat(9 << 20)}`, 3, 'more than the limit'],
    ['an empty file', '', 1, 'not-a-plan'],
    ['CRLF and a mark of byte order', `\ufeff${PLAN.replaceAll('\n', '\r\n')}`, 0, 'all valid'],
  ])('%s gets a finding or a clear sentence', { timeout: 60_000 }, async (_, text, code, words) => {
    const result = await validate(text)
    expect(result.said).toContain(words)
    expect(result.said).not.toMatch(/^\s+at /m)
    expect(result.code).toBe(code)
  })
})

describe('--fix', () => {
  it('mends what is broken once for all and leaves comments, layout and line ends', async () => {
    const { applyFixes } = await import('../src/check/fix/apply.js')
    const rules = new Set(['width', 'key-order'])
    const text = `\ufeff# 头\r\n${PLAN.replace('document:\n', 'document:\n  kind: 要点 # 文种\n  # 标题\n  title: ２０３１年要点\n').replaceAll('\n', '\r\n')}`
    const mended = await applyFixes(text, rules)
    expect(mended).toBe(
      `\ufeff# 头\r\n${PLAN.replace('document:\n', 'document:\n  # 标题\n  title: 2031年要点\n  kind: 要点 # 文种\n').replaceAll('\n', '\r\n')}`,
    )
    expect(await applyFixes(mended, rules)).toBe(mended)
  })
})
