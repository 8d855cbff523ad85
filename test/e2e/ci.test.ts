import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'

/** As GitHub and pre-commit have it: a clone of what is committed, installed by npm. */
const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const SCRATCH = mkdtempSync(join(tmpdir(), 'policyplan-'))
const CLONE = join(SCRATCH, 'clone')
const MINUTES = 15 * 60_000

afterAll(() => rmSync(SCRATCH, { recursive: true, force: true }))

const git = (cwd: string, ...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], {
    cwd,
    encoding: 'utf8',
  }).trim()

/** A repository with a good plan and one whose tenth line has a misspelt key. */
function lay(name: string): string {
  const folder = join(SCRATCH, name)
  mkdirSync(join(folder, 'plans'), { recursive: true })
  const plan = readFileSync(`${ROOT}fixtures/notices/articles/plan.yaml`, 'utf8')
  writeFileSync(join(folder, 'plans/good.plan.yaml'), plan)
  writeFileSync(join(folder, 'plans/bad.plan.yaml'), plan.replace('mediaType:', 'mediatype:'))
  git(folder, 'init', '--quiet')
  return folder
}

git(SCRATCH, 'clone', '--quiet', ROOT, CLONE)

describe('action.yml', () => {
  const { inputs, runs } = parse(readFileSync(`${ROOT}action.yml`, 'utf8'))
  const given = (name: string, value?: string) => value ?? String(inputs[name].default)

  it('shows each mistake at its line', { timeout: MINUTES }, () => {
    const folder = lay('action')
    const action = join(SCRATCH, 'action-of-clone')
    cpSync(CLONE, action, { recursive: true })
    const env = {
      ...process.env,
      GITHUB_ACTION_PATH: action,
      npm_config_prefix: join(SCRATCH, 'prefix'),
      PATH: `${join(SCRATCH, 'prefix/bin')}:${process.env['PATH']}`,
      FILES: given('files', 'plans/'),
      ARGS: given('args'),
      FORMAT: given('format'),
      OUTPUT: given('output'),
    }
    const [install, validate] = runs.steps.filter((step: { run?: string }) => step.run !== undefined)
    execFileSync('bash', ['-e', '-c', install.run], { cwd: folder, env, stdio: 'pipe' })
    const { status, stdout } = spawnSync('bash', ['-e', '-c', validate.run], { cwd: folder, env, encoding: 'utf8' })
    expect(stdout).toMatch(/^::error file=plans\/bad\.plan\.yaml,line=10,.*title=unknown-key::.*\n$/)
    expect(status).toBe(1)
    const sarif = spawnSync('bash', ['-e', '-c', validate.run], { cwd: folder, env: { ...env, FORMAT: 'sarif' } })
    expect(sarif.status).toBe(1)
    expect(JSON.parse(readFileSync(join(folder, given('output')), 'utf8')).runs[0].results).toHaveLength(1)
  })
})

describe('.pre-commit-hooks.yaml', () => {
  it('stops a commit with a broken plan', { timeout: MINUTES }, () => {
    const folder = lay('hook')
    const venv = join(SCRATCH, 'venv')
    execFileSync('python3', ['-m', 'venv', venv], { stdio: 'pipe' })
    execFileSync(join(venv, 'bin/pip'), ['install', '--quiet', 'pre-commit==4.7.0'], { stdio: 'pipe' })
    const config = `repos:\n  - repo: file://${CLONE}\n    rev: ${git(CLONE, 'rev-parse', 'HEAD')}\n    hooks: [{ id: policyplan-validate }]\n`
    writeFileSync(join(folder, '.pre-commit-config.yaml'), config)
    git(folder, 'add', '.')
    const env = { ...process.env, PRE_COMMIT_HOME: join(SCRATCH, 'home') }
    const run = (...files: string[]) =>
      spawnSync(join(venv, 'bin/pre-commit'), ['run', '--files', ...files], { cwd: folder, env, encoding: 'utf8' })
    const bad = run('plans/good.plan.yaml', 'plans/bad.plan.yaml')
    expect(bad.stdout).toMatch(/plans\/bad\.plan\.yaml:10:\d+ error .* unknown-key/)
    expect(bad.status).toBe(1)
    expect(run('plans/good.plan.yaml').status).toBe(0)
  })
})
