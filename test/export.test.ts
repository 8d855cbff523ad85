import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { DuckDBInstance } from '@duckdb/node-api'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run } from '../src/cli.js'
import { EXPORTED } from '../src/export.js'
import { say } from '../src/messages.js'
import type { Cell, Table } from '../src/types.js'
import { createCutter } from '../src/write/tables/xlsx/sheet.js'
import { writer as xlsx } from '../src/write/tables/xlsx.js'
import { NOTICES } from './notices.js'

let folder: string
const said = { stdout: '', stderr: '' }

/** Runs `policyplan export …` in the folder; gives the exit code. */
async function exported(...argv: string[]): Promise<number> {
  const sink = (to: keyof typeof said) => ({
    write: async (text: string | Uint8Array) => {
      said[to] += typeof text === 'string' ? text : Buffer.from(text).toString('utf8')
    },
  })
  Object.assign(said, { stdout: '', stderr: '' })
  const stdin = Object.assign(Readable.from([]), { isTTY: false })
  const clock = { now: () => 0, interruption: () => new AbortController().signal }
  const io = { cwd: folder, env: { LANG: 'en' }, stdin, stdout: sink('stdout'), stderr: sink('stderr'), ...clock }
  return run(['export', ...argv], io, '0.0.0')
}

/** The rows of a table as objects, from the export that other programs are compared with. */
const rowsOf = (table: string): Record<string, Cell>[] =>
  readFileSync(join(folder, 'rows', `${table}.ndjson`), 'utf8')
    .trimEnd()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))

async function query(sql: string): Promise<Record<string, unknown>[]> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  const reader = await connection.runAndReadAll(sql)
  const rows = reader.getRowObjectsJson()
  connection.closeSync()
  return rows
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'policyplan-export-'))
  mkdirSync(join(folder, 'plans/deep'), { recursive: true })
  for (const [i, { slug, folder: notice }] of NOTICES.entries())
    copyFileSync(join(notice, 'plan.yaml'), join(folder, i % 2 ? 'plans/deep' : 'plans', `${slug}.plan.yaml`))
  expect(await exported('plans', '--to', 'ndjson', '-o', 'rows/')).toBe(0)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('gives every document a row under its path, and every fact its document', () => {
  const documents = rowsOf('documents').map(({ document }) => document)
  expect(documents).toEqual([...new Set(documents)])
  expect(documents.length).toBe(NOTICES.length)
  for (const { name, key, columns } of EXPORTED) {
    const rows = rowsOf(name)
    expect(rows.length, name).toBeGreaterThan(0)
    const keys = rows.map((row) => JSON.stringify(columns.slice(0, key).map((column) => row[column.name])))
    expect(new Set(keys).size, name).toBe(rows.length)
    expect(rows.every(({ document }) => documents.includes(document!))).toBe(true)
  }
})

describe.each(EXPORTED.map(({ name }) => name))('%s', (name) => {
  it('is read back from Parquet by DuckDB, cell for cell', async () => {
    await exported('plans', '--to', 'parquet', '-o', 'parquet/')
    const rows = await query(`SELECT * FROM '${join(folder, 'parquet', `${name}.parquet`)}'`)
    expect(rows.map(withoutNulls)).toEqual(rowsOf(name))
  })

  it('is read back from CSV by DuckDB, cell for cell', async () => {
    await exported('plans', '--to', 'csv', '-o', 'csv/')
    const file = join(folder, 'csv', `${name}.csv`)
    const rows = await query(`SELECT * FROM read_csv('${file}', all_varchar = true, header = true, nullstr = '')`)
    const texts = rowsOf(name).map((row) =>
      Object.fromEntries(Object.entries(row).map(([column, value]) => [column, String(value)])),
    )
    expect(rows.map(withoutNulls)).toEqual(texts)
  })
})

/** A row without its nulls. */
const withoutNulls = (row: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(row).filter(([, v]) => v !== null))

