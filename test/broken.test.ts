import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { RULES } from '../src/check/index.js'
import { check } from '../src/check.js'

const FOLDER = new URL('../fixtures/check/broken/', import.meta.url)
/** One edit of a good plan, and the one finding it must give. */
interface Case {
  base: string
  from: string
  to: string
  finds: string
}
const cases: Case[] = parse(readFileSync(new URL('cases.yaml', FOLDER), 'utf8'))
const bases = new Map(
  readdirSync(FOLDER)
    .filter((name) => name.includes('.plan.'))
    .map((name) => [name.split('.')[0]!, readFileSync(new URL(name, FOLDER), 'utf8')]),
)

const places = async (text: string) =>
  (await check(text, { file: 'a.plan.yaml', lang: 'en' })).map(
    ({ line, column, ruleId }) => `${line}:${column} ${ruleId}`,
  )

describe('a good plan', () => {
  it.each([...bases])('%s has no finding', async (_, text) => expect(await places(text)).toEqual([]))
})

describe('a broken plan', () => {
  it.each(cases)('$finds: $to', async ({ base, from, to, finds }) => {
    const text = bases.get(base)!
    expect(text).toContain(from)
    expect(await places(text.replace(from, () => to))).toEqual([finds])
  })

  it('stands for every rule of the schema and every rule of the field', () => {
    expect(cases.length).toBeGreaterThanOrEqual(150)
    const broken = new Set(cases.map(({ finds }) => finds.split(' ')[1]))
    const elsewhere = ['comparator-change', 'empty-section', 'indicator-conflict', 'level-order', 'sum', 'two-leads']
    for (const { id } of RULES) if (!elsewhere.includes(id)) expect(broken).toContain(id)
    for (const id of ['unknown-key', 'missing-key', 'wrong-type', 'wrong-value', 'wrong-form', 'empty-value'])
      expect(broken).toContain(id)
  })
})
