// src/data/generated/plan-schema.ts: schemas/plan.schema.json as a function, compiled by ajv without `new Function` at run time.
import { readFileSync, writeFileSync } from 'node:fs'
import Ajv from 'ajv/dist/2020.js'
import standalone from 'ajv/dist/standalone/index.js'

/** Definition → its keys in order: what `--fix` and the suggestions of near keys read. */
function keysOf(schema) {
  const all = [['plan', schema], ['preamble', schema.properties.preamble], ...Object.entries(schema.$defs)]
  all.push(['cover', schema.$defs.document.properties.cover])
  return Object.fromEntries(
    all.filter(([, def]) => def.properties).map(([name, def]) => [name, Object.keys(def.properties)]),
  )
}

/** The schema as it is compiled: without the words that only people read. */
const bare = (value) =>
  JSON.parse(JSON.stringify(value), (_key, part) => {
    if (part && typeof part === 'object' && typeof part.description === 'string') {
      const { description: _d, examples: _e, ...rest } = part
      return rest
    }
    return part
  })

/** Definition → key → the example of its description. */
function examplesOf(schema) {
  const all = {
    plan: schema,
    preamble: schema.properties.preamble,
    ...schema.$defs,
    cover: schema.$defs.document.properties.cover,
  }
  const example = (property) => (property.$ref ? schema.$defs[property.$ref.slice(8)] : property).examples?.[0]
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, def]) =>
      Object.entries(def.properties ?? {})
        .filter(([, property]) => example(property) !== undefined)
        .map(([key, property]) => [`${name}.${key}`, example(property)]),
    ),
  )
}

export default function () {
  const text = readFileSync(new URL('../../schemas/plan.schema.json', import.meta.url), 'utf8')
  const schema = JSON.parse(text)
  const ajv = new Ajv({
    allErrors: true,
    strict: true,
    strictRequired: false,
    verbose: false,
    unicodeRegExp: true,
    code: { source: true, esm: true, lines: true },
  })
  const code = standalone.default(ajv, ajv.compile(bare(schema)))
  if (/\brequire\(|\bimport\b/.test(code)) throw new Error('the compiled schema must not import anything')
  const body = code
    .replace('"use strict";', '')
    .replace(/^export const validate = /m, 'const validate = ')
    .replace(/^export default .*$/m, '')
  const name = /export default (\w+)/.exec(code)[1]
  const folder = new URL('../../src/data/generated/', import.meta.url)
  writeFileSync(
    new URL('plan-schema.ts', folder),
    `// @ts-nocheck\n// Written by \`npm run gen\` from schemas/plan.schema.json with ajv (MIT).\n${body}
/** One violated keyword, as ajv reports it. */
export interface Violation {
  readonly instancePath: string
  readonly schemaPath: string
  readonly keyword: string
  readonly params: Readonly<Record<string, unknown>>
}

/** What a value violates of the plan schema, in the order of the schema; empty for a valid plan. */
export function violations(value: unknown): readonly Violation[] {
  return ${name}(value) ? [] : ${name}.errors
}
`,
  )
  writeFileSync(
    new URL('plan-keys.ts', folder),
    `// Written by \`npm run gen\` from schemas/plan.schema.json.
/** The keys of every object of a plan, in their order. */
export const KEYS: Readonly<Record<string, readonly string[]>> = ${JSON.stringify(keysOf(schema), null, 2)}
/** Object and key → an example of its value. */
export const EXAMPLES: Readonly<Record<string, unknown>> = ${JSON.stringify(examplesOf(schema), null, 2)}
`,
  )
  writeFileSync(
    new URL('schema-id.ts', folder),
    `// Written by \`npm run gen\` from schemas/plan.schema.json.
/** Where the JSON Schema of plans is published; a plan's first line points editors there. */
export const SCHEMA_ID = '${schema.$id}'
`,
  )
  writeFileSync(
    new URL('schema-text.ts', folder),
    `// Written by \`npm run gen\` from schemas/plan.schema.json.
/** The JSON Schema of plans, as it is published. */
export const SCHEMA_TEXT = ${JSON.stringify(text)}
`,
  )
}
