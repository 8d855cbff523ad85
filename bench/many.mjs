// The most memory that a folder of notices takes, whatever their number: 2,000, 20,000 and 100,000 of a few lines.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const COUNTS = [2000, 20_000, 100_000]
/** As many as run by default at most. */
const THREADS = 3
const program = fileURLToPath(new URL('../bin/policyplan.js', import.meta.url))
const PEAK = "process.on('exit', () => process.stderr.write('\\npeak ' + process.resourceUsage().maxRSS + '\\n'))"

const work = mkdtempSync(join(tmpdir(), 'policyplan-bench-'))
const at = (name) => join(work, name)
let files = 0

/** Adds notices until there are so many. */
function fill(count) {
  for (; files < count; files++) {
    const folder = at(`in/区县${Math.floor(files / 1000)}`)
    if (files % 1000 === 0) mkdirSync(folder, { recursive: true })
    const text = `关于做好第${files}号工作的通知\n\n一、工作目标\n2024年底前，河道保洁覆盖率达到${10 + (files % 90)}%以上。\n`
    writeFileSync(join(folder, `关于做好第${files}号工作的通知.txt`), text)
  }
}

try {
  writeFileSync(at('peak.cjs'), PEAK)
  for (const count of COUNTS) {
    fill(count)
    const flags = ['--jobs', String(THREADS), '--review']
    const { stderr } = spawnSync(
      process.execPath,
      ['--require', at('peak.cjs'), program, 'parse', at('in'), '-o', at('out'), ...flags],
      { encoding: 'utf8' },
    )
    const done = readFileSync(at('out/manifest.ndjson'), 'utf8').match(/"status":"done"/g)?.length
    if (done !== count) throw new Error(`${done} plans in the manifest, not ${count}\n${stderr}`)
    console.log(`${count} files, ${THREADS} threads: ${(Number(/peak (\d+)/.exec(stderr)[1]) / 1024).toFixed(0)} MB`)
    rmSync(at('out'), { recursive: true })
  }
} finally {
  rmSync(work, { recursive: true, force: true })
}
