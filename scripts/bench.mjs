// npm run bench: every benchmark of bench/, one after the other, each in a process of its own.
import { readdirSync } from 'node:fs'
import { install, root, show } from './install.mjs'

if (!install()) show('node', ['scripts/build.mjs'])
for (const name of readdirSync(`${root}/bench`)
  .filter((name) => name.endsWith('.mjs'))
  .sort()) {
  console.log(`\n== ${name}`)
  show('node', [`bench/${name}`])
}
