import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { check } from '../src/check.js'

const options = { file: 'a.plan.yaml', lang: 'en' } as const
const GOOD = `# yaml-language-server: $schema=https://policyplan.dev/schemas/plan-1.schema.json
planVersion: "1"
document:
  title: 2031年某某区基层卫生工作要点
  source:
    mediaType: text/plain
    encoding: utf-8
    sha256: ${'0a'.repeat(32)}
sections:
  - id: "1"
    style: 一、
    title: 𠮷祥村的基础
    span: [0, 9]
    tasks:
      - id: 1.t1
        text: 床位达到5张。
        span: [0, 7]
`
const places = async (text: string) =>
  (await check(text, options)).map(({ line, column, ruleId }) => `${line}:${column} ${ruleId}`)

describe('check', () => {
  it('finds nothing in a good plan, in YAML and in JSON', async () => {
    const { parse } = await import('yaml')
    expect(await places(GOOD)).toEqual([])
    expect(await places(JSON.stringify(parse(GOOD), null, '\t'))).toEqual([])
    expect(await places(`\ufeff${GOOD.replaceAll('\n', '\r\n')}`)).toEqual([])
  })

  it.each([
    ['a misspelt key', 'mediaType:', 'mediatype:', ['6:5 unknown-key']],
    ['a missing key', '    style: 一、\n', '', ['10:5 missing-key']],
    [
      'a value of another list',
      '        span: [0, 7]\n',
      '        span: [0, 7]\n        modality: shall\n',
      ['18:19 wrong-value'],
    ],
    ['an empty value', 'title: 2031年某某区基层卫生工作要点', 'title: ""', ['4:3 empty-value']],
    ['a null', 'title: 2031年某某区基层卫生工作要点', 'title:', ['4:3 empty-value']],
    ['a wrong type', 'span: [0, 7]', 'span: "0, 7"', ['17:15 wrong-type']],
    ['a span of three numbers', 'span: [0, 7]', 'span: [0, 7, 9]', ['17:15 wrong-form']],
    ['an older format', 'planVersion: "1"', 'planVersion: "0"', ['2:14 plan-version']],
    [
      'a key written twice',
      '    encoding: utf-8\n',
      '    encoding: utf-8\n    encoding: utf-8\n',
      ['8:5 duplicate-key'],
    ],
    ['broken YAML', 'title: 2031年', 'title: [2031年', ['5:3 yaml-syntax']],
    ['a tab as indentation', '  title: 2031', '\ttitle: 2031', ['4:1 yaml-syntax']],
  ])('gives %s its place', async (_, before, after, expected) => {
    expect(GOOD).toContain(before)
    expect(await places(GOOD.replace(before, after))).toEqual(expected)
  })

  it('counts columns in UTF-16 units behind astral characters', async () => {
    const text = GOOD.replace('title: 𠮷祥村的基础', '{ title: 𠮷祥村, titel: 基础 }').replace(
      /sections:[\s\S]*/,
      'preamble: { tasks: [ { id: 0.t1, text: 𠮷祥村, span: [0, 3], txt: 基础 } ] }\n',
    )
    expect(await places(text)).toEqual([`9:${text.split('\n')[8]!.indexOf('txt') + 1} unknown-key`])
  })

  it('lets no comment silence what the schema demands', async () => {
    const text = GOOD.replace('  title: 2031', '  # policyplan-disable-next-line unknown-key\n  titel: 2031')
    expect(await places(text)).toEqual(['5:3 unknown-key'])
  })

  it('reads every document of a file', async () => {
    expect(await places(`${GOOD}---\n${GOOD.replace('style:', 'stile:')}`)).toEqual(['29:5 unknown-key'])
  })

  it.each([
    ['', 'not-a-plan'],
    ['[]', 'not-a-plan'],
    ['version: 3', 'not-a-plan'],
    ['- '.repeat(100_000), 'too-deep'],
    ['['.repeat(100_000), 'too-deep'],
    [
      `${'a: &a [x,x,x,x,x,x,x,x,x]\n'}${[...'bcdefgh'].map((c, i) => `${c}: &${c} [${`*${'abcdefg'[i]},`.repeat(9)}]\n`).join('')}`,
      'alias-bomb',
    ],
  ])('says what is wrong with hostile text', async (text, rule) => {
    expect((await check(text, options)).map(({ ruleId }) => ruleId)).toEqual([rule])
  })

  it('says what was meant', async () => {
    const [finding] = await check(GOOD.replace('encoding:', 'encodng:'), options)
    expect(finding).toMatchObject({ expected: 'encoding', text: '    encodng: utf-8', endColumn: 12 })
  })

  it('follows an alias to its anchor', async () => {
    const source = { mediaType: 'text/plain', encoding: 'utf-8', sha256: '1' }
    const text = stringify({ planVersion: '1', document: { source } }).replace('source:', 'source: &s')
    expect(await places(text)).toEqual(['6:13 wrong-form'])
  })

  it('accepts what the samples give', async () => {
    const plan = readFileSync(new URL('../fixtures/notices/articles/plan.yaml', import.meta.url), 'utf8')
    expect(await places(plan)).toEqual([])
  })
})
