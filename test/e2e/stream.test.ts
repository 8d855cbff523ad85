import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { Thread } from '../../src/batch/thread.js'
import type { Line } from '../../src/cli/stream/lines.js'

const PROGRAM = fileURLToPath(new URL('../../bin/policyplan.js', import.meta.url))
/** Tells the processes of this test from others. */
const MARK = `POLICYPLAN_TEST=${process.pid}-${Date.now()}`
const MARKED = { ...process.env, POLICYPLAN_TEST: MARK.slice(MARK.indexOf('=') + 1) }
const NOTICE = '关于做好2024年河道管护工作的通知\n\n一、工作目标\n年底前，河道保洁覆盖率达到95%以上。\n'
const record = (id: number, text = NOTICE) => `${JSON.stringify({ id, text })}\n`

function start(...flags: string[]) {
  const child = spawn(process.execPath, [PROGRAM, 'stream', '--lang', 'en', ...flags], { env: MARKED })
  const said = { stdout: '', stderr: '' }
  child.stderr.on('data', (chunk) => {
    said.stderr += chunk
  })
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  return { child, said, ended }
}

/** A PDF of so many pages that it takes seconds to read. */
function longPdf(): Buffer {
  const pages = Array.from(
    { length: 2900 },
    (_, i) => `${5 + i} 0 obj\n<< /Type /Page /Parent 2 0 R /Contents 3 0 R >>`,
  )
  const content = 'BT /F1 16 Tf (1) Tj ET\n'.repeat(300)
  const objects = [
    '1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>',
    `2 0 obj\n<< /Type /Pages /MediaBox [0 0 595 842] /Resources << /Font << /F1 4 0 R >> >> /Count ${pages.length} /Kids [${pages.map((_, i) => `${5 + i} 0 R`).join(' ')}] >>`,
    `3 0 obj\n<< /Length ${content.length} >>\nstream\n${content}endstream`,
    '4 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...pages,
  ]
  return Buffer.from(`%PDF-1.7\n${objects.join('\nendobj\n')}\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF`)
}

/** The processes that have this in their environment. */
function processesOf(mark: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && environmentOf(name).includes(mark))
    .map(Number)
}

function environmentOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8')
  } catch {
    return ''
  }
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
      { length: 200_000 },
      (_, i) => `${i}. 加强第${i}条河道管护，覆盖率达到9${i % 10}%以上。\n`,
    ).join('')
    const answers = await filter(record(1) + record(2, long) + record(3), '--record-timeout', '2')
    expect(answers.map(({ id, error }) => [id, error?.code])).toEqual([
      [1, undefined],
      [2, 'stream.timeout'],
      [3, undefined],
    ])
  })

  it.skipIf(process.platform !== 'linux')('ends the process that reads a PDF with the record', async () => {
    const { child, said, ended } = start('--record-timeout', '1.5')
    child.stdout.on('data', (chunk) => {
      said.stdout += chunk
    })
    child.stdin.write(`${JSON.stringify({ id: 1, bytesBase64: longPdf().toString('base64') })}\n${record(2)}`)
    while (!said.stdout.includes('"id":2,"ok":true')) await setTimeout(50)
    expect(said.stdout).toContain('"id":1,"ok":false')
    expect(said.stdout).toContain('stream.timeout')
    // Only the filter itself is left.
    for (let i = 0; i < 100 && processesOf(MARK).length > 1; i++) await setTimeout(50)
    expect(processesOf(MARK)).toEqual([child.pid])
    child.stdin.end()
    expect(await ended).toBe(0)
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

  it('gives up what takes more memory than a thread may have, and goes on in a new one', async () => {
    const settings = { cwd: '.', tool: 'policyplan', lang: 'en', mostMb: 256, parse: {} }
    const thread = new Thread<Line, Uint8Array>('stream-worker', { data: settings, heapMb: 48 })
    const line = (id: number, text = NOTICE) => ({ number: id, bytes: Buffer.from(record(id, text)) })
    const large = NOTICE + '年底前，河道保洁覆盖率达到95%以上，清理垃圾3万吨。\n'.repeat(200_000)
    const answers = await Promise.allSettled([1, 2, 3].map((id) => thread.ask(line(id, id === 2 ? large : NOTICE))))
    await thread.end()
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(answers[1]).toMatchObject({ reason: { reason: 'crashed' } })
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
