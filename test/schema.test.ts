import { readdirSync, readFileSync } from 'node:fs'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { schemaErrors } from '../src/check/schema/errors.js'
import { SCHEMA_ID } from '../src/data/generated/schema-id.js'

const ROOT = new URL('../', import.meta.url)
const schema = JSON.parse(readFileSync(new URL('schemas/plan.schema.json', ROOT), 'utf8'))

/** Interface of types.ts → definition of the schema. */
const SAME = {
  Plan: schema,
  PlanDocument: schema.$defs.document,
  PlanSource: schema.$defs.source,
  PlanSection: schema.$defs.section,
  Task: schema.$defs.task,
  DocumentNumber: schema.$defs.number,
  Indicator: schema.$defs.indicator,
  Reference: schema.$defs.reference,
  Deadline: schema.$defs.deadline,
  Responsible: schema.$defs.responsible,
}
/** What every fact has beside its own fields. */
const EVIDENCE = ['quote', 'span']
const FACTS = ['Indicator', 'Reference', 'Deadline', 'Responsible']

const source = ts.createSourceFile('types.ts', readFileSync(new URL('src/types/plan.ts', ROOT), 'utf8'), 99)

/** The members of an interface: name → required or not. */
function membersOf(name: string): Record<string, boolean> {
  const found = source.statements.find((node) => ts.isInterfaceDeclaration(node) && node.name.text === name)
  const members = (found as ts.InterfaceDeclaration).members as ts.NodeArray<ts.PropertySignature>
  return Object.fromEntries(members.map((member) => [member.name.getText(source), !member.questionToken]))
}

describe('the schema and the types', () => {
  it.each(Object.entries(SAME))('agree on %s', (name, definition) => {
    const members = membersOf(name)
    const evidence = FACTS.includes(name) ? EVIDENCE : []
    expect(Object.keys(definition.properties).sort()).toEqual([...Object.keys(members), ...evidence].sort())
    const required = Object.keys(members).filter((key) => members[key])
    expect([...definition.required].sort()).toEqual([...required, ...evidence].sort())
    expect(definition.additionalProperties).toBe(false)
  })

  it('describe every field in Chinese and English', () => {
    for (const [name, definition] of Object.entries(SAME))
      for (const [key, property] of Object.entries<{ description?: string }>(definition.properties))
        expect(property.description, `${name}.${key}`).toMatch(/[一-龥].* \/ .*[a-z]/)
  })

  it('give the address that plans name', () => {
    expect(schema.$id).toBe(SCHEMA_ID)
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema')
  })
})

describe('the compiled schema', () => {
  const plans = readdirSync(new URL('fixtures/notices/', ROOT)).filter((name) => !name.includes('.'))
  it.each(plans)('accepts the plan of %s', (name) => {
    const text = readFileSync(new URL(`fixtures/notices/${name}/plan.yaml`, ROOT), 'utf8')
    expect(schemaErrors(parse(text))).toEqual([])
  })

  it('makes no code when it runs', () => {
    const text = readFileSync(new URL('src/data/generated/plan-schema.ts', ROOT), 'utf8')
    expect(text).not.toMatch(/new Function|eval\(|require\(|^import/m)
  })

  const plan = (indicator: object) => ({
    planVersion: '1',
    document: { source: { mediaType: 'text/plain', encoding: 'utf-8', sha256: '0'.repeat(64) } },
    sections: [
      {
        id: '1',
        style: '一、',
        span: [0, 9],
        tasks: [{ id: '1.t1', text: '床位达到5张。', span: [0, 7], indicators: [indicator] }],
      },
    ],
  })
  const good = {
    name: '床位',
    comparator: '>=',
    value: 5,
    unit: '张',
    status: 'target',
    quote: '床位达到5张',
    span: [0, 6],
  }
  const without = (key: string) => Object.fromEntries(Object.entries(good).filter(([name]) => name !== key))
  const ids = (indicator: object) => schemaErrors(plan(indicator)).map(({ id, expected }) => [id, expected])

  it('gives one remark a cause, with what was meant', () => {
    expect(ids(good)).toEqual([])
    expect(ids({ ...without('status'), statuss: 'target' })).toEqual([['unknown-key', 'status']])
    expect(ids({ ...good, status: 'targets' })).toEqual([['wrong-value', 'target']])
    expect(ids({ ...good, scope: null })).toEqual([['empty-value', undefined]])
    expect(ids({ ...good, value: '5' })).toEqual([['wrong-type', 'number']])
    expect(ids({ ...good, time: '2031年底' })).toEqual([['wrong-form', '"../2031-12-31"']])
    expect(ids({ ...good, min: 1, max: 2 })).toEqual([['value-and-range', undefined]])
    expect(ids(without('value'))).toEqual([['missing-key', undefined]])
    expect(ids({ ...without('value'), comparator: 'range' })).toEqual([['missing-key', undefined]])
  })
})
