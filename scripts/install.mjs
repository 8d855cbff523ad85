// Installs what is missing, so that one command on a fresh clone is enough.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

/** Runs a program in the project's folder and shows what it says. */
export const show = (program, args, env = {}) =>
  execFileSync(program, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  })

/** Installs and, with that, builds; false where all was there. */
export function install() {
  if (existsSync(`${root}/node_modules/.package-lock.json`)) return false
  console.log('Installing what policyplan needs (npm ci), once, for a minute or two …')
  show('npm', ['ci', '--no-fund', '--no-audit'])
  return true
}
