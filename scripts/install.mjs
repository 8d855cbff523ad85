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

export function install() {
  if (!existsSync(`${root}/node_modules/.package-lock.json`)) show('npm', ['ci', '--no-fund', '--no-audit'])
}
