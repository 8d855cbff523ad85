import { AGES, COUNTS, DURATIONS, MEASURES, MONEY, RATES } from '../data/units.js'

const KNOWN = new Set([...RATES, ...MONEY, ...MEASURES, ...DURATIONS, ...AGES, ...COUNTS])
const SCALES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 1e4, 亿: 1e8, 万亿: 1e12 }
const SCALED = /^(万亿|[十百千]?[万亿])(?=.)/

/** A unit without the multiplier it begins with: 亿元 → 1e8, 元; 千瓦 is one of its own. */
export function scaleOf(unit: string): { factor: number; unit: string } {
  const scale = KNOWN.has(unit) ? undefined : SCALED.exec(unit)?.[1]
  if (scale === undefined) return { factor: 1, unit }
  const factor = SCALES[scale] ?? [...scale].reduce((product, c) => product * SCALES[c]!, 1)
  return { factor, unit: unit.slice(scale.length) }
}

/** True for what tables write as a unit: 个, 万元/人, 微克/立方米, 件/万人, 立方米/万元. */
export function isUnitText(text: string): boolean {
  const parts = text.split(/[/·]/)
  return (
    text.length <= 16 &&
    parts.length <= 3 &&
    parts.every((part, i) => {
      const { unit } = scaleOf(part.replace(/^每/, ''))
      return KNOWN.has(unit) || (i > 0 && /^(?:\d{0,3}[百千万亿]{0,2}[\u4e00-\u9fff]{0,4})$/.test(part) && part !== '')
    })
  )
}

/** A header or a name without the unit in brackets behind it: 「城镇化率（%）」 → %, 城镇化率 */
export function unitIn(text: string): { unit?: string; rest: string } {
  for (const match of text.matchAll(/[([](?:单位:)?([^()[\]]{1,16})[)\]]/g))
    if (isUnitText(match[1]!))
      return { unit: match[1]!, rest: text.slice(0, match.index) + text.slice(match.index + match[0].length) }
  return { rest: text }
}

/** A number times a factor, without the digits that binary fractions add: 1.1 × 10000 → 11000 */
export const times = (value: number, factor: number) => Number((value * factor).toPrecision(15))
