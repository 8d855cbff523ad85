// From bytes to plan objects, as a ratio to what opencc-js needs merely to convert the same text; and the whole process.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { Converter } from 'opencc-js/t2cn'
import { parse } from '../dist/index.js'
import { varied } from '../scripts/fixtures/varied.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const SIZE = 20e6
const ROUNDS = 5

/** Varied notices until they are 20 MB. */
function corpus() {
  const files = []
  let bytes = 0
  for (const text of varied(Number.POSITIVE_INFINITY)) {
    if (bytes >= SIZE) return files
    files.push(Buffer.from(text))
    bytes += files.at(-1).length
  }
}

const median = (list) => list.sort((a, b) => a - b)[list.length >> 1]
const files = corpus()
const texts = files.map((file) => file.toString('utf8'))
const convert = Converter({ from: 't', to: 'cn' })

function count(plan) {
  let facts = 0
  const tasks = (list) => {
    for (const task of list ?? [])
      for (const kind of ['indicators', 'references', 'deadlines', 'responsible']) facts += task[kind]?.length ?? 0
  }
  const walk = (sections) => {
    for (const section of sections ?? []) {
      tasks(section.tasks)
      walk(section.sections)
    }
  }
  tasks(plan.preamble?.tasks)
  walk(plan.sections)
  return facts
}

const ratios = []
let facts = 0
for (let round = 0; round < ROUNDS; round++) {
  let start = performance.now()
  facts = 0
  for (const file of files) facts += count((await parse(file)).plan)
  const mine = performance.now() - start
  start = performance.now()
  let length = 0
  for (const text of texts) length += convert(text).length
  ratios.push(mine / (performance.now() - start))
  if (length === 0) throw new Error('nothing was converted')
}
const bytes = files.reduce((sum, file) => sum + file.length, 0)
if (facts < files.length * 10) throw new Error(`only ${facts} facts in ${files.length} notices`)
console.log(`${files.length} notices, ${(bytes / 1e6).toFixed(1)} MB, ${facts} facts`)
console.log(`bytes to plans / opencc-js converting the same text: ${median(ratios).toFixed(2)}`)

const time = (args) => {
  const start = performance.now()
  if (spawnSync('node', args, { cwd: root }).status !== 0) throw new Error(`node ${args.join(' ')} failed`)
  return performance.now() - start
}
const starts = []
for (let round = 0; round < 15; round++)
  starts.push(
    time(['bin/policyplan.js', 'parse', 'fixtures/notices/district-plan/source.txt', '--quiet']) / time(['-e', '0']),
  )
console.log(`policyplan parse one.txt / node -e 0: ${median(starts).toFixed(2)}`)
