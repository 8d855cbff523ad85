import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const PROGRAM = fileURLToPath(new URL('../../bin/policyplan.js', import.meta.url))
const NOTICE = '关于做好2024年河道管护工作的通知\n\n一、工作目标\n年底前，河道保洁覆盖率达到95%以上。\n'
const record = (id: number, text = NOTICE) => `${JSON.stringify({ id, text })}\n`

function start(...flags: string[]) {
  const child = spawn(process.execPath, [PROGRAM, 'stream', '--lang', 'en', ...flags])
  const said = { stdout: '', stderr: '' }
  child.stderr.on('data', (chunk) => {
    said.stderr += chunk
  })
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  return { child, said, ended }
}

/** Puts all of the input through; gives the answers. */
async function filter(input: string, ...flags: string[]) {
  const { child, said, ended } = start(...flags)
  child.stdout.on('data', (chunk) => {
    said.stdout += chunk
  })
  child.stdin.end(input)
  const code = await ended
  const lines = said.stdout.split('\n')
  expect([code, said.stderr, lines.pop()]).toEqual([0, '', ''])
  return lines.map((line) => JSON.parse(line))
}

describe('the stream filter', () => {
  it('gives one line for each, in order, the same bytes each time', async () => {
    const input = Array.from({ length: 300 }, (_, i) => (i % 7 === 3 ? 'no json\n \n' : record(i))).join('')
    const first = await filter(input)
    expect(first.map(({ id }) => id)).toEqual(Array.from({ length: 300 }, (_, i) => (i % 7 === 3 ? null : i)))
    expect(await filter(input)).toEqual(first)
  })

  it('gives up what takes too long, and goes on in a new thread', async () => {
    const long = Array.from(
      { length: 60_000 },
      (_, i) => `${i}. 加强第${i}条河道管护，覆盖率达到9${i % 10}%以上。\n`,
    ).join('')
    const answers = await filter(record(1) + record(2, long) + record(3), '--record-timeout', '0.7')
    expect(answers.map(({ id, error }) => [id, error?.code])).toEqual([
      [1, undefined],
      [2, 'stream.timeout'],
      [3, undefined],
    ])
  })

  it('does not read a line that is too long', async () => {
    const answers = await filter(
      `${record(1)}{"id":2,"text":"${'长'.repeat(800_000)}"}\n${record(3)}`,
      '--max-line',
      '1',
    )
    expect(answers.map(({ id, error }) => error?.message ?? id)).toEqual([
      1,
      'line 2 is longer than 1 MB and was not read; --max-line raises the limit.',
      3,
    ])
  })

  it('answers what has come while more is awaited', async () => {
    const { child, ended } = start()
    child.stdin.write(record(1))
    const [chunk] = await once(child.stdout, 'data')
    expect(String(chunk)).toContain('"id":1,"ok":true')
    child.stdin.end()
    expect(await ended).toBe(0)
  })

  it('ends quietly when its reader goes away', async () => {
    const { child, said, ended } = start()
    child.stdin.on('error', () => {})
    const feeding = (async () => {
      for (let i = 0; child.exitCode === null && child.stdin.writable; i++) {
        if (!child.stdin.write(record(i))) await Promise.race([once(child.stdin, 'drain'), ended])
      }
    })().catch(() => {})
    await once(child.stdout, 'data')
    child.stdout.destroy()
    expect([await ended, said.stderr]).toEqual([0, ''])
    await feeding
  })

  it('reads no faster than its reader', async () => {
    const { child } = start()
    let accepted = 0
    const large = record(1, NOTICE + '加强河道管护。'.repeat(2000))
    const feeding = (async () => {
      for (;;) {
        accepted += large.length
        if (!child.stdin.write(large)) await once(child.stdin, 'drain')
      }
    })()
    feeding.catch(() => {})
    child.stdin.on('error', () => {})
    // Nobody reads: what is taken comes to a stand.
    let before = -1
    for (let i = 0; i < 60 && before !== accepted; i++) {
      before = accepted
      await setTimeout(2000)
    }
    expect(accepted).toBe(before)
    expect(accepted).toBeLessThan(16 << 20)
    child.kill('SIGKILL')
  })
})
