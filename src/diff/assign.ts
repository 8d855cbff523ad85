import type { Pair } from './likeness.js'

/** Who is matched with whom, in both directions. */
export interface Assignment {
  readonly pairs: readonly Pair[]
  /** Old index → pair. */
  readonly ofOld: ReadonlyMap<number, Pair>
  /** New index → pair. */
  readonly ofNew: ReadonlyMap<number, Pair>
}

/**
 * Matches one to one, best score first; of equal scores the pair that stands at nearly the same place in both lists
 * goes first, so that the result does not depend on which list is the older.
 */
export function assign(candidates: readonly Pair[], oldCount: number, newCount: number): Assignment {
  const shift = ({ i, j }: Pair) => Math.abs((i + 0.5) * newCount - (j + 0.5) * oldCount)
  const sorted = [...candidates].sort(
    (a, b) => b.score - a.score || shift(a) - shift(b) || a.i + a.j - b.i - b.j || a.i - b.i,
  )
  const ofOld = new Map<number, Pair>()
  const ofNew = new Map<number, Pair>()
  for (const pair of sorted) {
    if (ofOld.has(pair.i) || ofNew.has(pair.j)) continue
    ofOld.set(pair.i, pair)
    ofNew.set(pair.j, pair)
  }
  const pairs = [...ofOld.values()].sort((a, b) => a.j - b.j)
  return { pairs, ofOld, ofNew }
}

/** Something that has a place in either of two orders. */
interface Placed {
  readonly old: number
  readonly new: number
  /** How much it would matter if this one were said to have moved. */
  readonly weight: number
}

/**
 * Those that changed their order: all but the heaviest row of items that are in order on both sides. Each weight gets a
 * small part that depends on the two places alike, so that both directions say the same items have moved.
 */
export function outOfOrder<Item extends Placed>(items: readonly Item[]): Set<Item> {
  const sorted = [...items].sort((a, b) => a.old - b.old)
  const ranks = new Map([...items].sort((a, b) => a.new - b.new).map((item, rank) => [item, rank + 1]))
  const tree: (Row<Item> | undefined)[] = new Array(items.length + 1)
  let heaviest: Row<Item> | undefined
  for (const item of sorted) {
    const rank = ranks.get(item)!
    let before: Row<Item> | undefined
    for (let r = rank - 1; r > 0; r -= r & -r)
      if (!before || (tree[r]?.sum ?? 0) > before.sum) before = tree[r] ?? before
    const noise = Math.imul((item.old + item.new) * 2 + 1, 0x9e3779b1) >>> 14
    const row: Row<Item> = { item, sum: (before?.sum ?? 0) + item.weight * 2 ** 18 + noise, before }
    if (!heaviest || row.sum > heaviest.sum) heaviest = row
    for (let r = rank; r <= items.length; r += r & -r) if (!tree[r] || row.sum > tree[r]!.sum) tree[r] = row
  }
  const moved = new Set(items)
  for (let row = heaviest; row; row = row.before) moved.delete(row.item)
  return moved
}

interface Row<Item> {
  readonly item: Item
  readonly sum: number
  readonly before: Row<Item> | undefined
}
