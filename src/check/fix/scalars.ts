import { type Document, isScalar } from 'yaml'
import { narrowed } from '../../text/width.js'
import type { Path, PlanView, Span } from '../../types.js'
import { nodeAt } from '../document/locate.js'
import { numbersOf, standardForm } from '../plan/number.js'
import { eachText } from '../plan/view.js'

/** A piece of a text and what is to stand there. */
export interface Patch extends Span {
  readonly after: string
}

/** Which places a fix may touch: rule and path of what was found and not silenced. */
export type Allows = (rule: string, path: Path) => boolean

const KEEPS = /^[\p{Script=Han}\d《“][^:#,[\]{}&*!|>'"%@`\n\\]*$/u

/** A scalar's new text in the quotes that it had. */
function quoted(value: string, type: string | null | undefined): string {
  if (type === 'QUOTE_SINGLE') return `'${value.replaceAll("'", "''")}'`
  return type === 'PLAIN' && KEEPS.test(value) && !/^[\d.]*$/.test(value) ? value : JSON.stringify(value)
}

/** The text values that are certain: half-width letters and digits, document numbers in the standard form. */
function valuesOf(view: PlanView, allows: Allows): Map<string, [Path, string]> {
  const values = new Map<string, [Path, string]>()
  eachText(view.plan, (text, path) => {
    const plain = narrowed(text)
    if (plain !== text && allows('width', path)) values.set(path.join('/'), [path, plain])
  })
  for (const { number, path: at } of numbersOf(view)) {
    const path = [...at, 'text']
    if (!allows('number-form', path) && !allows('number-serial', path)) continue
    const standard = standardForm(number.text)
    if (standard !== undefined && standard !== number.text) values.set(path.join('/'), [path, standard])
  }
  return values
}

/** Ids by position: the sections and tasks that are behind a wrong one follow it. */
function idsOf(view: PlanView): [Path, string][] {
  const ids = new Map<string, string>()
  const out: [Path, string][] = []
  for (const { section, path } of view.sections) {
    const outer = ids.get(path.slice(0, -2).join('/'))
    const before = outer !== undefined ? `${outer}.` : path.at(-2) === 'attachments' ? 'a' : ''
    const id = `${before}${Number(path.at(-1)) + 1}`
    ids.set(path.join('/'), id)
    if (section.id !== id) out.push([[...path, 'id'], id])
  }
  for (const { task, path } of view.tasks) {
    const id = `${ids.get(path.slice(0, -2).join('/')) ?? '0'}.t${Number(path.at(-1)) + 1}`
    if (task.id !== id) out.push([[...path, 'id'], id])
  }
  return out
}

/** The patches that put values of a plan right; what is no plain scalar is left alone. */
export function scalarPatches(document: Document, view: PlanView, allows: Allows): Patch[] {
  const wanted = [...valuesOf(view, allows).values(), ...(allows('id-order', []) ? idsOf(view) : [])]
  const patches = new Map<number, Patch>()
  for (const [path, value] of wanted) {
    const node = nodeAt(document, path)
    if (!isScalar(node) || !node.range || !/^(?:PLAIN|QUOTE_)/.test(node.type ?? '')) continue
    const [start, end] = node.range
    patches.set(start, { start, end, after: quoted(value, node.type) })
  }
  return [...patches.values()]
}
