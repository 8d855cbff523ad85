import { type Lang, say } from '../../../messages.js'
import { convertTo } from '../../../text/convert.js'
import type { Trend, TrendRow } from '../../../types.js'
import { formatValue, powerOf } from '../../changes/row/value.js'

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
  const labels = labelsOf(trend.indicators, lang)
  const indicators = {
    head: [say(lang, 'trend.indicator'), ...years],
    rows: trend.indicators.map((row, i) => [labels[i]!, ...formatCells(row, lang)]),
  }
  return [indicators, presence('trend.section', trend.sections), presence('trend.reference', trend.references)]
}

/** The names of indicators; of rows with one name, each says what tells it from the others: 生产总值（亿元）, 生产总值（增加） */
function labelsOf(rows: readonly TrendRow[], lang: Lang): string[] {
  const often = new Map<string, number>()
  for (const { name } of rows) often.set(name, (often.get(name) ?? 0) + 1)
  return rows.map(({ name, unit, cells }) => {
    if (often.get(name) === 1) return name
    const change = cells.flat()[0]?.value.change
    return change ? say(lang, `trend.${change}`, { name }) : say(lang, 'trend.of-unit', { name, unit })
  })
}

/** The cells of a row in one unit. A target stands as it is, a result is named: ≥80% / 结果 84%. */
function formatCells({ cells, unit }: TrendRow, lang: Lang): string[] {
  const values = cells.map((cell) => cell.map(({ value }) => convertTo(value, unit)))
  const power = powerOf(values.flat().flatMap(({ value }) => value ?? []))
  return values.map((cell) => {
    const told = cell.map((value) => {
      const result = value.status === 'actual' ? `${say(lang, 'trend.actual')} ` : ''
      return `${result}${formatValue(value, power)}`
    })
    return [...new Set(told)].join(' / ')
  })
}
