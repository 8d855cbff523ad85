import { EXAMPLES, KEYS } from '../../data/generated/plan-keys.js'
import { type Violation, violations } from '../../data/generated/plan-schema.js'
import type { Path, Remark } from '../../types.js'
import { definitionAt } from '../plan/definition.js'
import { nearest } from './nearest.js'

/** `/sections/0/单位~1元` → ['sections', 0, '单位/元'] */
const pathOf = (pointer: string): Path =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part.replaceAll('~1', '/').replaceAll('~0', '~')))

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((at, part) => (at as Record<string | number, unknown> | undefined)?.[part], value)
}

const typeOf = (value: unknown) => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value)
const isEmpty = (value: unknown) =>
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (typeof value === 'object' && Object.keys(value).length === 0)

function unknownKey(path: Path, key: string, value: unknown): Remark {
  const present = Object.keys(valueAt(value, path) as object)
  const free = (KEYS[definitionAt(path)] ?? []).filter((known) => !present.includes(known))
  const expected = nearest(key, free)
  return { id: 'unknown-key', path: [...path, key], at: 'key', args: { key }, ...(expected && { expected }) }
}

function wrongValue(path: Path, found: unknown, allowed: readonly unknown[]): Remark {
  const near = nearest(String(found), allowed.map(String))
  const expected = near ?? allowed.map(String).join(', ')
  return { id: 'wrong-value', path, at: 'value', args: { found: String(found), allowed: allowed.join(', ') }, expected }
}

function wrongForm(path: Path, found: unknown): Remark {
  const example = EXAMPLES[`${definitionAt(path.slice(0, -1))}.${String(path.at(-1))}`]
  const expected = example === undefined ? undefined : JSON.stringify(example)
  return { id: 'wrong-form', path, at: 'value', args: { found: JSON.stringify(found) }, ...(expected && { expected }) }
}

function remarkOf({ instancePath, keyword, params }: Violation, value: unknown): Remark | undefined {
  const path = pathOf(instancePath)
  const found = valueAt(value, path)
  if (keyword === 'if' || keyword === 'anyOf') return undefined
  // An attachment is a title or a section: what is no object was meant for a title.
  if (keyword === 'type' && path.at(-2) === 'attachments') {
    const isSection = typeOf(found) === 'object'
    if (isSection === (params['type'] === 'string')) return undefined
  }
  if (keyword === 'additionalProperties') return unknownKey(path, String(params['additionalProperty']), value)
  if (keyword === 'required')
    return { id: 'missing-key', path, at: 'key', args: { keys: String(params['missingProperty']) } }
  if (keyword === 'false schema') return { id: 'value-and-range', path, at: 'key', args: {} }
  if (isEmpty(found)) return { id: 'empty-value', path, at: 'key', args: { key: String(path.at(-1)) } }
  if (keyword === 'type')
    return { id: 'wrong-type', path, at: 'value', args: { found: typeOf(found) }, expected: String(params['type']) }
  if (keyword === 'enum') return wrongValue(path, found, params['allowedValues'] as unknown[])
  if (keyword === 'const') return wrongValue(path, found, [params['allowedValue']])
  return wrongForm(path, found)
}

/** One remark a cause: the keys that one object lacks are one, and the key that a misspelt one stands for is not missing. */
function merge(remarks: readonly Remark[]): Remark[] {
  const out = new Map<string, Remark>()
  const meant = new Set(
    remarks.flatMap(({ id, path, expected }) =>
      id === 'unknown-key' && expected ? [[...path.slice(0, -1), expected].join('/')] : [],
    ),
  )
  for (const remark of remarks) {
    const key = `${remark.id} ${remark.path.join('/')}`
    const before = out.get(key)
    if (remark.id !== 'missing-key') out.set(key, before ?? remark)
    else if (!meant.has([...remark.path, remark.args['keys']].join('/'))) {
      const keys = before ? `${before.args['keys']}, ${remark.args['keys']}` : remark.args['keys']!
      out.set(key, { ...remark, args: { keys } })
    }
  }
  return [...out.values()]
}

/** What a value violates of the plan schema, one remark a cause; empty for a valid plan: `schemaErrors({})` → missing-key … */
export function schemaErrors(value: unknown): Remark[] {
  const remarks = violations(value).map((violation) => remarkOf(violation, value))
  return merge(remarks.filter((remark) => remark !== undefined))
}
