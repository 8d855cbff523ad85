import type { Pair } from '../html/header.js'
import { readLabels } from '../html/header.js'

/** Settings that stand before a text between two lines of three hyphens, as site generators and note books write them. */
const FRONT = /^\ufeff?---[ \t]*\r?\n([\s\S]{0,10000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/
/** 「title: …」「发文字号: …」, an item or a continued line below one, a remark. */
const SETTING = /^(?:[\w\p{Script=Han} -]{1,30}:(?: .*)?|[ \t]*- .*|[ \t]+\S.*|#.*|)$/u
const KEYED = /^([\w -]{1,30}): +(.+)$/

/** Key without marks → the field it fills. */
const KEYS: Readonly<Record<string, string>> = {
  title: 'title',
  number: 'number',
  docnumber: 'number',
  documentnumber: 'number',
  date: 'publishedOn',
  pubdate: 'publishedOn',
  publishdate: 'publishedOn',
  published: 'publishedOn',
  publishedat: 'publishedOn',
  publishedon: 'publishedOn',
  source: 'source',
  publisher: 'source',
  url: 'url',
  link: 'url',
  sourceurl: 'url',
}

export interface Front {
  readonly stated: readonly Pair[]
  readonly lines: readonly string[]
  /** Where the text begins. */
  readonly end: number
}

/** What stands before a text of Markdown as settings: 「---⏎title: 青岭市…要点⏎---」 → its title; `undefined` where there are none. */
export function readFront(text: string): Front | undefined {
  const front = FRONT.exec(text)
  if (!front) return undefined
  const lines = front[1]!.split(/\r?\n/)
  if (!lines.some((line) => line.includes(': ')) || !lines.every((line) => SETTING.test(line))) return undefined
  return { stated: lines.flatMap(pairsOf), lines, end: front[0].length }
}

function pairsOf(line: string): Pair[] {
  const [, key = '', value = ''] = KEYED.exec(line) ?? []
  if (key === '') return readLabels(line)
  const field = KEYS[key.toLowerCase().replace(/[\s_-]/g, '')]
  const bare = value.trim().replace(/^(["'])(.*)\1$/, '$2')
  return field && (field !== 'url' || /^https?:\/\//.test(bare)) ? [[field, bare]] : []
}
