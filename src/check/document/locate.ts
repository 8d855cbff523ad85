import { type Document, isAlias, isMap, isNode, isScalar, isSeq, type Node, type Pair } from 'yaml'
import type { Path, Span } from '../../types.js'

const spanOf = (node: unknown): Span | undefined => {
  const range = isNode(node) ? node.range : undefined
  return range ? { start: range[0], end: range[1] } : undefined
}

/** Where the value of a path, or its key, stands in the text of a document; an alias is followed to its anchor. */
export function locate(document: Document, path: Path, at: 'key' | 'value'): Span {
  let node: Node | null | undefined = document.contents as Node | null
  let span = spanOf(node) ?? { start: 0, end: 0 }
  path.forEach((part, depth) => {
    if (isAlias(node)) node = node.resolve(document) as Node | undefined
    let key: unknown
    if (isMap(node)) {
      const pair: Pair | undefined = node.items.find(
        ({ key }) => (isScalar(key) ? String(key.value) : key) === String(part),
      )
      key = pair?.key
      node = pair?.value as Node | undefined
    } else node = isSeq(node) ? (node.items[Number(part)] as Node | undefined) : undefined
    const value = spanOf(node)
    const wanted = at === 'key' && depth === path.length - 1 ? (spanOf(key) ?? value) : (value ?? spanOf(key))
    span = wanted ?? span
  })
  return span
}

/** The node at a path; an alias is followed to its anchor. */
export function nodeAt(document: Document, path: Path): unknown {
  return path.reduce<unknown>((at, part) => {
    const node = isAlias(at) ? at.resolve(document) : at
    return isMap(node) || isSeq(node) ? node.get(part, true) : undefined
  }, document.contents)
}
