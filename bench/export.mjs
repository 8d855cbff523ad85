// Exports take memory that does not grow with the rows: the peak of a process for 10,000 plans over that for 250, and the
// time that a plan takes.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const COUNTS = [250, 10_000]
const folder = mkdtempSync(join(tmpdir(), 'policyplan-bench-'))
const PEAK = "process.on('exit', () => process.stderr.write('\\npeak ' + process.resourceUsage().maxRSS + '\\n'))"

/** n plans as JSON: those of fixtures/notices under n names. */
async function fill(n) {
  const { load } = await import('js-yaml')
  const plans = readdirSync(`${root}/fixtures/notices`).map((slug) =>
    JSON.stringify(load(readFileSync(`${root}/fixtures/notices/${slug}/plan.yaml`, 'utf8'))),
  )
  mkdirSync(join(folder, String(n)))
  for (let i = 0; i < n; i++) writeFileSync(join(folder, String(n), `${i}.plan.json`), plans[i % plans.length])
}

function exported(n, to) {
  const args = ['--import', `data:text/javascript,${encodeURIComponent(PEAK)}`, `${root}/bin/policyplan.js`]
  const start = performance.now()
  const { stderr, status } = spawnSync('node', [...args, 'export', String(n), '--to', to, '-o', `${n}-${to}/`], {
    cwd: folder,
    env: { ...process.env, LANG: 'en' },
  })
  if (status !== 0) throw new Error(stderr.toString())
  const said = stderr.toString()
  if (!said.includes(`${n} plans exported: `)) throw new Error(`not all of ${n} plans came out: ${said}`)
  const ms = (performance.now() - start) / n
  return { peak: Number(/peak (\d+)/.exec(said)[1]) / 1024, rows: Number(/indicators (\d+)/.exec(said)[1]), ms }
}

try {
  for (const n of COUNTS) await fill(n)
  for (const to of ['csv', 'xlsx', 'ndjson', 'parquet', 'sqlite']) {
    const [small, large] = COUNTS.map((n) => exported(n, to))
    const figures = [small, large].map(
      ({ rows, peak, ms }) => `${rows} indicators, ${peak.toFixed(0)} MB, ${ms.toFixed(1)} ms a plan`,
    )
    console.log(`${to}: ${figures.join('; ')}; memory ${(large.peak / small.peak).toFixed(2)} times`)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
