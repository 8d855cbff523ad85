// npm's prepare. Where npm installs from git with -g, as pre-commit has it do, this runs without the packages that
// building needs, and under settings that would put them elsewhere.
import { existsSync } from 'node:fs'
import { root, show } from './install.mjs'

if (!existsSync(`${root}/node_modules/esbuild`))
  show('npm', [
    'ci',
    '--ignore-scripts',
    '--include=dev',
    '--global=false',
    '--prefix',
    root,
    '--no-fund',
    '--no-audit',
  ])
show('node', ['scripts/build.mjs'])
