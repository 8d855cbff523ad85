import { createHash } from 'node:crypto'
import { type Lang, say } from '../../messages.js'
import { convertTo } from '../../text/convert.js'
import type { Trend, TrendRow, TrendWriter } from '../../types.js'
import { html } from '../changes/html.js'
import { tablesOf } from './table/table.js'

const STYLE = `body{font:16px/1.6 system-ui,"Noto Sans CJK SC",sans-serif;margin:1rem auto;max-width:72rem;padding:0 1rem}
h1{font-size:1.3rem}table{border-collapse:collapse;width:100%;margin:1rem 0}td,th{border-top:1px solid #8884;padding:.2rem .5rem;text-align:left}
figure{display:inline-block;margin:.5rem;break-inside:avoid}svg{overflow:visible}text{font-size:11px}
.target{fill:none;stroke:#1a5fb4;stroke-dasharray:4 3}.actual{fill:none;stroke:#26a269}
text.year{fill:#666}circle.target{fill:#fff;stroke-dasharray:none}circle.actual{fill:#26a269}`

/** A trend as one page without script: a chart of every indicator with three points, then the tables. */
export const writer: TrendWriter = {
  extension: 'html',
  write(trend, { lang }) {
    const hash = createHash('sha256').update(STYLE).digest('base64')
    const row = (cells: readonly string[], tag: string) =>
      `<tr>${cells.map((text) => `<${tag}>${html(text)}</${tag}>`).join('')}</tr>`
    const tables = tablesOf(trend, lang).filter(({ rows }) => rows.length > 0)
    const labels = { target: say(lang, 'trend.target'), actual: say(lang, 'trend.actual') }
    const title = trend.plans.map((plan) => plan.title ?? '').join(' · ')
    return `<!doctype html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'">
<title>${html(title)}</title><style>${STYLE}</style></head><body>
<h1>${html(title)}</h1>
<p>○ ${labels.target} ● ${labels.actual}</p>
${trend.indicators.map((indicator) => chart(indicator, trend, lang)).join('\n')}
${tables.map(({ head, rows }) => `<table><thead>${row(head, 'th')}</thead><tbody>${rows.map((cells) => row(cells, 'td')).join('')}</tbody></table>`).join('\n')}
</body></html>
`
  },
}

/** A point of a chart: the year it is of, the value it says. */
interface Point {
  readonly year: number
  readonly value: number
  readonly status: 'target' | 'actual'
}

/** Powers that a chart's values are told in: 744000亿元 as 74.4 万亿元. */
const POWERS = [
  [1e12, '万亿'],
  [1e8, '亿'],
  [1e4, '万'],
  [1, ''],
] as const

/** The values of an indicator that its cells give a year, one for each year and status. */
function pointsOf({ cells, unit }: TrendRow, { plans }: Trend): Point[] {
  const points = new Map<string, Point>()
  cells.forEach((cell, at) => {
    for (const value of cell.map((statement) => convertTo(statement.value, unit))) {
      const year = Number(value.time?.match(/\d{4}(?!.*\d{4})/)?.[0] ?? plans[at]!.year)
      const key = `${year} ${value.status}`
      if (value.value !== undefined && year && !points.has(key))
        points.set(key, { year, value: value.value, status: value.status })
    }
  })
  return [...points.values()].sort((a, b) => a.year - b.year)
}

/** A line of targets and one of results over the years; empty for an indicator with fewer than three years. */
function chart(row: TrendRow, trend: Trend, lang: Lang): string {
  const points = pointsOf(row, trend)
  const years = [...new Set(points.map(({ year }) => year))]
  if (years.length < 3) return ''
  const [left, right] = [years[0]!, years.at(-1)!]
  const [low, high] = [Math.min(...points.map((p) => p.value)), Math.max(...points.map((p) => p.value))]
  const [power, word] = POWERS.find(([least]) => high >= least) ?? POWERS[3]
  const x = (year: number) => Math.round(30 + (260 * (year - left)) / (right - left))
  const y = (value: number) => Math.round(100 - (70 * (value - low)) / (high - low || 1))
  const line = (status: Point['status']) => {
    const own = points.filter((p) => p.status === status)
    const marks = own.map(({ year, value }) => {
      const label = Number((value / power).toPrecision(12))
      const above = status === 'target' ? y(value) - 8 : y(value) + 16
      return `<circle class="${status}" cx="${x(year)}" cy="${y(value)}" r="4"/><text x="${x(year)}" y="${above}" text-anchor="middle">${label}</text>`
    })
    return `<polyline class="${status}" points="${own.map((p) => `${x(p.year)},${y(p.value)}`).join(' ')}"/>${marks.join('')}`
  }
  const axis = years.map((year) => `<text class="year" x="${x(year)}" y="138" text-anchor="middle">${year}</text>`)
  const { change } = row.cells.flat()[0]!.value
  const name = html(change ? say(lang, `trend.${change}`, { name: row.name }) : row.name)
  return `<figure><figcaption>${name}（${word}${html(row.unit)}）</figcaption><svg role="img" aria-label="${name}" width="320" height="144">${line('target')}${line('actual')}${axis.join('')}</svg></figure>`
}
