import type { Breach, Path, Rule } from '../types.js'
import { outOfOrder } from './plan/keys.js'

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
        const breach = outOfOrder(Object.keys(value), path)
        if (breach) breaches.push({ path: [...path, breach.key], at: 'key', args: { ...breach } })
      }
      for (const [key, part] of Object.entries(value)) walk(part, [...path, Array.isArray(value) ? Number(key) : key])
    }
    walk(plan, [])
    return breaches
  },
}
