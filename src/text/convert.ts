import { CONVERSIONS } from '../data/conversions.js'
import type { Indicator } from '../types.js'

/** An indicator's values in another unit of the same kind: 2000斤 in 吨 → 1吨; as it is where there is no way. */
export function convertTo<Value extends Indicator>(indicator: Value, unit: string): Value {
  const [from, to] = [CONVERSIONS[indicator.unit], CONVERSIONS[unit]]
  if (indicator.unit === unit || !from || !to || from[0] !== to[0]) return indicator
  const out = { ...indicator, unit }
  for (const key of ['value', 'min', 'max'] as const)
    if (indicator[key] !== undefined) out[key] = Number(((indicator[key] * from[1]) / to[1]).toPrecision(12))
  return out
}
