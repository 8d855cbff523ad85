import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const FILES = 40
/** The commands of docs/scale.md by the headings they stand below. */
const blocks = [...readFileSync(`${ROOT}docs/scale.md`, 'utf8').matchAll(/^## (.+)|^```sh\n([\s\S]*?)^```/gm)]
const commandsBelow = (heading: string) => {
  const from = blocks.findIndex(([, title]) => title === heading) + 1
  const to = blocks.findIndex(([, title], i) => i >= from && title !== undefined)
  return blocks.slice(from, to < 0 ? undefined : to).map(([, , command]) => command!)
}

let folder: string
const env = () => ({ ...process.env, PATH: `${folder}/bin:${process.env['PATH']}` })
const linesOf = (name: string) => readFileSync(join(folder, name), 'utf8').trimEnd().split('\n')

function shell(command: string, more: Record<string, string> = {}): string {
  const { status, stderr, stdout } = spawnSync('bash', ['-e', '-o', 'pipefail', '-c', command], {
    cwd: folder,
    env: { ...env(), ...more },
    encoding: 'utf8',
  })
  expect([status, stderr]).toEqual([0, ''])
  return stdout
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'policyplan-'))
  for (const name of ['bin', 'notices/区县', 'shards', 'plans']) mkdirSync(join(folder, name), { recursive: true })
  writeFileSync(join(folder, 'bin/policyplan'), `#!/bin/sh\nexec node '${ROOT}bin/policyplan.js' "$@"\n`)
  chmodSync(join(folder, 'bin/policyplan'), 0o755)
  const records = Array.from({ length: FILES }, (_, i) => {
    const text = `关于做好第${i}号工作的通知\n\n一、工作目标\n2024年底前，河道保洁覆盖率达到${10 + i}%以上。\n`
    writeFileSync(join(folder, `notices/区县/通知 ${i}.txt`), i === 7 ? '' : text)
    return `${JSON.stringify({ id: i, text: i === 7 ? '' : text })}\n`
  })
  writeFileSync(join(folder, 'notices.ndjson'), records.join(''))
  writeFileSync(join(folder, 'shards/3.ndjson'), records.slice(0, 5).join(''))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('puts records through GNU parallel, in order', () => {
  const [records] = commandsBelow('GNU parallel')
  // A block for every few records, so that there are several.
  shell(records!.replace('50M', '2k'))
  expect(linesOf('plans.ndjson').map((line) => JSON.parse(line).id)).toEqual(Array.from({ length: FILES }, (_, i) => i))
})

it('puts files through GNU parallel', () => {
  const [, files] = commandsBelow('GNU parallel')
  shell(files!.replace('-N 500', '-N 9'))
  const answers = linesOf('plans.ndjson').map((line) => JSON.parse(line))
  expect(answers.map(({ id }) => id).sort()).toEqual(
    Array.from({ length: FILES }, (_, i) => `notices/区县/通知 ${i}.txt`).sort(),
  )
  expect(answers.filter(({ ok }) => !ok).map(({ error }) => error.code)).toEqual(['input.empty'])
})

it('does a shard of Slurm once', () => {
  const [task] = commandsBelow('Slurm')
  shell(task!, { SLURM_ARRAY_TASK_ID: '3' })
  expect(linesOf('plans/3.ndjson').length).toBe(5)
  writeFileSync(join(folder, 'plans/3.ndjson'), 'complete\n')
  shell(task!, { SLURM_ARRAY_TASK_ID: '3' })
  expect(linesOf('plans/3.ndjson')).toEqual(['complete'])
})

it('tells what came out', () => {
  const [failures, split] = commandsBelow('What came out').join('').trim().split('\n')
  expect(shell(failures!).trim()).toBe('1 input.empty')
  shell(split!)
  expect(shell('ls plans/*.plan.json | wc -l').trim()).toBe(String(FILES - 1))
})
