import { createHash } from 'node:crypto'
import { type Lang, say } from '../../messages.js'
import type { ChangeWriter } from '../../types.js'
import { SCRIPT } from './page/script.js'
import { STYLE } from './page/style.js'
import { countKinds, type Row, rowsOf } from './row/row.js'
import { summarise } from './row/summary.js'

/** Two plans side by side as one self-contained page: nothing is loaded, only its own style and script may run. */
export const writer: ChangeWriter = {
  extension: 'html',
  write(comparison, { lang }) {
    const rows = rowsOf(comparison, lang)
    const { titles, warning, likeness } = summarise(comparison, rows, lang)
    const policy = `default-src 'none'; style-src '${hash(STYLE)}'; script-src '${hash(SCRIPT)}'; base-uri 'none'; form-action 'none'`
    return `<!doctype html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${html(titles)}</title>
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#changes">${say(lang, 'diff.skip')}</a>
<h1>${html(titles)}</h1>
<p>${likeness}</p>
${warning ? `<p class="warning">${warning}</p>` : ''}
${bar(rows, lang)}
<main id="changes">${rows.length === 0 ? `<p>${say(lang, 'diff.none')}</p>` : sections(rows)}</main>
<script>${SCRIPT}</script>
</body>
</html>
`
  },
}

const hash = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text as HTML shows it. */
export function html(text: string): string {
  return text.replace(/[&<>"']/g, (c) => ENTITIES[c]!)
}

/** The summary, each count a button that shows only its changes, and the search. */
function bar(rows: readonly Row[], lang: Lang): string {
  const lines = [...countKinds(rows)].map(([item, kinds]) => {
    const buttons = [...kinds].map(
      ([kind, count]) =>
        `<button type="button" data-kind="${kind}" aria-pressed="false">${say(lang, kind)} ${count}</button>`,
    )
    return `<div>${say(lang, `item.${item}`)} ${buttons.join(' ')}</div>`
  })
  const search = say(lang, 'diff.search')
  const shown = say(lang, 'diff.shown')
  return `<div class="bar">${lines.join('')}
<div><input type="search" aria-label="${search}" placeholder="${search}"> <output data-text="${shown}"></output> <small class="keys">${say(lang, 'diff.keys')}</small></div></div>`
}

function sections(rows: readonly Row[]): string {
  const groups: { title: string; rows: Row[] }[] = []
  for (const row of rows)
    if (groups.at(-1)?.title === row.section) groups.at(-1)!.rows.push(row)
    else groups.push({ title: row.section, rows: [row] })
  return groups
    .map(
      (group) => `<section><h2>${html(group.title)}</h2><table>${group.rows.map(tableRow).join('')}</table></section>`,
    )
    .join('\n')
}

function tableRow(row: Row): string {
  const name = row.name ? ` <b>${html(row.name)}</b>` : ''
  const remark = row.remark ? ` <small>${html(row.remark)}</small>` : ''
  const [old, fresh] = [side(row, 'old'), side(row, 'new')]
  return `<tr data-kind="${row.kind}" tabindex="-1"><td>${row.symbol} ${row.label}${name}${remark}</td><td>${old}</td><td>${fresh}</td></tr>`
}

function side(row: Row, which: 'old' | 'new'): string {
  const tag = which === 'old' ? 'del' : 'ins'
  if (!row.words) return html(row[which])
  return row.words
    .filter((words) => words.side === 'both' || words.side === which)
    .map((words) => (words.side === which ? `<${tag}>${html(words.text)}</${tag}>` : html(words.text)))
    .join('')
}
