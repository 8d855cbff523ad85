import { type Document, isMap, isNode, type Node, type Pair, visit, type YAMLMap } from 'yaml'
import type { Path } from '../../types.js'
import { orderAt, outOfOrder } from '../plan/keys.js'
import type { Allows, Patch } from './scalars.js'

const keyOf = (pair: Pair) => String((pair.key as { value?: unknown }).value)
const startOf = (pair: Pair) => (pair.key as Node).range![0]
const endOf = (pair: Pair) => (isNode(pair.value) ? pair.value.range![1] : (pair.key as Node).range![1])

/** The pairs of a map as the schema orders them; what it does not know stays behind. */
function sorted(map: YAMLMap, path: Path): Pair[] {
  const order = orderAt(path)
  const rank = (pair: Pair) => (order.includes(keyOf(pair)) ? order.indexOf(keyOf(pair)) : order.length)
  return [...(map.items as Pair[])].sort((a, b) => rank(a) - rank(b))
}

/** `{ b: 1, a: 2 }`: the pairs change seats, what stands between them stays. */
const flowPatches = (map: YAMLMap, pairs: readonly Pair[], text: string): Patch[] =>
  (map.items as Pair[]).map((seat, i) => ({
    start: startOf(seat),
    end: endOf(seat),
    after: text.slice(startOf(pairs[i]!), endOf(pairs[i]!)),
  }))

/** A pair of a block map as lines: the comments above it and the lines from its key on. */
interface Lines {
  readonly pair: Pair
  readonly start: number
  readonly end: number
  readonly comments: string
  readonly body: string
}

const lineStart = (text: string, at: number) => text.lastIndexOf('\n', at - 1) + 1

/** Where the comment lines directly above an offset begin, not before `least`. */
function commentsStart(text: string, at: number, least: number): number {
  let start = lineStart(text, at)
  while (start > least) {
    const above = lineStart(text, start - 1)
    if (above < least || !/^\s*#/.test(text.slice(above, start))) break
    start = above
  }
  return start
}

function linesOf(map: YAMLMap, text: string, isRoot: boolean): Lines[] {
  const pairs = map.items as Pair[]
  const starts = pairs.map((pair, i) => {
    const line = lineStart(text, startOf(pair))
    const own = text.slice(line, startOf(pair)).trim() === ''
    if (i === 0) return own && !isRoot ? commentsStart(text, startOf(pair), 0) : startOf(pair)
    return commentsStart(text, startOf(pair), startOf(pairs[i - 1]!))
  })
  return pairs.map((pair, i) => {
    let end = starts[i + 1]
    if (end === undefined) {
      const last = endOf(pair)
      const next = text[last - 1] === '\n' ? last : text.indexOf('\n', last) + 1
      end = next === 0 ? text.length : next
    }
    const key = startOf(pair)
    const from = Math.min(key, Math.max(starts[i]!, lineStart(text, key)))
    const body = text.slice(key, end)
    return {
      pair,
      start: starts[i]!,
      end,
      comments: text.slice(starts[i]!, from),
      body: /\n$/.test(body) ? body : `${body}\n`,
    }
  })
}

/** The lines of a block map in another order; the first key keeps its place behind `- `. */
function blockPatch(map: YAMLMap, pairs: readonly Pair[], text: string, isRoot: boolean): Patch {
  const lines = linesOf(map, text, isRoot)
  const first = startOf(lines[0]!.pair)
  const indent = ' '.repeat(first - lineStart(text, first))
  const moved = pairs.map((pair) => lines.find((one) => one.pair === pair)!)
  const whole = moved.map(({ comments, body }, i) => {
    const bare = i === 0 && lines[0]!.start === first
    return bare ? (comments === '' ? body : comments.trimStart() + indent + body) : comments + indent + body
  })
  return { start: lines[0]!.start, end: lines.at(-1)!.end, after: whole.join('') }
}

/** The patches that put the keys of the outermost maps in order; those inside are for the next round. */
export function orderPatches(document: Document, text: string, allows: Allows): Patch[] {
  const patches: Patch[] = []
  visit(document, {
    Map(_key, map, ancestors) {
      const path = pathOf([...ancestors, map])
      const items = map.items as Pair[]
      const wrong = outOfOrder(items.map(keyOf), path)?.key
      const found = items.find((pair) => keyOf(pair) === wrong)
      if (!found || !allows('key-order', startOf(found))) return undefined
      const pairs = sorted(map as YAMLMap, path)
      if (map.flow) patches.push(...flowPatches(map as YAMLMap, pairs, text))
      else patches.push(blockPatch(map as YAMLMap, pairs, text, path.length === 0))
      return visit.SKIP
    },
  })
  return patches
}

/** The path of the last of a chain of nodes, as the rules count it. */
function pathOf(chain: readonly unknown[]): Path {
  const path: (string | number)[] = []
  chain.forEach((node, i) => {
    const above = chain[i - 1]
    if (typeof node === 'object' && node !== null && 'key' in node && 'value' in node && !isNode(node))
      path.push(keyOf(node as Pair))
    else if (above && !isMap(above) && isNode(above) && 'items' in above)
      path.push((above.items as unknown[]).indexOf(node))
  })
  return path
}
