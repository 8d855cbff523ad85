import type { Node } from './tree.js'

const names = (list: string) => new Set(list.split(' '))

/** What a browser does not show as text, or shows only to be clicked. */
const UNSHOWN = names(
  'script style noscript template head title meta link rt rp iframe object embed svg canvas select option textarea input button audio video map nav',
)
const BLOCKS = names(
  'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section summary table caption tbody thead tfoot tr td th ul ucapcontent ucaptitle',
)
const HIDING = /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all/i

/** Whether a reader of the page never sees the element: scripts, ruby glosses, `display:none`. */
export function hides(node: Node): boolean {
  if (UNSHOWN.has(node.tag)) return true
  for (const { name, value } of node.attributes)
    if (name === 'hidden' || (name === 'style' && value.length > 10 && HIDING.test(value))) return true
  return false
}

export const isBlock = (node: Node) => BLOCKS.has(node.tag)

/** The visible text below an element on one line: a header cell, a link. */
export function textOf(node: Node): string {
  if (node.tag === '') return node.text
  if (node.hidden) return ''
  let text = ''
  for (const child of node.children) text += textOf(child)
  return isBlock(node) || node.tag === 'br' ? ` ${text} ` : text
}
