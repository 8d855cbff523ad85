// npm start: builds, and turns the sample notices into plans/.
import { readdirSync } from 'node:fs'
import { install, root, show } from './install.mjs'

install()
show('node', ['scripts/build.mjs'])
const notices = readdirSync(`${root}/fixtures/notices`).map((slug) => {
  const source = readdirSync(`${root}/fixtures/notices/${slug}`).find((name) => name.startsWith('source.'))
  return [slug, `fixtures/notices/${slug}/${source}`]
})
const { parse } = await import('../dist/index.js')
const { mkdirSync, readFileSync } = await import('node:fs')
mkdirSync(`${root}/plans`, { recursive: true })
console.log(`\n${notices.length} sample notices → plans/\n`)
for (const [slug, source] of notices) {
  show('node', ['bin/policyplan.js', 'parse', source, '-o', `plans/${slug}.plan.yaml`, '--quiet'])
  const { plan } = await parse(readFileSync(`${root}/${source}`), { file: source })
  const found = count(plan)
  const facts = Object.entries(found).map(([name, n]) => `${n} ${name}`)
  console.log(`plans/${slug}.plan.yaml  ${plan.document.title ?? '(no title)'}\n  ${facts.join(', ')}`)
}

/** How many sections and facts of each kind a plan holds. */
function count(plan) {
  const found = { sections: 0, tasks: 0, indicators: 0, references: 0, deadlines: 0, responsible: 0 }
  const tasks = (list) => {
    for (const task of list ?? []) {
      found.tasks++
      for (const kind of ['indicators', 'references', 'deadlines', 'responsible'])
        found[kind] += task[kind]?.length ?? 0
    }
  }
  const walk = (sections) => {
    for (const section of sections ?? []) {
      found.sections++
      tasks(section.tasks)
      walk(section.sections)
    }
  }
  tasks(plan.preamble?.tasks)
  walk(plan.sections)
  return found
}
