// npm test: every test that needs nothing but Node.
import { install, show } from './install.mjs'

if (!install()) show('node', ['scripts/build.mjs'])
try {
  show('node', ['node_modules/vitest/vitest.mjs', 'run', ...process.argv.slice(2)])
} catch {
  process.exitCode = 1
}
console.log('Left out: npm run test:e2e (needs Chromium and other programs).')
