import { BODIES } from '../../data/bodies.js'

/** Every spelling, longest first, with the name in full. */
const SPELLINGS = BODIES.flatMap(([full, short]) =>
  [full, ...short.split(' ')].map((word) => [word, full] as const),
).sort(([a], [b]) => b.length - a.length)

/** The body that a unit's name stands for, its place left as written: 「市卫健委」 → 「市卫生健康委员会」 */
export function bodyOf(unit: string): string {
  const name = unit.replaceAll(/\s/g, '')
  const found = SPELLINGS.find(([word]) => name.endsWith(word))
  return found ? name.slice(0, -found[0].length) + found[1] : name
}
