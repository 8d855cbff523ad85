import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5'
import type { Page } from '../src/types.js'

/** What a browser does not draw as text of the page, or draws to be clicked. */
const UNSHOWN =
  /^(?:script|style|noscript|template|head|title|rt|rp|select|textarea|button|nav|iframe|object|svg|audio|video|xml)$/
const HIDING = /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide/i

/** The text that a page shows, as parse5's own tree has it. */
function shownIn(node: Tree.Node): string {
  if ('value' in node) return node.value
  if (UNSHOWN.test(node.nodeName)) return ''
  const attributes = 'attrs' in node ? node.attrs : []
  const late = attributes.some(({ name, value }) => name === 'id' && value === 'js_content')
  const hides = attributes.some(({ name, value }) => name === 'hidden' || (name === 'style' && HIDING.test(value)))
  if (hides && !late) return ''
  return 'childNodes' in node ? node.childNodes.map(shownIn).join('') : ''
}

const countHan = (text: string) => {
  const counts = new Map<string, number>()
  for (const c of text.replace(/[^\u4e00-\u9fff]/g, '')) counts.set(c, (counts.get(c) ?? 0) + 1)
  return counts
}

/** The Han characters that a page shows more often than what was read of it, text or named as left out, holds them. */
export function lostOf(html: string, page: Page): string[] {
  const kept = countHan([page.text, ...(page.left ?? [])].join(''))
  return [...countHan(shownIn(parse(html)))].filter(([c, count]) => count > (kept.get(c) ?? 0)).map(([c]) => c)
}
