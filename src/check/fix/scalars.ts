import { type Document, isAlias, isMap, isScalar, isSeq } from 'yaml'
import { narrowed } from '../../text/width.js'
import type { Path, PlanSection, PlanView, Span } from '../../types.js'
import { numbersOf, standardForm } from '../plan/number.js'
import { eachText } from '../plan/view.js'

/** A piece of a text and what is to stand there. */
export interface Patch extends Span {
  readonly after: string
}

/** Tells whether what a rule finds at an offset is to be mended. */
export type Allows = (rule: string, offset: number) => boolean

/** A value that is to stand at a path. */
type Wanted = readonly [path: Path, value: string]

const KEEPS = /^[\p{Script=Han}\d《“][^:#,[\]{}&*!|>'"%@`\n\\]*$/u

/** A scalar's new text in the quotes that it had. */
function quoted(value: string, type: string | null | undefined): string {
  if (type === 'QUOTE_SINGLE') return `'${value.replaceAll("'", "''")}'`
  return type === 'PLAIN' && KEEPS.test(value) && !/^[\d.]*$/.test(value) ? value : JSON.stringify(value)
}

/** The text values that are certain: half-width letters and digits, document numbers in the standard form. */
function textsOf(view: PlanView, allows: (rule: string, path: Path) => boolean): Wanted[] {
  const wanted: Wanted[] = []
  eachText(view.plan, (text, pathOf) => {
    const plain = narrowed(text)
    if (plain !== text && allows('width', pathOf())) wanted.push([pathOf(), plain])
  })
  for (const { number, path: at } of numbersOf(view)) {
    const path = [...at, 'text']
    const standard = standardForm(number.text)
    if (standard === undefined || standard === number.text) continue
    if (allows('number-form', path) || allows('number-serial', path)) wanted.push([path, standard])
  }
  return wanted
}

/** Ids by position: sections and tasks inside a wrong one follow it; a list with a silenced wrong id stays as it is. */
function idsOf({ plan }: PlanView, allows: (rule: string, path: Path) => boolean): Wanted[] {
  const wanted: Wanted[] = []
  type Item = { readonly id: string } | string
  const number = (items: readonly Item[] = [], path: Path, prefix: string): readonly string[] => {
    const ids = items.map((_, i) => `${prefix}${i + 1}`)
    const wrong = items.flatMap((item, i) => (typeof item === 'string' || item.id === ids[i] ? [] : [i]))
    if (!wrong.every((i) => allows('id-order', [...path, i, 'id'])))
      return items.map((item) => (typeof item === 'string' ? '' : item.id))
    for (const i of wrong) wanted.push([[...path, i, 'id'], ids[i]!])
    return ids
  }
  const walk = (sections: readonly (PlanSection | string)[] = [], path: Path, prefix: string) => {
    const ids = number(sections, path, prefix)
    for (const [i, section] of sections.entries()) {
      if (typeof section === 'string') continue
      number(section.tasks, [...path, i, 'tasks'], `${ids[i]}.t`)
      walk(section.sections, [...path, i, 'sections'], `${ids[i]}.`)
    }
  }
  number(plan.preamble?.tasks, ['preamble', 'tasks'], '0.t')
  walk(plan.sections, ['sections'], '')
  walk(plan.document.attachments, ['document', 'attachments'], 'a')
  return wanted
}

/** The node at a path; an alias is followed to its anchor. */
function nodeAt(document: Document, path: Path): unknown {
  return path.reduce<unknown>((at, part) => {
    const node = isAlias(at) ? at.resolve(document) : at
    return isMap(node) || isSeq(node) ? node.get(part, true) : undefined
  }, document.contents)
}

/** The patches that put values of a plan right; what is no plain scalar is left alone. */
export function scalarPatches(document: Document, view: PlanView, allows: Allows): Patch[] {
  const scalarAt = (path: Path) => {
    const node = nodeAt(document, path)
    return isScalar(node) && node.range && /^(?:PLAIN|QUOTE_)/.test(node.type ?? '') ? node : undefined
  }
  const allowsAt = (rule: string, path: Path) => {
    const start = scalarAt(path)?.range?.[0]
    return start !== undefined && allows(rule, start)
  }
  const patches = new Map<number, Patch>()
  for (const [path, value] of [...textsOf(view, allowsAt), ...idsOf(view, allowsAt)]) {
    const { range, type } = scalarAt(path)!
    const [start, end] = range!
    patches.set(start, { start, end, after: quoted(value, type) })
  }
  return [...patches.values()]
}
