// From bytes to plan objects, as a ratio to what opencc-js needs merely to convert the same text; and the whole process.
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Converter } from 'opencc-js/t2cn'
import { parse } from '../dist/index.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const SIZE = 20e6
const ROUNDS = 5

/** Notices of fixtures/ in simplified script, varied so that no two files are equal, until they are 20 MB. */
function corpus() {
  const texts = ['notices', 'gold'].flatMap((folder) =>
    readdirSync(`${root}/fixtures/${folder}`, { recursive: true })
      .filter((name) => name.endsWith('.txt') && !/problems|big5|gb18030|taiwan|hongkong|traditional/.test(name))
      .map((name) => readFileSync(`${root}/fixtures/${folder}/${name}`, 'utf8')),
  )
  const files = []
  for (let bytes = 0, i = 0; bytes < SIZE; i++) {
    const text = texts[i % texts.length].replaceAll(/(?<![\d.])(\d{2})(?=%|家|个|名)/g, (n) =>
      String(10 + ((Number(n) + i) % 90)),
    )
    const file = Buffer.from(`${text}\n${i}号样本结束。\n`)
    files.push(file)
    bytes += file.length
  }
  return files
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
  const found = []
  for (const file of files) found.push((await parse(file)).plan)
  const mine = performance.now() - start
  start = performance.now()
  let length = 0
  for (const text of texts) length += convert(text).length
  ratios.push(mine / (performance.now() - start))
  facts = found.reduce((sum, plan) => sum + count(plan), 0)
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
