import { LABELS, TRADITIONAL_LABELS } from '../../data/labels.js'
import type { Cell } from '../page/grid.js'
import { attributeOf, type Node } from './tree.js'

/** Label → the field it fills, `''` for what is of no use: 发文字号 → number */
const FIELDS = new Map(
  [LABELS, TRADITIONAL_LABELS].flatMap((table) =>
    Object.entries(table).flatMap(([field, labels]) => labels.map((label) => [label, field])),
  ),
)
const LONGEST = Math.max(...[...FIELDS.keys()].map((label) => label.length))
/** What pages put between the characters of a label. */
const GAP = /[\s　[\]【】]/

export type Pair = readonly [field: string, value: string]

const labelOf = (text: string) => text.replace(/[\s　:：[\]【】]/g, '')

/** What a page's header table says: label, value, label, value in each row. Undefined for a table of another kind. */
export function readHeaderTable(rows: readonly Cell[][]): Pair[] | undefined {
  const pairs: Pair[] = []
  let labels = 0
  let known = 0
  for (const row of rows) {
    const cells = row.filter((cell, i) => cell !== row[i - 1]).map((cell) => cell.text.trim())
    for (let i = 0; i < cells.length; i += 2) {
      if (cells[i] === '') continue
      const field = FIELDS.get(labelOf(cells[i]!))
      if (field === undefined && !/[:：]$/.test(cells[i]!)) return undefined
      labels++
      if (field !== undefined) known++
      if (field) pairs.push([field, (cells[i + 1] ?? '').replace(/\s+/g, ' ')])
    }
  }
  return known > 0 && known * 2 >= labels ? pairs : undefined
}

interface Label {
  readonly start: number
  readonly end: number
  readonly field: string
}

/** The longest known label that ends at a colon: 「… 发布时间：」 */
function labelAt(line: string, from: number, colon: number): Label | undefined {
  let best: Label | undefined
  let text = ''
  for (let start = colon - 1; start >= from && text.length < LONGEST; start--) {
    if (GAP.test(line[start]!)) continue
    text = line[start] + text
    const field = FIELDS.get(text)
    if (field !== undefined) best = { start, end: colon + 1, field }
  }
  return best
}

/** What a line of a page says of it: 「发布时间：2021-03-02　来源：市政府办」 → publishedOn, source */
export function readLabels(line: string): Pair[] {
  const labels: Label[] = []
  for (let i = 0; i < line.length; i++) {
    if (line[i] !== '：' && line[i] !== ':') continue
    const label = labelAt(line, labels.at(-1)?.end ?? 0, i)
    if (label) labels.push(label)
  }
  return labels.flatMap(({ end, field }, i): Pair[] => {
    const value = line
      .slice(end, labels[i + 1]?.start)
      .replace(/[\s　|【】[\]]+$/, '')
      .trim()
    return field && value && value.length < 100 ? [[field, value]] : []
  })
}

/** A date alone, or with what put it there: 「青岭发布 2023-04-10 09:30」 */
const DATED = /^([^:：]{0,12}?)(\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?)(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?(?:（星期.）)?$/

/** The date in a line above the body that is little else; below it only with its day of the week, as press releases end. */
export function readDated(lines: readonly string[], bodyAt = 0): Pair[] {
  for (const line of [...lines.slice(0, bodyAt), ...lines.slice(bodyAt).filter((line) => /（星期.）$/.test(line))]) {
    const date = DATED.exec(line)
    if (date && !/今天|现在/.test(date[1]!)) return [['publishedOn', date[2]!]]
  }
  return []
}

/** A file that is offered by its name: 「附件：1.任务清单.xls」 */
const FILE = /[^\s:：【】]{2,80}?\.(?:pdf|docx?|wps|xlsx?|et|ofd|zip|rar|pptx?)(?![A-Za-z])/gi

/** The attachments that lines below the body offer. */
export function readFiles(lines: readonly string[]): Pair[] {
  return lines
    .filter((line) => line.length < 400 && (/^(?:相关)?附件/.test(line) || !/[，。；:：]/.test(line)))
    .flatMap((line) => [...line.matchAll(FILE)].map(([file]): Pair => ['attachment', file]))
}

/** The field of a meta tag: of 政府网站 pages (国办发〔2017〕47号), of the state portal, of Dublin Core, of social networks. */
const TAGS: Readonly<Record<string, string>> = {
  articletitle: 'title',
  'dc.title': 'title',
  'og:title': 'title',
  pubdate: 'publishedOn',
  publishdate: 'publishedOn',
  firstpublishedtime: 'publishedOn',
  'article:published_time': 'publishedOn',
  'dc.date': 'publishedOn',
  contentsource: 'source',
  'dc.publisher': 'source',
  url: 'url',
  'og:url': 'url',
}

/** What meta tags and links of a page say; a title that is cut off says nothing. */
export function readTags(noticed: readonly Node[]): Pair[] {
  const pairs: Pair[] = []
  for (const node of noticed) {
    const value = (name: string) => attributeOf(node, name).trim()
    if (node.tag === 'meta') {
      const field = TAGS[(value('name') || value('property')).toLowerCase()]
      if (field && value('content') !== '') pairs.push([field, value('content')])
    } else if (node.tag === 'link' && value('rel') === 'canonical') pairs.push(['url', value('href')])
  }
  return pairs.filter(([field, text]) =>
    field === 'url' ? /^https?:\/\//.test(text) : field !== 'title' || !/(?:…|\.{2,3})$/.test(text),
  )
}
