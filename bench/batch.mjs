// A folder of 2,000 notices, and of the real documents that lie beside the project, to a folder of plans, and the
// notices as a stream: ratios, side by side in one run.
import { spawn, spawnSync } from 'node:child_process'
import {
  cpSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { varied } from '../scripts/fixtures/varied.mjs'

const FILES = 2000
/** No more rounds than this, and none that would end behind this many milliseconds. */
const ROUNDS = 3
const TIME = 300_000
const root = fileURLToPath(new URL('..', import.meta.url))
const CORPUS = fileURLToPath(new URL('../../shared/corpus', import.meta.url))
const program = join(root, 'bin/policyplan.js')
const median = (list) => list.sort((a, b) => a - b)[list.length >> 1]

/** What is compared with: read every file and convert it with opencc-js, in a process of its own. */
const CONVERT = `
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { Converter } from ${JSON.stringify(import.meta.resolve('opencc-js/t2cn'))}
const convert = Converter({ from: 't', to: 'cn' })
let length = 0
const folder = process.argv[2] + '/'
for (const name of readdirSync(folder, { recursive: true }))
  if (statSync(folder + name).isFile()) length += convert(readFileSync(folder + name, 'utf8')).length
console.log(length)`
/** The loop that the stream is compared with: the same lines, parsed and written by the library. */
const LOOP = `
import { createReadStream, createWriteStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { parse } from ${JSON.stringify(import.meta.resolve('../dist/index.js'))}
const out = createWriteStream(process.argv[3])
for await (const line of createInterface({ input: createReadStream(process.argv[2]) })) {
  const { id, text } = JSON.parse(line)
  out.write(JSON.stringify({ id, plan: (await parse(text)).plan }) + '\\n')
}
out.end()`

/** Runs node; gives the milliseconds and what it said. */
function run(args) {
  const start = performance.now()
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' })
  const ms = performance.now() - start
  // 3: some of the real documents are scans.
  if (status !== 0 && status !== 3) throw new Error(`node ${args.join(' ')} ended with ${status}\n${stderr}`)
  return { ms, said: stdout + stderr }
}

async function stream(from, to) {
  const start = performance.now()
  const child = spawn(process.execPath, [program, 'stream'], { stdio: ['pipe', 'pipe', 'inherit'] })
  await Promise.all([
    pipeline(createReadStream(from), child.stdin),
    pipeline(child.stdout, createWriteStream(to)),
    new Promise((resolve) => child.on('close', resolve)),
  ])
  return performance.now() - start
}

function expectCount(found, wanted, what) {
  if (found !== wanted) throw new Error(`${found} ${what}, not ${wanted}`)
}

const linesOf = (file) => readFileSync(file, 'utf8').trimEnd().split('\n')

const work = mkdtempSync(join(tmpdir(), 'policyplan-bench-'))
const at = (name) => join(work, name)
try {
  mkdirSync(at('notices'))
  let bytes = 0
  let records = ''
  let i = 0
  for (const text of varied(FILES)) {
    writeFileSync(at(`notices/${String(i).padStart(5, '0')}.txt`), text)
    records += `${JSON.stringify({ id: i++, text })}\n`
    bytes += Buffer.byteLength(text)
  }
  writeFileSync(at('records.ndjson'), records)
  writeFileSync(at('convert.mjs'), CONVERT)
  writeFileSync(at('loop.mjs'), LOOP)
  // The peak of a process is said by itself, since that of a child cannot be asked for.
  const peak = "process.on('exit', () => console.error('peak ' + process.resourceUsage().maxRSS))"
  writeFileSync(at('peak.cjs'), peak)
  const parse = (out, ...flags) => [
    '--require',
    at('peak.cjs'),
    program,
    'parse',
    at('notices'),
    '-o',
    at(out),
    ...flags,
  ]

  const documents = existsSync(CORPUS)
    ? readdirSync(CORPUS, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length
    : 0
  if (documents > 0) cpSync(CORPUS, at('notices/real'), { recursive: true, dereference: true })

  const ratios = { first: [], one: [], loop: [], second: [], stream: [] }
  const peaks = []
  const measure = async () => {
    for (const name of ['out', 'single']) rmSync(at(name), { recursive: true, force: true })
    const convert = run([at('convert.mjs'), at('notices')]).ms
    const first = run(parse('out'))
    const one = run(parse('single', '--jobs', '1'))
    const second = run(parse('out'))
    const loop = run([at('loop.mjs'), at('records.ndjson'), at('loop.ndjson')]).ms
    ratios.first.push(first.ms / convert)
    ratios.one.push(one.ms / convert)
    ratios.loop.push(one.ms / loop)
    ratios.second.push(second.ms / first.ms)
    ratios.stream.push(loop / (await stream(at('records.ndjson'), at('stream.ndjson'))))
    peaks.push(...[first, one, second].map(({ said }) => Number(/peak (\d+)/.exec(said)[1]) / 1024))
  }
  const start = performance.now()
  for (let round = 0, last = 0; round < ROUNDS && performance.now() - start + last < TIME; round++) {
    const before = performance.now()
    await measure()
    last = performance.now() - before
  }

  const manifest = linesOf(at('out/manifest.ndjson')).map((line) => JSON.parse(line))
  expectCount(manifest.length, FILES + documents, 'lines in the manifest')
  const done = manifest.filter(({ status }) => status === 'done')
  expectCount(done.filter(({ path }) => !path.startsWith('real/')).length, FILES, 'plans of generated notices')
  const plans = readdirSync(at('out'), { recursive: true }).filter((name) => name.endsWith('.plan.yaml'))
  expectCount(plans.length, done.length, 'plans in the folder')
  const facts = done.reduce((sum, { counts }) => sum + counts.indicators, 0)
  if (facts < FILES * 3) throw new Error(`only ${facts} indicators`)
  const answers = linesOf(at('stream.ndjson')).map((line) => JSON.parse(line))
  expectCount(answers.filter(({ id, ok }, i) => ok && id === i).length, FILES, 'answers in order')
  if (readFileSync(at('out/manifest.ndjson'), 'utf8') !== readFileSync(at('single/manifest.ndjson'), 'utf8'))
    throw new Error('the number of threads changes the result')

  const real = `${documents} real documents (${done.length - FILES} with a plan)`
  console.log(`${FILES} notices, ${(bytes / 1e6).toFixed(1)} MB, ${real}, ${facts} indicators`)
  const say = (what, list) => console.log(`${what}: ${median(list).toFixed(2)} (${list.length} rounds)`)
  say('policyplan parse FOLDER / reading and converting it with opencc-js', ratios.first)
  say('the same with --jobs 1', ratios.one)
  say('the same with --jobs 1 / a loop over the library that reads the notices only', ratios.loop)
  say('a second run with nothing changed / the first', ratios.second)
  say('speed of policyplan stream / a loop over the library', ratios.stream)
  console.log(`peak memory: ${Math.max(...peaks).toFixed(0)} MB`)
} finally {
  rmSync(work, { recursive: true, force: true })
}