it('is a workbook that exceljs reads, with frozen heads, filters, numbers and days', async () => {
  expect(await exported('plans', '-o', 'plans.xlsx', '--lang', 'zh')).toBe(0)
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(join(folder, 'plans.xlsx'))
  expect(workbook.worksheets.map(({ name }) => name)).toEqual(
    EXPORTED.map(({ name }) => say('zh', `export.table.${name}`)),
  )
  for (const [i, { name, columns }] of EXPORTED.entries()) {
    const sheet = workbook.worksheets[i]!
    const rows = rowsOf(name)
    expect(sheet.rowCount, name).toBe(rows.length + 1)
    expect(sheet.views).toMatchObject([{ state: 'frozen', ySplit: 1 }])
    expect(sheet.autoFilter, name).toBe(`A1:${sheet.getColumn(columns.length).letter}${rows.length + 1}`)
    const cells = (r: number) => columns.map((_, c) => sheet.getRow(r).getCell(c + 1).value)
    expect(cells(1)).toEqual(columns.map((column) => say('zh', `export.column.${column.name}`)))
    for (const [r, row] of rows.entries())
      expect(cells(r + 2)).toEqual(
        columns.map(({ name, type }) => {
          const value = row[name]
          if (value === undefined) return null
          if (type === 'code') return say('zh', `export.code.${value}`)
          return type === 'date' && /^\d{4}-\d\d-\d\d$/.test(String(value)) ? new Date(String(value)) : value
        }),
      )
  }
})

it('writes the same bytes each time, and leaves nothing else behind', async () => {
  for (const to of ['xlsx', 'sqlite', 'ics'])
    for (const name of ['one', 'two']) expect(await exported('plans', '--to', to, '-o', `${name}.${to}`)).toBe(0)
  for (const to of ['xlsx', 'ics'])
    expect(readFileSync(join(folder, `one.${to}`)).equals(readFileSync(join(folder, `two.${to}`)))).toBe(true)
  expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([])
})

it('names files that are no plans, and writes nothing where none is one', async () => {
  writeFileSync(join(folder, 'bomb.plan.yaml'), 'planVersion: "1"\na: &a [x]\nb: [*a, *a]\n')
  writeFileSync(join(folder, 'cut.plan.json'), '{"planVersion": "1", "document": {')
  writeFileSync(join(folder, 'old.plan.yaml'), 'planVersion: "0"\n')
  const files = ['bomb.plan.yaml', 'cut.plan.json', 'old.plan.yaml', 'missing.plan.yaml']
  expect(await exported(...files, '-o', 'none.xlsx')).toBe(3)
  for (const file of files) expect(said.stderr).toContain(`${file}: `)
  expect(said.stderr).not.toMatch(/^ {4}at /m)
  expect(readdirSync(folder)).not.toContain('none.xlsx')
})

const column = (name: string) => ({ name, type: 'text' as const })

async function sheetOf(table: Table): Promise<{ workbook: ExcelJS.Workbook; cut: number }> {
  const chunks: Uint8Array[] = []
  const write = async (bytes: Uint8Array | string) => {
    chunks.push(Buffer.from(bytes))
  }
  const cut = await xlsx.write([table], { path: '', write }, 'en')
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(Buffer.concat(chunks) as never)
  return { workbook, cut }
}

it('keeps in a workbook what XML and Excel would read otherwise, and counts what does not fit', async () => {
  const texts = ['=1+1', '<b>&"', ' 前后有空格 ', '两\n行', '𠮷', '字'.repeat(32_767)]
  const broken = ['_x0041_', '\u0007', '\ud800', '字'.repeat(32_768)]
  const rows = [...texts, ...broken].map((text) => [text])
  const batches = async function* () {
    yield rows
  }
  const { workbook, cut } = await sheetOf({
    name: 'tasks',
    key: 1,
    columns: [column('text')],
    count: rows.length,
    batches,
  })
  const values = rows.map((_, i) => workbook.worksheets[0]!.getCell(i + 2, 1).value)
  expect(values.slice(0, texts.length)).toEqual(texts)
  // exceljs leaves escaped characters as they are written; Excel and LibreOffice read them.
  expect(values.slice(texts.length, -1)).toEqual(['_x005F_x0041_', '\ufffd', '\ufffd'])
  expect(String(values.at(-1)).length).toBe(32_767)
  expect(cut).toBe(1)
})

it('cuts nothing that fits', () => {
  const { cut, count } = createCutter()
  expect([cut('字'.repeat(32_767)).length, count()]).toEqual([32_767, 0])
})
