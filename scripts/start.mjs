// npm start: builds, and turns the sample notices into plans/.
import { readFileSync } from 'node:fs'
import { install, root, show } from './install.mjs'

if (!install()) show('node', ['scripts/build.mjs'])
console.log('\nThe sample notices of fixtures/notices, as plans:\n')
show('node', ['bin/policyplan.js', 'parse', 'fixtures/notices', '--include', '**/source.*', '-o', 'plans', '--quiet'])
for (const line of readFileSync(`${root}/plans/manifest.ndjson`, 'utf8').trim().split('\n')) {
  const { plan, title, counts } = JSON.parse(line)
  const found = Object.entries(counts).map(([name, count]) => `${name} ${count}`)
  console.log(`plans/${plan}  ${title ?? '(no title)'}\n  ${found.join(', ')}`)
}
