import { KEYS } from '../../data/generated/plan-keys.js'
import type { Path } from '../../types.js'
import { definitionAt } from './definition.js'

/** Where each key of the object at a path belongs, as the schema orders them. */
export const orderAt = (path: Path): readonly string[] => KEYS[definitionAt(path)] ?? []

/** The first key of the object at a path that stands behind one it belongs before. */
export function outOfOrder(keys: readonly string[], path: Path): { key: string; before: string } | undefined {
  const order = orderAt(path)
  let most = -1
  for (const key of keys) {
    const rank = order.indexOf(key)
    if (rank >= 0 && rank < most) return { key, before: keys.find((other) => order.indexOf(other) > rank)! }
    most = Math.max(most, rank)
  }
  return undefined
}
