import type { TrendWriter } from '../../types.js'

/** A trend as the library gives it. */
export const writer: TrendWriter = {
  extension: 'json',
  write: (trend) => `${JSON.stringify(trend, null, 2)}\n`,
}
