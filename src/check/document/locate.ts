import type { Path, Span } from '../../types.js'
import type { Node } from './tree.js'

/** Where the value of a path, or its key, stands in the text of a document. */
export function locate(root: Node, path: Path, at: 'key' | 'value'): Span {
  let node: Node | undefined = root
  let span: Span = root
  path.forEach((part, depth) => {
    const { kind, parts }: Partial<Node> = node ?? {}
    const key = kind === 'map' ? parts!.findIndex(({ word }, i) => i % 2 === 0 && word === String(part)) : -1
    node = kind === 'list' ? parts![Number(part)] : key < 0 ? undefined : parts![key + 1]
    const isKey = at === 'key' && depth === path.length - 1
    span = (isKey ? parts?.[key] : undefined) ?? node ?? span
  })
  return span
}

/** The keys of maps that stand there a second time. */
export function repeatedKeys(node: Node): Span[] {
  const seen = new Set<string>()
  return node.parts.flatMap((part, i) => {
    if (node.kind !== 'map' || i % 2 === 1) return repeatedKeys(part)
    const isRepeated = part.word !== undefined && seen.has(part.word)
    if (part.word !== undefined) seen.add(part.word)
    return isRepeated ? [part] : []
  })
}
