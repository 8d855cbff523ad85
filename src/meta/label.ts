import { LABELS } from '../data/labels.js'
import { readDate, toEdtf } from '../text/date.js'
import { matchesOf } from '../text/match.js'
import { normalise } from '../text/width.js'
import type { Sentence } from '../types.js'

const FIELD = new Map(
  Object.entries(LABELS).flatMap(([field, labels]) => labels.map((label) => [label, field] as const)),
)
const ANY = [...FIELD.keys()].sort((a, b) => b.length - a.length).join('|')
/** A label where a line starts, or further on behind a value: 「来源：…」「【发布日期】…」 */
const LABEL = new RegExp(
  `(?:^[-·•*#|]*|(?<=[^一-龥])|(?<=[一-龥]))(?:(${ANY})(?:\\*\\*)?:(?:\\*\\*)?|\\[(${ANY})\\]:?)`,
  'g',
)

/**
 * A row of labels and values, 「文号⇥青政发〔2021〕12号⇥主题词⇥水利」, as a line: 「文号:青政发〔2021〕12号主题词:水利」, without the
 * pairs of other labels that end in a colon (「公开目录:」); undefined for another row.
 */
export function labelRow(cells: readonly string[]): string | undefined {
  const labels = cells.filter((_, i) => i % 2 === 0).filter(Boolean)
  const bare = (cell: string) => cell.replace(/[\s:：]/g, '')
  const known = (cell: string) => FIELD.has(bare(cell))
  const alike = labels.every((cell) => /^[一-龥\s]{2,12}[:：]?$/.test(cell))
  if (!labels.some(known)) return undefined
  if (!labels.every(known) && !(alike && labels.some((cell) => /[:：]$/.test(cell)))) return undefined
  return cells
    .map((cell, i) => (i % 2 === 0 ? cell && known(cell) && `${bare(cell)}:` : known(cells[i - 1]!) && cell))
    .filter(Boolean)
    .join('')
}

export interface Labelled {
  readonly field: string
  readonly value: string
}

/** 「上传人:la****1文档编号:517352」「(网络)」「某某网」: what may stand before the first label that is known. */
const OTHERS = /^(?:\([^()]{1,8}\)|[一-龥]{2,10}(?:网|在线|日报|晚报)|[一-龥]{2,6}:[^:。;,《》]{0,24}?){1,4}$/

/** What a page sets around a value: bars, an empty bracket, 「本文已影响25人」. */
const BEHIND = /\[\]$|[|*\s]+$|^[|*\s]+|(?:本文)?已影响.*$/g

/** 「区卫健局2019-07-16 17:37」 → 区卫健局 and the day. */
function parseValue(label: string, text: string, shown: string): Labelled[] {
  const field = FIELD.get(label)!
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
  // 「字号：大 中 小」 is of the letters.
  if (value !== '' && !/^(?:暂无|无|佚名|null|-+)$/.test(value) && (field !== 'number' || /\d/.test(value)))
    out.push({ field: /^https?:/.test(value) ? 'url' : field, value })
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
