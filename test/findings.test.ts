import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Ajv } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import ajvFormats from 'ajv-formats'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { ALL_RULES, check } from '../src/check.js'
import { FINDING_WRITERS } from '../src/write/findings/index.js'

const require = createRequire(import.meta.url)
/** Three mistakes: behind Han, behind astral characters, and one whose words need escaping in every format. */
const TEXT = `planVersion: "1"
document: { title: 要点, kind: 要点, yaer: 2031, source: { mediaType: text/plain, encoding: utf-8, sha256: "${'0'.repeat(64)}" } }
---
planVersion: "1"
document: { title: 𠮷祥𠮷, kjnd: 要点, source: { mediaType: text/plain, encoding: utf-8, sha256: "${'0'.repeat(64)}" } }
---
planVersion: "1"
document:
  title: 要点
  source: { mediaType: text/plain, encoding: utf-8, sha256: "${'0'.repeat(64)}" }
  "a<b>&\\"c\\": 50%, d\\a": 甲
`
const FILE = '计划/一, 50%:a.plan.yaml'

async function print(name: keyof typeof FINDING_WRITERS, text = TEXT): Promise<string> {
  const writer = await FINDING_WRITERS[name]()
  const stream = writer.open({ lang: 'zh', colours: 0, rules: ALL_RULES })
  return stream.head + stream.add(FILE, await check(text, { file: FILE, lang: 'zh' })) + stream.foot
}

/** Elements with their attributes, in order; fails where the text is no well-formed XML. */
function elementsOf(xml: string): { name: string; attributes: Record<string, string>; parent: string }[] {
  const out: { name: string; attributes: Record<string, string>; parent: string }[] = []
  const open: string[] = []
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    out.push({ name, attributes: attributes as Record<string, string>, parent: open.at(-1) ?? '' })
    open.push(name)
  })
  parser.on('closetag', () => open.pop())
  parser.write(xml).close()
  return out
}

describe('columns', () => {
  it('count UTF-16 units, as editors and SARIF do', async () => {
    const { findings } = JSON.parse(await print('json'))
    const lines = TEXT.split('\n')
    expect(findings.map(({ line, column }: { line: number; column: number }) => [line, column])).toEqual([
      [2, lines[1]!.indexOf('yaer') + 1],
      [5, lines[4]!.indexOf('kjnd') + 1],
      [11, 3],
    ])
  })
})

describe('json', () => {
  it.each([TEXT, ''])('keeps its schema', async (text) => {
    const schema = JSON.parse(readFileSync(new URL('../schemas/findings.schema.json', import.meta.url), 'utf8'))
    const validate = new Ajv2020({ strict: true }).compile(schema)
    expect(validate(JSON.parse(await print('json', text))), JSON.stringify(validate.errors)).toBe(true)
  })
})

describe('sarif', () => {
  it('keeps the schema of SARIF 2.1.0', async () => {
    const folder = require.resolve('@microsoft/jest-sarif').replace(/index\.js$/, '')
    const {
      $schema: _,
      id: __,
      ...schema
    } = JSON.parse(readFileSync(`${folder}schemas/sarif-2.1.0-rtm.5.json`, 'utf8'))
    const ajv = new Ajv({ strict: false, unicodeRegExp: false })
    ;(ajvFormats as unknown as (ajv: Ajv) => void)(ajv)
    const validate = ajv.compile(schema)
    const log = JSON.parse(await print('sarif'))
    expect(validate(log), JSON.stringify(validate.errors)).toBe(true)
    expect(validate({ ...log, version: '2.0.0' })).toBe(false)
    expect(log.runs[0].columnKind).toBe('utf16CodeUnits')
    const { uri } = log.runs[0].results[0].locations[0].physicalLocation.artifactLocation
    expect(decodeURIComponent(uri)).toBe(FILE)
    expect(new URL(uri, 'file:///a/').href).toBe(`file:///a/${uri}`)
  })
})

