import { hides, isBlock } from './shown.js'
import { HOLDER } from './tags.js'
import { attributeOf, type Node } from './tree.js'

/** Where the content systems of government sites put the body, the surest first. */
const CONTAINERS: readonly (readonly [by: 'tag' | 'id' | 'class', name: string])[] = [
  ['tag', 'ucapcontent'],
  ['id', 'ucap-content'],
  ['id', 'js_content'],
  ['id', 'pressrelease'],
  ['class', 'trs_editor'],
  ['class', 'trs_ueditor'],
  ['id', 'zoom'],
  ['class', 'pages_content'],
  ['class', 'article-content'],
  ['class', 'article_content'],
  ['class', 'artical_content'],
  ['class', 'v_news_content'],
  ['id', 'vsb_content'],
  ['id', 'ivs_content'],
  ['class', 'article-con'],
  ['class', 'xxgk-content'],
]
/** Such a sign ends a sentence or parts one; a colon alone follows a label. */
const PROSE = /[，。；]/

interface Sum {
  length: number
  stops: boolean
}

/** Gives each element the number of characters of prose below it: lines with punctuation, links not counted. */
export function weigh(node: Node, line: Sum = { length: 0, stops: false }): number {
  if (node.tag === '') {
    const text = node.text.trim()
    line.length += text.length
    line.stops ||= PROSE.test(text)
    return 0
  }
  node.hidden = hides(node)
  if (node.hidden) return 0
  const link = node.tag === 'a'
  const own = link || node.container >= 0 || isBlock(node) ? { length: 0, stops: false } : line
  let weight = 0
  for (const child of node.children) {
    weight += weigh(child, own)
    if (child.holdsTable || child.tag === 'table') node.holdsTable = true
  }
  if (own !== line && !link && own.stops && own.length >= 12) weight += own.length
  node.weight = weight
  return weight
}

/**
 * The elements that hold the body: a known container that has most of the prose, else the smallest element that does.
 * `noticed` holds all containers of the page.
 */
export function findBody(root: Node, noticed: readonly Node[], fragment: boolean): Node[] {
  const found = CONTAINERS.map((): Node[] => [])
  for (const node of noticed) {
    const nodes = found[node.container]
    if (nodes && node.weight > 0 && !isInside(node, nodes)) nodes.push(node)
  }
  const most = found.find((nodes) => nodes.reduce((sum, node) => sum + node.weight, 0) * 2 > root.weight)
  if (most) return most
  return [fragment ? root : densest(root)]
}

function isInside(node: Node, others: readonly Node[]): boolean {
  for (let up = node.parent; up; up = up.parent) if (others.includes(up)) return true
  return false
}

/** Whether an element is in the body, or is the body. */
export function isInBody(node: Node): boolean {
  for (let up: Node | null = node; up; up = up.parent) if (up.body) return true
  return false
}

/** Which of the known containers an element is; -1 for another. Some systems put a number behind the name. */
export function containerOf(node: Node): number {
  if (node.attributes.length === 0 && node.tag !== 'ucapcontent') return -1
  const id = attributeOf(node, 'id')
  const names = attributeOf(node, 'class')
  if (id === '' && names === '' && node.tag !== 'ucapcontent') return -1
  const known = id.toLowerCase().replace(/_?\d+$/, '')
  const classes = names.toLowerCase().split(/\s+/)
  return CONTAINERS.findIndex(([by, name]) =>
    by === 'tag' ? node.tag === name : by === 'id' ? known === name : classes.includes(name),
  )
}

/** The smallest holder of nine tenths of the prose. */
function densest(root: Node): Node {
  let best = root
  for (let node: Node | undefined = root; node; ) {
    if (node.kind & HOLDER) best = node
    node = node.children.find((child) => child.weight * 10 > root.weight * 9)
  }
  return best
}
