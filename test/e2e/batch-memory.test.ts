import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Job, Outcome, Settings } from '../../src/batch/job.js'
import { runJobs } from '../../src/batch/run.js'

const NOTICE = '关于做好2024年河道管护工作的通知\n\n一、工作目标\n年底前，河道保洁覆盖率达到95%以上。\n'
/** Enough for the program and a common notice, not for the long one. */
const HEAP_MB = 48

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'policyplan-'))
  mkdirSync(join(folder, 'out'))
  const long = Array.from({ length: 60_000 }, (_, i) => `${i}. 加强第${i}条河道管护，清理垃圾${i}万吨。\n`)
  for (const [name, text] of [
    ['a', NOTICE],
    ['b', NOTICE + long.join('')],
    ['c', NOTICE],
  ] as const)
    writeFileSync(join(folder, `${name}.txt`), text)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it.each([1, 2])('gives up a file that takes too much memory, and no other, with %i threads', async (threads) => {
  const jobs: Job[] = ['a', 'b', 'c'].map((name) => ({
    path: `${name}.txt`,
    at: join(folder, `${name}.txt`),
    target: `${threads}/${name}.plan.yaml`,
  }))
  const settings: Settings = {
    output: join(folder, 'out'),
    format: 'yaml',
    parse: {},
    lang: 'en',
    tool: '0.0.0',
    options: {},
    mostMb: 256,
    force: false,
    explain: false,
  }
  const seen: Outcome[] = []
  const see = (outcome: Outcome) => void seen.push(outcome)
  const list = { length: jobs.length, at: (i: number) => jobs[i]! }
  const { signal } = new AbortController()
  await runJobs({ jobs: list, settings, threads, heapMb: HEAP_MB, signal, interruption: signal, see })
  const said = seen.map(({ state, path, code, reason }) => [path, state, code, reason]).sort()
  expect(said).toEqual([
    ['a.txt', 'written', undefined, undefined],
    ['b.txt', 'failed', 'batch.crashed', `parsing it took more memory than ${HEAP_MB} MB and was given up.`],
    ['c.txt', 'written', undefined, undefined],
  ])
  for (const name of ['a', 'c'])
    expect(readFileSync(join(folder, `out/${threads}/${name}.plan.yaml`), 'utf8')).toContain('value: 95')
})
