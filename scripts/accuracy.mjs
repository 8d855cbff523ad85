// npm run accuracy: scores the plans of fixtures/gold against their hand-made truth and holds the scores where they are.
//   --check fails where a score falls below fixtures/gold/scores.json; --record writes it and docs/accuracy.md.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { parse as parseYaml } from 'yaml'
import { scoreOf } from './accuracy/score.mjs'
import { root } from './install.mjs'

const { parse } = await import('../dist/index.js')
const gold = `${root}/fixtures/gold`
const RECORD = `${gold}/scores.json`

const documents = readdirSync(gold)
  .filter((name) => name.endsWith('.gold.yaml'))
  .map((name) => {
    const slug = name.replace('.gold.yaml', '')
    const source = readdirSync(gold).find((other) => other.startsWith(`${slug}.`) && other !== name)
    return {
      source,
      truth: parseYaml(readFileSync(`${gold}/${name}`, 'utf8')),
      bytes: readFileSync(`${gold}/${source}`),
    }
  })
const pairs = []
for (const { source, truth, bytes } of documents) pairs.push([truth, (await parse(bytes, { file: source })).plan])
const scores = scoreOf(pairs)
const before = existsSync(RECORD) ? JSON.parse(readFileSync(RECORD, 'utf8')) : {}

const show = (score) => score?.toFixed(3) ?? '—'
const tableOf = (columns, cellsOf) =>
  [columns, columns.map(() => '---'), ...Object.entries(scores).map(([kind, score]) => cellsOf(kind, score))]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')

console.log(
  tableOf(
    ['kind', 'rows', 'detection F1', 'recorded', 'strict F1', 'recorded'],
    (kind, { gold: rows, detection, strict }) => [
      ...[kind, rows, show(detection), show(before[kind]?.detection), show(strict), show(before[kind]?.strict)],
    ],
  ),
)
if (process.argv.includes('--record')) {
  writeFileSync(RECORD, `${JSON.stringify(scores, null, 2)}\n`)
  const table = tableOf(['kind', 'rows', 'detection F1', 'strict F1'], (kind, { gold: rows, detection, strict }) => [
    ...[kind, rows, show(detection), show(strict)],
  ])
  const said = `Written by \`npm run accuracy -- --record\` from the ${documents.length} documents of \`fixtures/gold\`, which were labelled by reading before the tool was run on them. Detection says that a fact was found, strict that every field that matters is right.`
  writeFileSync(`${root}/docs/accuracy.md`, `# Accuracy\n\n${said}\n\n${table}\n`)
}
if (process.argv.includes('--check')) {
  const fallen = Object.entries(before).flatMap(([kind, was]) =>
    ['detection', 'strict']
      .filter((key) => (scores[kind]?.[key] ?? 0) < was[key] - 1e-9)
      .map((key) => `${kind} ${key}: ${was[key]} → ${scores[kind]?.[key]}`),
  )
  if (fallen.length > 0) {
    console.error(`Scores fell:\n${fallen.join('\n')}`)
    process.exitCode = 1
  }
}
