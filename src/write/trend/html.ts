import { createHash } from 'node:crypto'
import { say } from '../../messages.js'
import type { Trend, TrendRow, TrendWriter } from '../../types.js'
import { html } from '../changes/html.js'
import { tablesOf } from './table/table.js'

const STYLE = `body{font:16px/1.6 system-ui,"Noto Sans CJK SC",sans-serif;margin:1rem auto;max-width:72rem;padding:0 1rem}
table{border-collapse:collapse;width:100%;margin:1rem 0}td,th{border-top:1px solid #8884;padding:.2rem .5rem;text-align:left}
figure{display:inline-block;margin:.5rem;break-inside:avoid}svg{overflow:visible}text{font-size:11px}
.target{fill:none;stroke:#1a5fb4;stroke-dasharray:4 3}.actual{fill:none;stroke:#26a269}
circle.target{fill:#fff;stroke-dasharray:none}circle.actual{fill:#26a269}`

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
<p>○ ${labels.target} ● ${labels.actual}</p>
${trend.indicators.map((indicator) => chart(indicator, trend)).join('\n')}
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

function chart({ name, unit, cells }: TrendRow, { plans }: Trend): string {
  const points = cells.flatMap((cell, at) =>
    cell.flatMap(({ value }): Point[] => {
      const year = Number(value.time?.match(/\d{4}(?!.*\d{4})/)?.[0] ?? plans[at]!.year)
      return value.value === undefined || !year ? [] : [{ year, value: value.value, status: value.status }]
    }),
  )
  if (points.length < 3) return ''
  const [left, right] = [Math.min(...points.map((p) => p.year)), Math.max(...points.map((p) => p.year))]
  const [low, high] = [Math.min(...points.map((p) => p.value)), Math.max(...points.map((p) => p.value))]
  const x = (year: number) => Math.round(20 + (260 * (year - left)) / (right - left || 1))
  const y = (value: number) => Math.round(110 - (80 * (value - low)) / (high - low || 1))
  const line = (status: Point['status']) => {
    const own = points.filter((p) => p.status === status).sort((a, b) => a.year - b.year)
    const marks = own.map(
      (p) =>
        `<circle class="${status}" cx="${x(p.year)}" cy="${y(p.value)}" r="4"/><text x="${x(p.year)}" y="${y(p.value) - 8}" text-anchor="middle">${p.value}</text>`,
    )
    return `<polyline class="${status}" points="${own.map((p) => `${x(p.year)},${y(p.value)}`).join(' ')}"/>${marks.join('')}`
  }
  const years = [...new Set(points.map((p) => p.year))].map(
    (year) => `<text x="${x(year)}" y="135" text-anchor="middle">${year}</text>`,
  )
  return `<figure><figcaption>${html(name)}（${html(unit)}）</figcaption><svg role="img" aria-label="${html(name)}" width="300" height="140">${line('target')}${line('actual')}${years.join('')}</svg></figure>`
}
