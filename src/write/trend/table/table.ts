import { type Lang, say } from '../../../messages.js'
import type { Trend, TrendCell } from '../../../types.js'
import { formatValue } from '../../changes/row/value.js'

/** A table of texts: heads and rows. */
export interface Table {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** The three tables of a trend: indicators, sections and references by plan. */
export function tablesOf(trend: Trend, lang: Lang): Table[] {
  const years = trend.plans.map(({ year, period, title }) => String(year ?? period ?? title ?? '?'))
  const presence = (name: string, rows: Trend['sections']): Table => ({
    head: [say(lang, name), ...years],
    rows: rows.map(({ title, ids }) => [title, ...ids.map((id) => id?.replace(/\/.*/, '') ?? '')]),
  })
  const indicators = {
    head: [say(lang, 'trend.indicator'), ...years],
    rows: trend.indicators.map(({ name, cells }) => [name, ...cells.map((cell) => formatCell(cell, lang))]),
  }
  return [indicators, presence('trend.section', trend.sections), presence('trend.reference', trend.references)]
}

/** A target stands as it is, a result is named: ≥80% / 结果 84%. */
function formatCell(cell: TrendCell, lang: Lang): string {
  return cell
    .map(({ value }) => `${value.status === 'actual' ? `${say(lang, 'trend.actual')} ` : ''}${formatValue(value)}`)
    .join(' / ')
}
