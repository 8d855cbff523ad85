import { execFileSync, spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readWhole } from '../../src/batch/read-whole.js'

const PROGRAM = fileURLToPath(new URL('../../bin/policyplan.js', import.meta.url))
const FILES = 500
const KILLS = 20
const NOBODY = 65534
const isRoot = process.getuid?.() === 0

let work: string
beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'policyplan-'))
  chmodSync(work, 0o755)
  for (let i = 0; i < FILES; i++) {
    mkdirSync(at(`in/${i % 9}`), { recursive: true })
    const text = `关于做好${2000 + (i % 30)}年河道管护工作的通知\n\n一、工作目标\n年底前，保洁覆盖率达到${i}%以上。\n`
    writeFileSync(at(`in/${i % 9}/通知${i}.txt`), i % 50 === 7 ? '' : text)
  }
  run('in', 'whole')
})
afterAll(() => rmSync(work, { recursive: true, force: true }))

const at = (name: string) => join(work, name)
const argsOf = (from: string, out: string, ...flags: string[]) => [
  PROGRAM,
  'parse',
  at(from),
  '-o',
  out,
  '--review',
  ...flags,
]

function run(from: string, out: string, options: { uid?: number } = {}, ...flags: string[]) {
  const { status, stderr } = spawnSync(process.execPath, argsOf(from, at(out), ...flags), {
    cwd: work,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'en_US' },
    ...options,
  })
  return { status, stderr }
}

/** Every file below a folder with its bytes, none where a kill came before the folder; a temporary file that stayed would show. */
function tree(folder: string): Record<string, string> {
  if (!existsSync(at(folder))) return {}
  const names = (readdirSync(at(folder), { recursive: true }) as string[]).sort()
  return Object.fromEntries(
    names
      .filter((name) => statSync(at(join(folder, name))).isFile())
      .map((name) => [name, readFileSync(at(join(folder, name)), 'utf8')]),
  )
}

