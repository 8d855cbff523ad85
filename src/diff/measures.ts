import { CONVERSIONS } from '../data/conversions.js'
import type { Indicator, MatchReason } from '../types.js'

/** Words that say "the whole area that the document governs", which is what no scope says too. */
const WHOLE = /^(?:全(?:国|省|市|县|区|州|旗|乡|镇|域|行业|系统)|我(?:国|省|市|县|区|州)|本(?:省|市|县|区))$/
/** Measure words of one kind of thing. */
const COUNTED = new Map(
  [...'名人位'].map((unit): [string, string] => [unit, '人']).concat([...'个家所处座项'].map((unit) => [unit, '个'])),
)
/** What an indicator's name ends in: names with different ends are different measures. */
const END = /(?:率|数|量|值|额|比例|比重|占比|水平|面积|收入|支出|投资|人数|次数|时间|天数|里程|规模|产量|强度|指数)$/

/** What units of one kind have in common: 名 and 人 → 人, 家 and 所 → 个, 吨 and 斤 → 公斤. */
export function kindOf(unit: string): string {
  return COUNTED.get(unit) ?? CONVERSIONS[unit]?.[0] ?? unit
}

/** The scope, unless it only says the whole area. */
function scopeOf({ scope }: Indicator): string {
  return scope === undefined || WHOLE.test(scope) ? '' : scope
}

/** Scope and name in one: 重点人群 + 签约覆盖率. A name that already begins with its scope is not said twice. */
export function labelOf(indicator: Indicator): string {
  const scope = scopeOf(indicator)
  return indicator.name.startsWith(scope) ? indicator.name : scope + indicator.name
}

/** True where two scopes say the same, also where one of them stands in the other's name. */
export function sameScope(old: Indicator, fresh: Indicator): boolean {
  const [a, b] = [scopeOf(old), scopeOf(fresh)]
  return a === b || (a === '' && fresh.name.includes(b) && old.name.includes(b)) || standsIn(a, b, fresh, old)
}

function standsIn(a: string, b: string, fresh: Indicator, old: Indicator): boolean {
  if (b === '') return fresh.name.includes(a)
  if (a === '') return old.name.includes(b)
  return false
}

/** How alike two measures are by name and scope, 0 to 1, and what says so. */
export function likenessOfMeasures(old: Indicator, fresh: Indicator): { score: number; reason: MatchReason } {
  if ((old.change ?? '') !== (fresh.change ?? '')) return { score: 0, reason: 'name' }
  const [a, b] = [labelOf(old), labelOf(fresh)]
  const [endA, endB] = [END.exec(old.name)?.[0], END.exec(fresh.name)?.[0]]
  const others = endA !== endB ? 0.7 : 1
  const unit = kindOf(old.unit) === kindOf(fresh.unit) ? 1 : 0.8
  if (a === b) return { score: unit, reason: old.name === fresh.name ? 'same' : 'name' }
  const scope = sameScope(old, fresh) ? 1 : 0.8
  if (isWithin(a, b) || isWithin(b, a)) return { score: 0.9 * unit * others, reason: 'short' }
  if (old.name === fresh.name) return { score: 0.9 * unit * scope, reason: 'name' }
  if (isWithin(old.name, fresh.name) || isWithin(fresh.name, old.name))
    return { score: 0.8 * unit * others * scope, reason: 'short' }
  return { score: Math.max(dice(a, b), dice(old.name, fresh.name)) * 0.9 * unit * others * scope, reason: 'name' }
}

/** True where the shorter name keeps the longer one's characters in order: 签约覆盖率 of 家庭医生签约服务覆盖率. */
function isWithin(short: string, long: string): boolean {
  if (short.length < 2 || short.length > long.length || short.length * 4 < long.length) return false
  let at = 0
  for (let i = 0; i < long.length && at < short.length; i++) if (long[i] === short[at]) at++
  return at === short.length
}

function dice(a: string, b: string): number {
  const pieces = new Set(pairsOf(a))
  const other = new Set(pairsOf(b))
  let both = 0
  for (const piece of pieces) if (other.has(piece)) both++
  return pieces.size + other.size === 0 ? 0 : (2 * both) / (pieces.size + other.size)
}

function pairsOf(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2))
}
