import { execFile, execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { claim } from '../src/batch/claim.js'
import { Paths } from '../src/batch/paths.js'
import type { FileRecord } from '../src/batch/record.js'
import { Targets } from '../src/batch/targets.js'
import { openProgress } from '../src/cli/parse/progress.js'
import { columnsOf } from '../src/text/columns.js'
import { command } from './command.js'

const NOTICE = '关于做好2024年河道管护工作的通知\n\n一、工作目标\n年底前，河道保洁覆盖率达到95%以上。\n'

let cwd: string
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'policyplan-'))
})
afterEach(() => rmSync(cwd, { recursive: true, force: true }))

const at = (name: string) => join(cwd, name)
function lay(name: string, text = NOTICE): void {
  mkdirSync(dirname(at(name)), { recursive: true })
  writeFileSync(at(name), text)
}
const parse = (...argv: string[]) => command(['parse', ...argv], cwd)
const targets = (paths: string[]) => listOf(new Targets(paths, 'yaml'))
const listOf = (paths: Paths | Targets) => Array.from({ length: paths.length }, (_, i) => paths.at(i))
const list = (folder: string) => (readdirSync(at(folder), { recursive: true }) as string[]).sort()
const plans = (folder: string) => list(folder).filter((name) => name.endsWith('.plan.yaml'))
const manifest = (folder: string): FileRecord[] =>
  readFileSync(at(`${folder}/manifest.ndjson`), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

/** Every file of a folder with its bytes. */
const tree = (folder: string) =>
  Object.fromEntries(
    list(folder)
      .filter((name) => statSync(at(join(folder, name))).isFile())
      .map((name) => [name, readFileSync(at(join(folder, name)), 'utf8')]),
  )

describe('names', () => {
  it.each([
    ['a line break', 'a\nb.txt'],
    ['quotes', `"it's".txt`],
    ['emoji', '📄通知🏮.txt'],
    ['255 bytes', `${'长'.repeat(83)}aa.txt`],
    ['a leading dash', '-o.txt'],
    ['brackets', '通知[2018]{a,b}.txt'],
    ['a control sequence', '\u001b[31mred.txt'],
  ])('holds with %s', async (_, name) => {
    lay(`in/${name}`)
    const { code, stderr } = await parse('in', '-o', 'out')
    expect(code).toBe(0)
    expect(stderr).not.toMatch(/\u001b/)
    expect(manifest('out').map(({ path }) => path)).toEqual([`in/${name}`])
    const [plan] = plans('out')
    expect(Buffer.byteLength(plan!)).toBeLessThanOrEqual(255)
    expect((await parse('in', '-o', 'out')).stderr).toContain('(1 unchanged)')
  })

  it('are told apart where plans would collide', () => {
    expect(targets(['a.html', 'a.txt', 'b.txt'])).toEqual(['a.html.plan.yaml', 'a.txt.plan.yaml', 'b.plan.yaml'])
    const tricky = [
      'A.txt',
      'a.txt',
      'x.plan.yaml/y.txt',
      'x.txt',
      'n.txt.txt',
      'n.txt',
      'n',
      '.txt',
      `${'长'.repeat(85)}`,
    ]
    const told = targets(tricky)
    expect(new Set(told.map((target) => target.toLowerCase())).size).toBe(tricky.length)
    expect(told).not.toContain('x.plan.yaml')
  })

  it('packed by the thousand are found again by their numbers', () => {
    const names = Array.from({ length: 5000 }, (_, i) => `${i % 7}/通知\ud83d${i}.txt`)
    const paths = new Paths()
    for (const [i, name] of [...names, ...names].entries()) expect(paths.add(name)).toBe(i % 5000)
    expect(listOf(paths)).toEqual(names)
    expect(paths.find('0/通知')).toBeUndefined()
    expect(new Paths().find('')).toBeUndefined()
  })

  it('of several folders keep what tells them apart', async () => {
    lay('2018/a.txt')
    lay('2019/a.txt')
    await parse('2018', '2019', '-o', 'out')
    expect(plans('out')).toEqual(['2018/a.plan.yaml', '2019/a.plan.yaml'])
    await parse(at('2018'), at('2019'), '-o', 'again')
    expect(tree('again')).toEqual(tree('out'))
  })
})

describe('what is no notice', () => {
  it('links that lead in a circle end, and each file is parsed once', async () => {
    lay('in/a/b.txt')
    symlinkSync('..', at('in/a/up'))
    symlinkSync('a', at('in/same'))
    symlinkSync('self', at('in/self'))
    symlinkSync('nothing', at('in/dangling.txt'))
    const { code, stderr } = await parse('in', '-o', 'out')
    expect(plans('out')).toEqual(['a/b.plan.yaml'])
    expect(code).toBe(3)
    expect(stderr).toContain('in/dangling.txt: the link leads to nothing.')
    expect(stderr).toContain('in/self: its links lead in a circle.')
  })

  it('a named pipe is skipped with a word, also as an operand', async () => {
    lay('in/a.txt')
    execFileSync('mkfifo', [at('in/pipe')])
    const { code, stderr } = await parse('in', '-o', 'out')
    expect([code, stderr]).toEqual([0, expect.stringContaining('in/pipe: a pipe or device, skipped.')])
    expect((await parse('in/pipe')).stderr).toContain('it is no regular file')
    expect((await parse('in/pipe', 'in/a.txt', '-o', 'out')).stderr).toContain('in/pipe: a pipe or device, skipped.')
  })

  it('a file of 2 GB is refused with its size and the option', async () => {
    lay('in/a.txt')
    lay('in/large.txt', '')
    truncateSync(at('in/large.txt'), 2 ** 31)
    const { code, stderr } = await parse('in', '-o', 'out')
    expect(code).toBe(3)
    expect(stderr).toContain(
      'in/large.txt: it has 2048 MB, more than the limit of 256 MB; --max-size raises the limit.',
    )
    expect(plans('out')).toEqual(['a.plan.yaml'])
  })

  it('a link in the output folder leads no plan out of it', async () => {
    lay('in/sub/a.txt')
    mkdirSync(at('elsewhere'))
    mkdirSync(at('out'))
    symlinkSync(at('elsewhere'), at('out/sub'))
    const { code, stderr } = await parse('in', '-o', 'out')
    expect([code, stderr]).toEqual([3, expect.stringContaining('a link in the output folder leads out of it')])
    expect(list('elsewhere')).toEqual([])
  })
})

describe('a run', () => {
  const COUNT = 60
  const fill = () => {
    for (let i = 0; i < COUNT; i++) lay(`in/${i % 7}/${i}.txt`, NOTICE.replace('95', String(10 + i)))
    lay('in/3/empty.txt', '')
    lay('in/5/latin.md', 'no Chinese')
  }

  it('gives the same folder whatever the number of threads', async () => {
    fill()
    const one = await parse('in', '-o', 'one', '--jobs', '1', '--review')
    const three = await parse('in', '-o', 'three', '--jobs', '3', '--review')
    expect(tree('three')).toEqual(tree('one'))
    expect(three.stderr.replaceAll('three/', 'one/')).toBe(one.stderr)
    expect(plans('one').length).toBe(COUNT)
  })

  it('stops at the first failure with --fail-fast', async () => {
    fill()
    const { code, stderr } = await parse('in', '-o', 'out', '--fail-fast')
    expect([code, stderr]).toEqual([3, expect.stringMatching(/Stopped at a failure with \d+ files to go/)])
    expect(plans('out').length).toBeLessThan(COUNT)
  })

  it.each(['SIGINT', 'SIGTERM'])('ends at %s, and the next one makes the rest', async (reason) => {
    fill()
    await parse('in', '-o', 'whole')
    const controller = new AbortController()
    let seen = 0
    const stderr = {
      isTTY: true,
      columns: 80,
      write: async () => {
        if (++seen > 20) controller.abort(reason)
      },
    }
    let clock = 0
    const world = { stderr, now: () => (clock += 200), interruption: () => controller.signal }
    const { code } = await command(['parse', 'in', '-o', 'out'], cwd, '', world)
    expect(code).toBe(reason === 'SIGINT' ? 130 : 143)
    expect(plans('out').length).toBeLessThan(COUNT)
    await parse('in', '-o', 'out')
    expect(tree('out')).toEqual(tree('whole'))
  })

  it('gives up a large file at Ctrl-C', async () => {
    lay('in/large.txt', `${NOTICE}\n${'（二）河道保洁。年底前，河道保洁覆盖率达到95%以上。\n'.repeat(200_000)}`)
    const controller = new AbortController()
    setTimeout(() => controller.abort('SIGINT'), 1500)
    const { code } = await command(['parse', 'in', '-o', 'out'], cwd, '', { interruption: () => controller.signal })
    expect([code, plans('out')]).toEqual([130, []])
  })

  it.skipIf(process.platform === 'win32')('writes into a pipe and puts no file in its place', async () => {
    lay('a.txt', NOTICE)
    execFileSync('mkfifo', [at('pipe')])
    const read = promisify(execFile)('cat', [at('pipe')])
    expect((await parse('a.txt', '-o', 'pipe')).code).toBe(0)
    expect((await read).stdout).toContain('value: 95')
    expect(statSync(at('pipe')).isFIFO()).toBe(true)
    expect((await command(['export', 'a.plan.yaml', '-o', 'pipe'], cwd)).code).toBe(2)
  })

  it('writes into no folder that another run writes into', async () => {
    lay('in/a.txt', NOTICE)
    await parse('in', '-o', 'out')
    const free = await claim(realpathSync(at('out')))
    const { code, stderr } = await parse('in', '-o', 'out/')
    expect([code, stderr]).toEqual([3, expect.stringMatching(/^The output folder out cannot be written \(another run/)])
    free()
    expect((await parse('in', '-o', 'out')).code).toBe(0)
  })

  it('does again what changed and nothing else', async () => {
    fill()
    await parse('in', '-o', 'out')
    for (const name of plans('out')) utimesSync(at(`out/${name}`), 1, 1)
    lay('in/0/0.txt', NOTICE.replace('95', '11'))
    const { stderr } = await parse('in', '-o', 'out')
    expect(stderr).toContain(`(${COUNT - 1} unchanged)`)
    const written = plans('out').filter((name) => statSync(at(`out/${name}`)).mtimeMs > 1000)
    expect(written).toEqual(['0/0.plan.yaml'])
    await parse('in', '-o', 'out', '--force')
    expect(plans('out').filter((name) => statSync(at(`out/${name}`)).mtimeMs > 1000)).toEqual(written)
    await parse('in', '-o', 'out', '--script', 'traditional')
    expect(readFileSync(at('out/0/7.plan.yaml'), 'utf8')).toContain('河道保潔')
  })

  it('makes up for a manifest that was cut off, and for plans that are gone', async () => {
    fill()
    await parse('in', '-o', 'out')
    const whole = tree('out')
    const file = at('out/manifest.ndjson')
    truncateSync(file, Math.floor(statSync(file).size / 2) + 3)
    writeFileSync(at('out/.policyplan-999999999-0abc.tmp'), 'half')
    rmSync(at('out/2'), { recursive: true })
    await parse('in', '-o', 'out')
    expect(tree('out')).toEqual(whole)
  })

  it('takes no manifest for one that is none', async () => {
    fill()
    lay('out/manifest.ndjson', `{"path":1}\nnull\n\n{"path":"in/0/0.txt","status":"done"\n${'x'.repeat(6 << 20)}`)
    expect((await parse('in', '-o', 'out')).code).toBe(3)
    await parse('in', '-o', 'whole')
    expect(tree('out')).toEqual(tree('whole'))
  })

  it('takes the plan of a notice that is none any more away, and that of one whose plan has another name', async () => {
    lay('in/a.txt')
    lay('in/b.txt')
    await parse('in', '-o', 'out')
    lay('in/a.txt', '')
    lay('in/b.html', `<p>${NOTICE}</p>`)
    await parse('in', '-o', 'out')
    expect(plans('out')).toEqual(['b.html.plan.yaml', 'b.txt.plan.yaml'])
  })
})

describe('progress', () => {
  const long = {
    done: 512,
    total: 2000,
    failed: 3,
    current: `下载/${'关于印发某市卫生健康事业发展规划的通知'.repeat(4)}.html`,
  }
  const shown = (how: string, columns: number, lang: 'zh' | 'en', env = {}) => {
    let said = ''
    let clock = 0
    const stderr = {
      isTTY: how === 'bar',
      columns,
      write: async (text: string | Uint8Array) => {
        said += text
      },
    }
    const io = { stderr, env, now: () => (clock += 6000) }
    const progress = openProgress(how === 'bar' ? 'auto' : how, io as never, lang)
    progress.tell(long)
    progress.close()
    return said
  }

  it.each([20, 40, 80, 200])('fits in %i columns', (columns) => {
    for (const lang of ['zh', 'en'] as const) {
      const [, line] = /\r(.*?)\u001b\[K/.exec(shown('bar', columns, lang))!
      expect(columnsOf(line!)).toBeLessThan(columns)
    }
  })
  it('wipes the bar at the end', () => expect(shown('bar', 80, 'zh')).toMatch(/\r\u001b\[K$/))
  it('says plain lines without moving the cursor', () => {
    expect(shown('plain', 80, 'zh')).toMatch(/^512\/2000，\d+ 个\/秒，剩余 .+，失败 3 {2}下载\/[^\r\u001b]+\n$/)
  })
  it('says nothing where there is no terminal', () => expect(shown('auto', 80, 'en')).toBe(''))
})

it('leaves nothing behind in the working folder', async () => {
  lay('in/a.txt')
  await parse('in', '-o', 'out')
  expect(readdirSync(cwd).sort()).toEqual(['in', 'out'])
  expect(existsSync(at('out/review.csv'))).toBe(false)
})
