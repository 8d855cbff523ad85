import { isDeepStrictEqual } from 'node:util'
import type { Plan } from '../../types.js'
import { readText } from '../document/read.js'
import { viewOf } from '../plan/view.js'
import { schemaErrors } from '../schema/errors.js'
import { createSilenced } from '../silence/comments.js'
import { orderPatches } from './order.js'
import { type Allows, type Patch, scalarPatches } from './scalars.js'

/** Maps lie in maps at most so deep. */
const ROUNDS = 40

function patch(text: string, patches: readonly Patch[]): string {
  let out = text
  for (const { start, end, after } of [...patches].sort((a, b) => b.start - a.start))
    out = out.slice(0, start) + after + out.slice(end)
  return out
}

/** The documents of a text as the `yaml` package keeps them, with all their comments. */
async function documentsOf(text: string) {
  const { parseAllDocuments } = await import('yaml')
  const documents = parseAllDocuments(text, { logLevel: 'silent' })
  return Array.isArray(documents) ? documents : []
}

async function allowsIn(text: string, rules: ReadonlySet<string>): Promise<Allows> {
  const isSilenced = createSilenced(text, (await readText(text)).words)
  return (rule, offset) => rules.has(rule) && !isSilenced(rule, offset)
}

/** Puts the keys of every map in order, the outer ones first. */
async function inOrder(text: string, rules: ReadonlySet<string>): Promise<string> {
  let out = text
  for (let round = 0; round < ROUNDS; round++) {
    const allows = await allowsIn(out, rules)
    const patches = (await documentsOf(out)).flatMap((document) => orderPatches(document, out, allows))
    if (patches.length === 0) return out
    out = patch(out, patches)
  }
  return out
}

const valuesOf = async (text: string) => (await readText(text)).documents.map(({ value }) => value)
const areWhole = (values: readonly unknown[]) => values.every((value) => schemaErrors(value).length === 0)

/**
 * Mends what some rules find in the text of a plan file, where it is certain: values by patches at their places, the
 * order of keys by moving lines, so that comments and layout stay. What a comment silences stays, and so does a text
 * that the schema does not find whole.
 */
export async function applyFixes(content: string, rules: ReadonlySet<string>): Promise<string> {
  const mark = content.startsWith('\ufeff') ? '\ufeff' : ''
  const text = content.slice(mark.length)
  const { documents, faults } = await readText(text)
  const values = documents.map(({ value }) => value)
  const trees = await documentsOf(text)
  if (faults.length > 0 || trees.length !== values.length || !areWhole(values)) return content
  const allows = await allowsIn(text, rules)
  const patched = patch(
    text,
    trees.flatMap((tree, i) => scalarPatches(tree, viewOf(values[i] as Plan), allows)),
  )
  const before = await valuesOf(patched)
  if (before.length !== values.length || !areWhole(before)) return content
  const ordered = await inOrder(patched, rules)
  return mark + (isDeepStrictEqual(await valuesOf(ordered), before) ? ordered : patched)
}
