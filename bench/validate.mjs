// 1,000 plan files in one call, as a ratio to what `yaml` needs merely to parse them with line counting; memory for 100 and 1,000.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const ROUNDS = 3
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

function run(code, args, expected) {
  const start = performance.now()
  const { stdout, stderr, status } = spawnSync('node', ['--input-type=module', '-e', code, '--', ...args], {
    cwd: root,
    encoding: 'utf8',
  })
  if (status !== 0 || !stderr.includes(expected)) throw new Error(`exit ${status}: ${stderr.slice(0, 500)}`)
  return { time: performance.now() - start, rss: Number(/rss (\d+)/.exec(stdout)[1]) / 1024 }
}

function lay(count) {
  const folder = mkdtempSync(`${tmpdir()}/policyplan-`)
  for (let i = 0; i < count; i++) writeFileSync(`${folder}/${i}.plan.yaml`, plans[i % plans.length])
  return folder
}

const median = (list) => list.sort((a, b) => a - b)[list.length >> 1]
const [few, many] = [lay(100), lay(1000)]
try {
  const ratios = []
  const memory = { few: [], many: [] }
  for (let round = 0; round < ROUNDS; round++) {
    const bare = run(PARSE, [many], '')
    const mine = run(MEASURED, ['policyplan', 'validate', many], '1000 plan file(s)')
    ratios.push(mine.time / bare.time)
    memory.many.push(mine.rss)
    memory.few.push(run(MEASURED, ['policyplan', 'validate', few], '100 plan file(s)').rss)
  }
  console.log(`validate 1,000 plans / yaml parsing them with line counting: ${median(ratios).toFixed(2)}`)
  console.log(`memory for 1,000 plans / for 100: ${(median(memory.many) / median(memory.few)).toFixed(2)}`)
} finally {
  for (const folder of [few, many]) rmSync(folder, { recursive: true })
}
