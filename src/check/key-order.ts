import { KEYS } from '../data/generated/plan-keys.js'
import type { Breach, Path, Rule } from '../types.js'
import { definitionAt } from './plan/definition.js'

/** The first key that stands behind one it belongs before. */
function outOfOrder(keys: readonly string[], order: readonly string[]): { key: string; before: string } | undefined {
  const known = keys.filter((key) => order.includes(key))
  for (const [i, key] of known.entries()) {
    const before = known.slice(0, i).find((other) => order.indexOf(other) > order.indexOf(key))
    if (before !== undefined) return { key, before }
  }
  return undefined
}

export const rule: Rule = {
  id: 'key-order',
  severity: 'info',
  basis: ['计划格式第一节', 'plan format, section 1'],
  sentence: ['{key} 应在 {before} 之前。', '{key} belongs before {before}.'],
  why: [
    '键的次序一致，改动才看得清，版本比较才不杂乱。',
    'With keys always in one order a change is seen at once and versions compare cleanly.',
  ],
  fixable: true,
  check({ plan }) {
    const breaches: Breach[] = []
    const walk = (value: unknown, path: Path) => {
      if (typeof value !== 'object' || value === null) return
      if (!Array.isArray(value)) {
        const breach = outOfOrder(Object.keys(value), KEYS[definitionAt(path)] ?? [])
        if (breach) breaches.push({ path: [...path, breach.key], at: 'key', args: { ...breach } })
      }
      for (const [key, part] of Object.entries(value)) walk(part, [...path, Array.isArray(value) ? Number(key) : key])
    }
    walk(plan, [])
    return breaches
  },
}