/** What junit-10.xsd of the Jenkins xUnit plugin asks for: element → parents, required attributes, other attributes. */
const JUNIT: Record<string, readonly [parents: string[], required: string[], allowed: string[]]> = {
  testsuites: [[''], [], ['name', 'time', 'tests', 'failures', 'errors']],
  testsuite: [
    ['testsuites', 'testsuite'],
    ['name', 'tests', 'failures', 'errors'],
    ['skipped', 'time', 'timestamp', 'hostname', 'id', 'group', 'package', 'file', 'log', 'url'],
  ],
  testcase: [['testsuite'], ['name'], ['time', 'classname', 'group']],
  failure: [['testcase'], [], ['message', 'type']],
  'system-out': [['testcase', 'testsuite'], [], []],
}

describe('junit', () => {
  it.each([TEXT, TEXT.split('---')[0]!.replace(' yaer: 2031,', '')])(
    'has the elements that readers know',
    async (text) => {
      const elements = elementsOf(await print('junit', text))
      for (const { name, attributes, parent } of elements) {
        const [parents, required, allowed] = JUNIT[name]!
        expect(parents).toContain(parent)
        expect(Object.keys(attributes)).toEqual(expect.arrayContaining(required))
        expect([...required, ...allowed]).toEqual(expect.arrayContaining(Object.keys(attributes)))
      }
      const suite = elements.find(({ name }) => name === 'testsuite')!
      expect(Number(suite.attributes['tests'])).toBe(elements.filter(({ name }) => name === 'testcase').length)
      expect(Number(suite.attributes['failures'])).toBe(elements.filter(({ name }) => name === 'failure').length)
    },
  )
})

describe('checkstyle', () => {
  it('is well-formed and gives back what was escaped', async () => {
    const errors = elementsOf(await print('checkstyle'))
    expect(errors.map(({ name }) => name)).toEqual(['checkstyle', 'file', 'error', 'error', 'error'])
    expect(errors[1]!.attributes['name']).toBe(FILE)
    expect(errors[4]!.attributes['message']).toContain('a<b>&"c": 50%, d\ufffd')
  })
})

describe('github', () => {
  it('escapes what would end a property or a command', async () => {
    const lines = (await print('github')).trimEnd().split('\n')
    expect(lines).toHaveLength(3)
    for (const line of lines) {
      const [, properties, message] = /^::error (.*?)::(.*)$/.exec(line)!
      expect(properties!.split(',').map((pair) => pair.split('=')[0])).toEqual([
        'file',
        'line',
        'endLine',
        'col',
        'endColumn',
        'title',
      ])
      expect(properties).toContain('file=计划/一%2C 50%25%3Aa.plan.yaml,')
      expect(message).not.toMatch(/%(?!25|0D|0A)/)
    }
  })
})

describe('gitlab', () => {
  it('keeps its fingerprints when lines are put in above, and has each once', async () => {
    const fingerprints = async (text: string) =>
      JSON.parse(await print('gitlab', text)).map(({ fingerprint }: { fingerprint: string }) => fingerprint)
    const before = await fingerprints(TEXT)
    expect(new Set(before).size).toBe(3)
    expect(await fingerprints(`# one line more\n${TEXT}`)).toEqual(before)
    const twice = `${TEXT.split('---')[0]}---\n${TEXT.split('---')[0]}`
    expect(new Set(await fingerprints(twice)).size).toBe(2)
  })
})

describe('pretty', () => {
  it('marks the place as a terminal shows it, also in a line of 10,000 characters', async () => {
    const long = TEXT.split('---')[0]!.replace('title: 要点', `title: ${'长'.repeat(10_000)}`)
    const [, line, mark] = (await print('pretty', long)).split('\n')
    expect(line!.length).toBeLessThan(250)
    const { columnsOf } = await import('../src/text/columns.js')
    expect(mark!.indexOf('^')).toBe(columnsOf(line!.slice(0, line!.indexOf('yaer'))))
  })
})
