// 1,000 plan files in one call, good ones and ones with a mistake each, as a ratio to what `yaml` needs merely to parse
// them with line counting; memory for 100 and 1,000, as V8 likes it and in the smallest heap that will do.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const ROUNDS = 3
const SMALL = ['--max-old-space-size=40', '--max-semi-space-size=2']
const plans = readdirSync(`${root}/fixtures/notices`)
  .map((slug) => readFileSync(`${root}/fixtures/notices/${slug}/plan.yaml`, 'utf8'))
  .filter((text) => text.length < 20_000)

const PARSE = `
import { readdirSync, readFileSync } from 'node:fs'
import { LineCounter, parseAllDocuments } from 'yaml'
let count = 0
for (const name of readdirSync(process.argv[1]))
  count += parseAllDocuments(readFileSync(process.argv[1] + '/' + name, 'utf8'), { lineCounter: new LineCounter() }).length
if (count !== readdirSync(process.argv[1]).length) throw new Error('not every plan was parsed')
console.log('rss ' + process.resourceUsage().maxRSS)`
const MEASURED = `
import { main } from ${JSON.stringify(`${root}/dist/main.js`)}
process.exitCode = await main(process)
console.log('rss ' + process.resourceUsage().maxRSS)`

function run(code, args, expected, { flags = [], ends = 0 } = {}) {
  const start = performance.now()
  const { stdout, stderr, status } = spawnSync('node', [...flags, '--input-type=module', '-e', code, '--', ...args], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  })
  if (status !== ends || !stderr.includes(expected)) throw new Error(`exit ${status}: ${stderr.slice(0, 500)}`)
  return { time: performance.now() - start, rss: Number(/rss (\d+)/.exec(stdout)[1]) / 1024 }
}

function lay(count, edit = (text) => text) {
  const folder = mkdtempSync(`${tmpdir()}/policyplan-`)
  for (let i = 0; i < count; i++) writeFileSync(`${folder}/${i}.plan.yaml`, edit(plans[i % plans.length]))
  return folder
}

const median = (list) => list.sort((a, b) => a - b)[list.length >> 1]
const [few, many, broken] = [lay(100), lay(1000), lay(1000, (text) => text.replace('mediaType:', 'mediatype:'))]
const ROWS = {
  'validate 1,000 good plans / yaml parsing them with line counting': (bare) =>
    run(MEASURED, ['policyplan', 'validate', many], '1000 plan files: 0 errors').time / bare.time,
  'validate 1,000 plans with an error each / the same': (bare) =>
    run(MEASURED, ['policyplan', 'validate', broken], '1000 plan files: 1000 errors', { ends: 1 }).time / bare.time,
  'memory for 1,000 plans / for 100': () => memory() / memory(100),
  'memory for 1,000 plans / for 100, in a heap of 40 MB': () => memory(1000, SMALL) / memory(100, SMALL),
}
function memory(count = 1000, flags = []) {
  return run(MEASURED, ['policyplan', 'validate', count === 100 ? few : many], `${count} plan files`, { flags }).rss
}
try {
  const ratios = Object.fromEntries(Object.keys(ROWS).map((row) => [row, []]))
  for (let round = 0; round < ROUNDS; round++) {
    const bare = run(PARSE, [many], '')
    for (const [row, ratio] of Object.entries(ROWS)) ratios[row].push(ratio(bare))
  }
  for (const [row, list] of Object.entries(ratios)) console.log(`${row}: ${median(list).toFixed(2)}`)
} finally {
  for (const folder of [few, many, broken]) rmSync(folder, { recursive: true })
}
