import { isDeepStrictEqual } from 'node:util'
import type { Plan } from '../../types.js'
import { openText } from '../document/open.js'
import { viewOf } from '../plan/view.js'
import { schemaErrors } from '../schema/errors.js'
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

/** Puts the keys of every map in order, the outer ones first. */
async function inOrder(text: string, allows: Allows): Promise<string> {
  let out = text
  for (let round = 0; round < ROUNDS; round++) {
    const { documents } = await openText(out)
    const patches = documents.flatMap(({ document }) => orderPatches(document, out, allows))
    if (patches.length === 0) return out
    out = patch(out, patches)
  }
  return out
}

const valuesOf = async (text: string) => (await openText(text)).documents.map(({ value }) => value)

/**
 * Mends what is certain in the text of a plan file and nothing else: values by patches at their places, the order of
 * keys by moving lines, so that comments and layout stay. What cannot be mended without a change of meaning stays.
 */
export async function applyFixes(content: string, allows: Allows): Promise<string> {
  const mark = content.startsWith('\ufeff') ? '\ufeff' : ''
  const text = content.slice(mark.length)
  const { documents, faults } = await openText(text)
  if (faults.length > 0 || documents.some(({ value }) => schemaErrors(value).length > 0)) return content
  const patched = patch(
    text,
    documents.flatMap(({ document, value }) => scalarPatches(document, viewOf(value as Plan), allows)),
  )
  const before = await valuesOf(patched)
  if (before.length !== documents.length || before.some((value) => schemaErrors(value).length > 0)) return content
  const ordered = await inOrder(patched, allows)
  return mark + (isDeepStrictEqual(await valuesOf(ordered), before) ? ordered : patched)
}
