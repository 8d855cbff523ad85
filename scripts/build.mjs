// dist/: the program and the library as ES modules in one flat folder, and the types of the library.
import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
rmSync(`${root}/dist`, { recursive: true, force: true })
await build({
  absWorkingDir: root,
  entryPoints: {
    index: 'src/index.ts',
    unified: 'src/unified.ts',
    main: 'src/main.ts',
    'pdf-child': 'src/read/pdf/child.ts',
    'batch-finder': 'src/batch/finder.ts',
    'batch-worker': 'src/batch/worker.ts',
    'stream-worker': 'src/cli/stream/worker.ts',
  },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  charset: 'utf8',
  logLevel: 'warning',
})
execFileSync('node', ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' })
