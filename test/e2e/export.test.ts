import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { EXPORTED } from '../../src/export.js'
import { NOTICES } from '../notices.js'

const BIN = fileURLToPath(new URL('../../bin/policyplan.js', import.meta.url))
let folder: string

const exported = (...argv: string[]) => execFileSync('node', [BIN, 'export', 'plans', ...argv], { cwd: folder })
const python = (program: string) => JSON.parse(execFileSync('python3', ['-c', program], { cwd: folder }).toString())

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'policyplan-export-'))
  mkdirSync(join(folder, 'plans'))
  for (const { slug, folder: notice } of NOTICES)
    copyFileSync(join(notice, 'plan.yaml'), join(folder, 'plans', `${slug}.plan.yaml`))
  exported('--to', 'ndjson', '-o', 'rows/')
  exported('--to', 'sqlite', '-o', 'plans.sqlite')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('is a database that SQLite finds whole, with every row, keys that hold and a view', () => {
  const tables = python(`
import json, sqlite3
base = sqlite3.connect('plans.sqlite')
base.row_factory = sqlite3.Row
assert base.execute('PRAGMA integrity_check').fetchone()[0] == 'ok'
assert base.execute('PRAGMA foreign_key_check').fetchall() == []
view = base.execute('SELECT count(*) FROM indicators_with_documents WHERE document_kind IS NOT NULL').fetchone()[0]
assert view > 0
plan = base.execute('EXPLAIN QUERY PLAN SELECT * FROM indicators WHERE name = ?', ('x',)).fetchall()
assert 'indicators_name' in plan[0]['detail']
names = ${JSON.stringify(EXPORTED.map(({ name }) => name))}
rows = lambda name: [{k: v for k, v in dict(row).items() if v is not None} for row in base.execute(f'SELECT * FROM "{name}"')]
print(json.dumps({name: rows(name) for name in names}))
`)
  for (const { name, columns } of EXPORTED) {
    const booleans = columns.filter(({ type }) => type === 'boolean').map((column) => column.name)
    const rows = readFileSync(join(folder, 'rows', `${name}.ndjson`), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line))
    for (const row of rows) for (const column of booleans) if (column in row) row[column] = Number(row[column])
    expect(tables[name], name).toEqual(rows)
  }
})

it('is a calendar that icalendar reads, an event for each deadline that ends on a day', { timeout: 600_000 }, () => {
  exported('--to', 'ics', '-o', 'deadlines.ics')
  execFileSync('python3', ['-m', 'venv', 'venv'], { cwd: folder })
  execFileSync('venv/bin/pip', ['install', '--quiet', 'icalendar==6.3.1'], { cwd: folder })
  const program = `
import icalendar, json
calendar = icalendar.Calendar.from_ical(open('deadlines.ics', 'rb').read())
events = calendar.walk('VEVENT')
assert calendar.errors == [] and all(event.errors == [] for event in events)
assert len({str(event['UID']) for event in events}) == len(events)
print(json.dumps([[str(event['DTSTART'].dt), str(event['DESCRIPTION'])] for event in events]))
`
  const events = JSON.parse(execFileSync('venv/bin/python', ['-c', program], { cwd: folder }).toString()) as [
    day: string,
    description: string,
  ][]
  const rows = readFileSync(join(folder, 'rows/deadlines.ndjson'), 'utf8').trimEnd().split('\n')
  const said = rows.map((line) => JSON.parse(line) as Record<string, string>)
  expect(events.length).toBeGreaterThan(20)
  for (const [day, description] of events) {
    const quote = description.split('\n').at(-1)
    expect(
      said.some((row) => row['end'] === day && row['quote'] === quote),
      description,
    ).toBe(true)
  }
  // What ends on a day of its own, and no whole year, is in the calendar.
  const ends = said.filter(
    ({ end = '', kind }) => /^\d{4}-\d\d-\d\d$/.test(end) && !end.endsWith('-12-31') && kind !== 'every',
  )
  for (const { end } of ends) expect(events.some(([day]) => day === end)).toBe(true)
})