/** Starts a run, sends it a signal after so many milliseconds, gives how it ended. */
async function interrupt(out: string, signal: NodeJS.Signals, ms: number, ...flags: string[]) {
  const child = spawn(process.execPath, argsOf('in', at(out), ...flags), {
    cwd: work,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let stderr = ''
  child.stderr.on('data', (chunk) => {
    stderr += chunk
  })
  const ended = new Promise<{ code: number | null; by: NodeJS.Signals | null }>((resolve) =>
    child.on('close', (code, by) => resolve({ code, by })),
  )
  await Promise.race([ended, setTimeout(ms)])
  child.kill(signal)
  return { ...(await ended), stderr }
}

describe('a run of 500 files that is killed', () => {
  let whole: number
  beforeAll(() => {
    const start = performance.now()
    run('in', 'timed')
    whole = performance.now() - start
  })

  it.each(Array.from({ length: KILLS }, (_, i) => [i]))(
    'at a random moment (%i) is completed by the next',
    async (i) => {
      const ms = Math.random() * whole
      const flags = i % 2 === 0 ? [] : ['--jobs', '2']
      await interrupt('killed', 'SIGKILL', ms, ...flags)
      // Nothing half written: what is there is what the whole run made, but for the manifest and temporary files.
      const expected = tree('whole')
      for (const [name, text] of Object.entries(tree('killed')))
        if (name.endsWith('.plan.yaml')) expect(text, `${name} after ${ms} ms`).toBe(expected[name])
      expect(run('in', 'killed', {}, ...flags).status).toBe(3)
      expect(tree('killed'), `killed after ${ms} ms`).toEqual(expected)
      rmSync(at('killed'), { recursive: true })
    },
  )

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'by %s says how far it came, leaves nothing half written, and is completed',
    async (signal) => {
      let ended = { code: null as number | null, by: null as NodeJS.Signals | null, stderr: '' }
      // On a busy machine the moment may be missed; then it comes later or sooner.
      for (let ms = whole / 2; ended.code === null || ended.code === 3; ms *= ended.code === 3 ? 0.7 : 1.2) {
        rmSync(at('stopped'), { recursive: true, force: true })
        ended = await interrupt('stopped', signal, ms, '--jobs', '2')
      }
      expect(ended.code).toBe(signal === 'SIGINT' ? 130 : 143)
      expect(ended.stderr).toMatch(/\d+ (?:files to go|个文件未解析)|还有 \d+ 个/)
      expect(Object.keys(tree('stopped')).filter((name) => name.includes('.tmp'))).toEqual([])
      run('in', 'stopped')
      expect(tree('stopped')).toEqual(tree('whole'))
    },
  )
})

const mounts: string[] = []
/** A small file system of its own; undefined where this user may mount none. */
function mount(name: string, options: string): boolean {
  mkdirSync(at(name))
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', at(name)])
  if (status === 0) mounts.push(at(name))
  return status === 0
}
afterAll(() => {
  for (const place of mounts) spawnSync('umount', [place])
})

describe('an output folder', () => {
  it('on a disk that is full ends the run with one sentence, and room lets the next complete it', async ({ skip }) => {
    if (!mount('disk', 'size=600k')) skip('this user may mount nothing')
    writeFileSync(at('disk/ballast'), Buffer.alloc(300_000))
    const full = run('in', 'disk/out')
    expect(full.status).toBe(3)
    expect(full.stderr).toMatch(/cannot be written \(the disk is full\) with \d+ files to go/)
    expect(full.stderr.split('\n').length).toBeLessThan(30)
    rmSync(at('disk/ballast'))
    execFileSync('mount', ['-o', 'remount,size=20m', at('disk')])
    expect(run('in', 'disk/out').status).toBe(3)
    expect(tree('disk/out')).toEqual(tree('whole'))
  })

  it('that is read-only is named, and nothing else is said', async ({ skip }) => {
    if (!mount('readonly', 'ro')) skip('this user may mount nothing')
    const { status, stderr } = run('in', 'readonly')
    expect([status, stderr]).toEqual([3, expect.stringContaining('cannot be written (it is read-only)')])
    expect(stderr.split('\n').length).toBeLessThan(6)
  })

  it('that may not be written is named', () => {
    mkdirSync(at('locked'), { mode: 0o555 })
    const { status, stderr } = run('in', 'locked', isRoot ? { uid: NOBODY } : {})
    expect([status, stderr]).toEqual([3, expect.stringContaining('cannot be written (no permission)')])
  })
})

describe('what is read', () => {
  it('a folder in the middle that may not be read is named, and the others are parsed', () => {
    cpSync(at('in'), at('mixed'), { recursive: true })
    chmodSync(at('mixed/4'), 0)
    mkdirSync(at('partly'))
    if (isRoot) chownSync(at('partly'), NOBODY, NOBODY)
    const { status, stderr } = run('mixed', 'partly', isRoot ? { uid: NOBODY } : {})
    chmodSync(at('mixed/4'), 0o755)
    expect([status, stderr]).toEqual([3, expect.stringContaining('mixed/4: the folder cannot be read (EACCES)')])
    const plans = Object.keys(tree('partly')).filter((name) => name.endsWith('.plan.yaml'))
    expect(plans.length).toBe(Object.keys(tree('whole')).filter((name) => /^[^4].*\.plan\.yaml$/.test(name)).length)
  })

  it('a file that changes all the while is not read half old and half new', async () => {
    writeFileSync(at('growing.txt'), Buffer.alloc(64 << 20, 'a'))
    const writer = spawn(process.execPath, [
      '-e',
      `const { appendFileSync } = require('node:fs'); for (;;) appendFileSync(${JSON.stringify(at('growing.txt'))}, 'b')`,
    ])
    while (statSync(at('growing.txt')).size === 64 << 20) await setTimeout(10)
    try {
      expect(() => readWhole(at('growing.txt'))).toThrow('input.changed')
    } finally {
      writer.kill('SIGKILL')
    }
  })

  it('a file that vanishes is named, and the others are parsed', async () => {
    cpSync(at('in'), at('vanishing'), { recursive: true })
    const child = spawn(process.execPath, argsOf('vanishing', at('left'), '--progress', 'none'), { cwd: work })
    let stderr = ''
    child.stderr.on('data', (chunk) => {
      stderr += chunk
    })
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
    // The last files go while the first ones are parsed.
    while (!readdirSync(work).includes('left') || readdirSync(at('left')).length < 2) await setTimeout(1)
    for (const name of readdirSync(at('vanishing/8'))) rmSync(at(`vanishing/8/${name}`))
    expect(await ended).toBe(3)
    expect(stderr).toMatch(/vanishing\/8\/通知\d+\.txt: (?:there is no such file|找不到这个文件)/)
    expect(Object.keys(tree('left')).filter((name) => name.startsWith('0/')).length).toBeGreaterThan(40)
  })
})
