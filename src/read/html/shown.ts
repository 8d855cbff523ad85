import { BLOCK, UNSHOWN } from './tags.js'
import { attributeOf, type Node } from './tree.js'

const HIDING = /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all/i
/** What most styles do not say is looked for first. */
const MAY_HIDE = /none|hidden|hide/i

/** The body of a message of an official account is hidden until its script has run. */
const LATE = 'js_content'

/** Whether a reader of the page never sees the element: scripts, ruby glosses, `display:none`. */
export function hides(node: Node): boolean {
  if (node.kind & UNSHOWN) return true
  for (const { name, value } of node.attributes)
    if (name === 'hidden' || (name === 'style' && MAY_HIDE.test(value) && HIDING.test(value)))
      return attributeOf(node, 'id') !== LATE
  return false
}

export const isBlock = (node: Node) => (node.kind & BLOCK) !== 0

/** The visible text below an element on one line: a header cell, a link. */
export function textOf(node: Node): string {
  if (node.tag === '') return node.text
  if (node.hidden) return ''
  let text = ''
  for (const child of node.children) text += textOf(child)
  return isBlock(node) || node.tag === 'br' ? ` ${text} ` : text
}
