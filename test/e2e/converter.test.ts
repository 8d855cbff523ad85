import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { parse as parseYaml } from 'yaml'

// Needs LibreOffice: apt-get install --no-install-recommends libreoffice-writer
const folder = mkdtempSync(join(tmpdir(), 'policyplan-e2e-'))
beforeAll(() => execFileSync('node', ['scripts/build.mjs']))
afterAll(() => rmSync(folder, { recursive: true }))

const run = (args: readonly string[], env = process.env) =>
  spawnSync('node', ['bin/policyplan.js', ...args], { encoding: 'utf8', env: { ...env, TMPDIR: folder } })

it('keeps the automatic numbers of a .doc, and leaves nothing behind', () => {
  const file = 'fixtures/formats/automatic.doc'
  const { stdout, stderr, status } = run(['parse', file, '--converter', 'soffice', '--lang', 'en'])
  expect([status, stderr]).toEqual([0, ''])
  const plan = parseYaml(stdout)
  expect(plan.sections.map(({ marker }: { marker: string }) => marker)).toEqual(['一、', '二、', '三、', '四、'])
  expect(plan.document.attachments[0].title).toBe('重点任务分工表')
  expect(run(['text', file, '--converter', 'soffice']).stdout).toContain('（三）健全长效管理机制')
  expect(readdirSync(folder)).toEqual([])
})

it('says in one sentence that LibreOffice is not there', () => {
  const args = ['parse', 'fixtures/formats/automatic.doc', '--converter', 'soffice', '--lang', 'zh']
  const missing = spawnSync(process.execPath, ['bin/policyplan.js', ...args], {
    encoding: 'utf8',
    env: { TMPDIR: folder, PATH: folder },
  })
  expect(missing.status).toBe(3)
  expect(missing.stderr).toBe(
    'fixtures/formats/automatic.doc: 找不到 soffice 命令，请先安装 LibreOffice，或去掉 --converter soffice。\n',
  )
  expect(readdirSync(folder)).toEqual([])
})

it('needs no converter for other files', () => {
  const { stdout } = run(['text', 'fixtures/formats/notice.txt', '--converter', 'soffice'])
  expect(stdout).toBe(readFileSync('fixtures/formats/notice.txt', 'utf8'))
})
