import { LABELS } from '../../data/labels.js'
import type { Cell } from '../page/grid.js'
import { textOf } from './shown.js'
import { attributeOf, type Node } from './tree.js'

/** Label → the field it fills, `''` for what is of no use: 发文字号 → number */
const FIELDS = new Map(Object.entries(LABELS).flatMap(([field, labels]) => labels.map((label) => [label, field])))
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
    const cells = [...new Set(row)].map((cell) => cell.text.trim())
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

/** The field of a meta tag of 政府网站 pages (国办发〔2017〕47号). */
const TAGS: Readonly<Record<string, string>> = {
  articletitle: 'title',
  pubdate: 'publishedOn',
  contentsource: 'source',
  url: 'url',
}

/** Whether an element says something of the page rather than showing something. */
export const isTag = ({ tag }: Node) => tag === 'meta' || tag === 'link'

/** What meta tags and links of a page say. */
export function readTags(noticed: readonly Node[]): Pair[] {
  const pairs: Pair[] = []
  for (const node of noticed) {
    const value = (name: string) => attributeOf(node, name)
    if (node.tag === 'meta') {
      const field = TAGS[value('name').toLowerCase()]
      if (field && value('content').trim()) pairs.push([field, value('content').trim()])
    } else if (node.tag === 'link' && value('rel') === 'canonical') pairs.push(['url', value('href')])
  }
  return pairs.filter(([field, text]) => field !== 'url' || /^https?:\/\//.test(text))
}

/** A heading of the page outside its body, else the first part of the window's title: the title where nothing says it. */
export function guessTitle(headings: readonly Node[], root: Node): string | undefined {
  const window = findTitle(root)
  const texts = [
    ...headings.map(textOf),
    ...(window?.children[0]?.text.split(/[_|｜]|\s[-—–]+\s|-{1,2}(?=[^\d])/) ?? []),
  ]
  return texts
    .map((text) => text.replace(/\s+/g, ' ').trim())
    .find((text) => text.length >= 8 && !/网|首页|政府$/.test(text))
}

function findTitle(node: Node): Node | undefined {
  if (node.tag === 'title') return node
  if (node.tag === 'body') return undefined
  for (const child of node.children) {
    const found = child.tag === '' ? undefined : findTitle(child)
    if (found) return found
  }
  return undefined
}
