import { LABELS } from '../data/labels.js'
import { readDate, toEdtf } from '../text/date.js'
import { matchesOf } from '../text/match.js'
import { normalise } from '../text/width.js'
import type { Sentence } from '../types.js'
import type { Line } from './head.js'

const FIELD = new Map(
  Object.entries(LABELS).flatMap(([field, labels]) => labels.map((label) => [label, field] as const)),
)
const ANY = [...FIELD.keys()].sort((a, b) => b.length - a.length).join('|')
/** A label where a line starts, or further on behind a value: 「来源：…」「【发布日期】…」 */
const LABEL = new RegExp(
  `(?:^[-·•*#|]*|(?<=[^一-龥])|(?<=[一-龥]))(?:(${ANY})(?:\\*\\*)?:(?:\\*\\*)?|\\[(${ANY})\\]:?)`,
  'g',
)

const isKnown = (cell: string) => FIELD.has(cell.replace(/[\s:：]/g, ''))
/** What may be a label that no field takes: 「公开目录：」, or 「信息责任方」 beside labels with colons. */
const LABEL_LIKE = /^[一-龥\s]{2,12}[:：]?$/

/** 「名称⇥文号⇥日期」 only names columns. */
const isHeader = (pairs: readonly string[], cells: readonly string[]) =>
  pairs.every((pair) => pair.endsWith(':')) && !cells.includes('')

/**
 * A row of labels and values, 「文号⇥青政发〔2021〕12号⇥主题词⇥水利」, as a line: 「文号:青政发〔2021〕12号主题词:水利」, without
 * the pairs of labels that no field takes; undefined for another row. A label behind a label has lost its value.
 */
export function labelRow(cells: readonly string[]): string | undefined {
  const pairs: string[] = []
  const others: string[] = []
  for (let i = 0; i < cells.length; i++) {
    const [cell = '', next = ''] = cells.slice(i)
    if (cell === '') continue
    const value = isKnown(next) ? '' : next
    if (isKnown(cell)) pairs.push(`${cell.replace(/[\s:：]/g, '')}:${value}`)
    else if (LABEL_LIKE.test(cell)) others.push(cell)
    else return undefined
    if (!isKnown(next)) i++
  }
  const colons = cells.some((cell) => /[:：]$/.test(cell))
  if (pairs.length === 0 || (!colons && (others.length > 0 || isHeader(pairs, cells)))) return undefined
  return pairs.join('')
}

/** 「文号 青政发〔2021〕12号 成文日期: …」: a label in front that only a space parts from its value. */
const SPACED = new RegExp(`^(文号|(?:${ANY})(?<=.{3}))\\s+(?=\\S)`)

/** 「发文机关国家卫生健康委员会」: a label that nothing parts from its value. */
const GLUED = new RegExp(`^(?:${ANY})(?<=.{3})(?=[^:])`)
/** How many such lines stand together. */
const ROWS = 3

/** Lines that begin with labels whose colons are lost, where some of them stand together, with colons. */
export function withColons(lines: readonly Line[]): readonly Line[] {
  const labels = lines.map(({ text, spaced, block }) => {
    const mayBe = block.kind !== 'row' && text.length < 120 && !/[。;]/.test(text)
    return mayBe ? { spaced: SPACED.exec(spaced)?.[1], glued: GLUED.exec(text)?.[0] } : {}
  })
  return lines.map((line, i) => {
    const { spaced, glued } = labels[i]!
    const near = labels.slice(Math.max(0, i - ROWS + 1), i + ROWS)
    const stands = near.filter((other) => other.glued).length >= ROWS
    const label = labels[i - 1]?.spaced || labels[i + 1]?.spaced ? spaced : stands ? glued : undefined
    if (label === undefined) return line
    const cut = (text: string) => `${text.slice(0, label.length)}:${text.slice(label.length)}`
    return { ...line, text: cut(line.text), shown: cut(line.shown) }
  })
}

export interface Labelled {
  readonly field: string
  readonly value: string
}

/** 「上传人:la****1文档编号:517352」「(网络)」「某某网」: what may stand before the first label that is known. */
const OTHERS = /^(?:\([^()]{1,8}\)|[一-龥]{2,10}(?:网|在线|日报|晚报)|[一-龥]{2,6}:[^:。;,《》]{0,24}?){1,4}$/

/** A value that says nothing: 「来源：网友投稿」 */
const NOBODY = /^(?:暂无|无|佚名|null|-+|网友(?:投稿|上传|整理)?|网络|互联网|转载|原创|未知|本站)$/

/** What a page sets around a value: bars, an empty bracket, 「本文已影响25人」. */
const BEHIND = /\[\]$|[|*\s?？【（(]+$|^[|*\s]+|(?:本文)?已影响.*$/g

/** 「区卫健局2019-07-16 17:37」 → 区卫健局 and the day. */
function parseValue(label: string, text: string, shown: string): Labelled[] {
  // 「字号：大 中 小」 is of the letters, 「字号：青政发〔2021〕9号」 of the document.
  const field = label === '字号' && /号$/.test(text) ? 'number' : FIELD.get(label)!
  const out: Labelled[] = []
  const day = /(?:中华)?民国\d{2,3}年|\d{4}[-年/.]\d{1,2}/.exec(text)
  const date = day && readDate(text, day.index)
  const dated = /On$|From$/.test(field)
  // 「废止日期:2023-10-16」 says when the page came out as little as 「更新时间」 does.
  if (date && (field !== '' || !/日期$|时间$/.test(label)))
    out.push({ field: dated ? field : 'publishedOn', value: toEdtf(date) })
  if (dated) return out
  const end =
    date && field !== 'url' && field !== 'number' && field !== 'indexNumber' && field !== 'title'
      ? day.index
      : text.length
  const value = normalise(shown.slice(0, end).replace(BEHIND, ''))
  if (field === 'url') {
    const url = /https?:\/\/[^\s)\]]+/.exec(value)
    return url ? [{ field, value: url[0] }] : out
  }
  if (value !== '' && !NOBODY.test(value)) out.push({ field: /^https?:/.test(value) ? 'url' : field, value })
  return field === 'source' && date
    ? [...out.filter((pair) => pair.field !== 'publishedOn'), ...out.filter((pair) => pair.field === 'publishedOn')]
    : out
}

/**
 * The labelled values of a page line: 「时间:2021-03-14来源:甘肃省卫生健康委员会」 → publishedOn, source. Undefined where the
 * line is no such line; a labelled value that no field takes has the field ''.
 */
export function readLabels({ text, shown }: Sentence): Labelled[] | undefined {
  if (text.length > 400) return undefined
  const found = matchesOf(LABEL, text)
  const first = found[0]
  if (!first) return undefined
  const head = text.slice(0, first.index)
  const day = head === '' ? undefined : readDate(head, 0)
  if (head !== '' && !day && !OTHERS.test(head)) return undefined
  const values = found.flatMap((match, i) => {
    const start = match.index + match[0].length
    const end = found[i + 1]?.index ?? text.length
    return parseValue((match[1] ?? match[2])!, text.slice(start, end), shown.slice(start, end))
  })
  return day ? [{ field: 'publishedOn', value: toEdtf(day) }, ...values] : values
}
