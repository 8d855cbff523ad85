import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { RULES } from '../src/check/index.js'
import { check } from '../src/check.js'
import { lineStarts, placeOf } from '../src/text/place.js'
import { unmark } from './marks.js'
import { golden, NOTICES, UPDATE } from './notices.js'

const FOLDER = new URL('../fixtures/check/rules/', import.meta.url)
const SOURCE = `{ mediaType: text/plain, encoding: utf-8, sha256: "${'0'.repeat(64)}" }`

const indent = (text: string, by: number) => text.replace(/^(?=.)/gm, ' '.repeat(by))

/** A whole plan around the part of one that a fixture writes: a document, sections, tasks, or the facts of one task. */
function wrap(part: string): string {
  const head = `planVersion: "1"\ndocument:\n  source: ${SOURCE}\n`
  if (part.startsWith('document:\n')) {
    const rest = part.slice('document:\n'.length)
    const own = /^(?: .*\n?)*/.exec(rest)![0]
    return `planVersion: "1"\ndocument:\n${own.replace(/\n?$/, '\n')}  source: ${SOURCE}\n${rest.slice(own.length)}`
  }
  if (/^(?:sections|preamble):/.test(part)) return head + part
  if (part.startsWith('tasks:')) return `${head}preamble:\n${indent(part, 2)}`
  const quotes = [...part.matchAll(/quote: ([^,}]+)/g)].map((match) => match[1]!.trim())
  return `${head}preamble:\n  tasks:\n    - id: 0.t1\n      text: ${quotes.join('；')}。\n      span: [0, 500]\n${indent(part, 6)}`
}

/** What is found in a part of a plan and what its ⟦marks⟧ say must be found, as `line:column-column rule`. */
async function compare(part: string, id: string) {
  const { text, spans } = unmark(wrap(part))
  const starts = lineStarts(text)
  const expected = spans.map(({ start, end }) => {
    const { line, column } = placeOf(starts, start)
    return `${line}:${column}-${column + end - start} ${id}`
  })
  const findings = await check(text, { file: 'a.plan.yaml', lang: 'zh' })
  const found = findings.map(({ line, column, endColumn, ruleId }) => `${line}:${column}-${endColumn} ${ruleId}`)
  return { found, expected }
}

describe.each(RULES)('$id', ({ id, sentence, why, basis }) => {
  const { fails, passes } = parse(readFileSync(new URL(`${id}.yaml`, FOLDER), 'utf8'))
  it.each(fails as string[])('finds %s', async (part) => {
    const { found, expected } = await compare(part, id)
    expect(expected).not.toEqual([])
    expect(found).toEqual(expected)
  })
  it.each(passes as string[])('finds nothing in %s', async (part) => {
    expect((await compare(part, id)).found.filter((one) => one.endsWith(` ${id}`))).toEqual([])
  })
  it('says what, on which ground and why, in two languages', () => {
    for (const [zh, en] of [sentence, why, basis]) {
      expect(zh).toMatch(/[一-龥]/)
      expect(en).toMatch(/[a-z]{3}/)
      expect(en.match(/\{\w+\}/g)?.sort()).toEqual(zh.match(/\{\w+\}/g)?.sort())
    }
  })
})

it('has a fixture for every rule and a rule for every fixture', () => {
  expect(readdirSync(FOLDER).sort()).toEqual(RULES.map(({ id }) => `${id}.yaml`).sort())
  expect(readdirSync(new URL('../src/check/', import.meta.url)).filter((name) => name.endsWith('.ts'))).toEqual(
    [...RULES.map(({ id }) => `${id}.ts`), 'index.ts'].sort(),
  )
})

it('finds in the plans of the samples only what their notices really say', async () => {
  const lines: string[] = []
  for (const { slug, folder } of NOTICES) {
    const file = `${slug}/plan.yaml`
    for (const { line, column, severity, reason, ruleId } of await check(readFileSync(`${folder}plan.yaml`, 'utf8'), {
      file,
      lang: 'zh',
    }))
      lines.push(`${file}:${line}:${column} ${severity} ${reason} ${ruleId}\n`)
  }
  const url = new URL('../fixtures/check/notices.txt', import.meta.url)
  if (UPDATE) writeFileSync(url, lines.join(''))
  expect(lines.join('')).toBe(golden(url.pathname, lines.join('')))
})
