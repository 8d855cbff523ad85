import { hides, isBlock } from './shown.js'
import { attributeOf, type Node } from './tree.js'

/** Where the content systems of government sites put the body, the surest first. */
const CONTAINERS: readonly (readonly [by: 'tag' | 'id' | 'class', name: string])[] = [
  ['tag', 'ucapcontent'],
  ['id', 'ucap-content'],
  ['class', 'trs_editor'],
  ['class', 'trs_ueditor'],
  ['class', 'view trs_ueditor'],
  ['id', 'zoom'],
  ['class', 'pages_content'],
  ['class', 'article-content'],
  ['class', 'article_content'],
  ['class', 'artical_content'],
  ['id', 'vsb_content'],
  ['id', 'ivs_content'],
  ['class', 'article-con'],
  ['class', 'xxgk-content'],
]
/** Elements that hold a text rather than being a line of it. */
const HOLDERS = new Set('body div td article main section form ucapcontent table tbody tr center'.split(' '))

interface Sum {
  length: number
  stops: boolean
}

/** Gives each element the number of characters of prose below it: lines with punctuation, links not counted. */
export function weigh(node: Node, line: Sum = { length: 0, stops: false }): number {
  if (node.tag === '') {
    const text = node.text.trim()
    line.length += text.length
    line.stops ||= /[，。；：]/.test(text)
    return 0
  }
  node.hidden = hides(node)
  if (node.hidden) return 0
  const own = isBlock(node) || node.tag === 'a' ? { length: 0, stops: false } : line
  for (const child of node.children) {
    node.weight += weigh(child, own)
    node.holdsTable ||= child.holdsTable || child.tag === 'table'
  }
  if (own !== line && node.tag !== 'a' && own.stops && own.length >= 12) node.weight += own.length
  return node.weight
}

/**
 * The elements that hold the body: a known container that has most of the prose, else the smallest element that does.
 * `noticed` holds all containers of the page.
 */
export function findBody(root: Node, noticed: readonly Node[], fragment: boolean): Node[] {
  const found = CONTAINERS.map((): Node[] => [])
  for (const node of noticed) {
    const match = node.weight > 0 ? containerOf(node) : -1
    if (match >= 0 && !isInside(node, found[match]!)) found[match]!.push(node)
  }
  const most = found.find((nodes) => nodes.reduce((sum, node) => sum + node.weight, 0) * 2 > root.weight)
  if (most) return most
  return [fragment ? root : densest(root)]
}

function isInside(node: Node, others: readonly Node[]): boolean {
  for (let up = node.parent; up; up = up.parent) if (others.includes(up)) return true
  return false
}

/** Which of the known containers an element is; -1 for another. */
export function containerOf(node: Node): number {
  if (node.attributes.length === 0 && !node.tag.startsWith('ucap')) return -1
  const id = attributeOf(node, 'id').toLowerCase()
  const names = attributeOf(node, 'class').toLowerCase()
  if (id === '' && names === '' && !node.tag.startsWith('ucap')) return -1
  const classes = names.split(/\s+/)
  return CONTAINERS.findIndex(([by, name]) =>
    by === 'tag' ? node.tag === name : by === 'id' ? id === name : classes.includes(name),
  )
}

/** The smallest holder of nine tenths of the prose. */
function densest(root: Node): Node {
  let best = root
  for (let node: Node | undefined = root; node; ) {
    if (HOLDERS.has(node.tag)) best = node
    node = node.children.find((child) => child.weight * 10 > root.weight * 9)
  }
  return best
}
