import { KINDS } from '../../data/kinds.js'
import type { Sentence, Span } from '../../types.js'
import { typeOf } from './kind.js'

/** A title in marks: `span` with the marks, `name` without. */
export interface Title {
  readonly span: Span
  readonly name: Span
  /** Titles inside this one, without marks. */
  readonly inner: readonly Span[]
  /** The page lost its closing mark, and the words tell where it ends. */
  readonly isOpen?: true
}

/** No title is longer, marks included; it keeps a text of nothing but 《 linear. */
const LONGEST = 200

const CLOSERS = '》〉”'

/** Every outermost title of a sentence, in order: in 《》, or in 〈〉 “” 「」 where those hold a document's name. */
export function titlesIn(sentence: Sentence): Title[] {
  const { text } = sentence
  const out: Title[] = []
  let close = -1
  for (let at = 0; at < text.length; at++) {
    const c = text[at]
    if (c !== '《' && c !== '〈' && c !== '“') continue
    while (close <= at || (close < text.length && !CLOSERS.includes(text[close]!))) close++
    const isNear = close < text.length && close - at <= LONGEST
    const read = isNear ? (c === '“' ? readQuoted(sentence, at) : readTitle(text, at)) : undefined
    const title = read ?? (c === '《' ? readOpen(text, at) : undefined)
    if (!title || (c === '〈' && typeOf(text.slice(title.name.start, title.name.end)) === 'other')) continue
    out.push(title)
    at = title.span.end - 1
  }
  return out
}

const isOpen = (c: string) => c === '《' || c === '〈'
const isClose = (c: string) => c === '》' || c === '〉'

/** The title that opens at an offset: marks are matched by depth; where one is missing, the words decide whose it is. */
function readTitle(text: string, at: number): Title | undefined {
  const open: number[] = []
  const inner: Span[] = []
  const stop = Math.min(text.length, at + LONGEST)
  let first = -1
  for (let i = at; i < stop; i++) {
    if (isOpen(text[i]!)) open.push(i + 1)
    else if (isClose(text[i]!)) {
      if (first < 0) first = i
      const start = open.pop()!
      if (open.length === 0) return title(at, i, inner)
      inner.push({ start, end: i })
    }
  }
  const second = text.slice(at + 1, first).search(/[《〈]/) + at + 1
  const isInner = text[second] !== '〈' || text[first] !== '〉'
  return first > 0 && isInner && CARRIES.test(text.slice(at + 1, second)) ? title(at, first, []) : undefined
}

/** What a title says before the title that it carries: 「《关于印发《…方案的通知》」 lost the closing mark of the inner one. */
const CARRIES = /(?:印发|转发|批转|下发|发布|公布|颁布|实施|贯彻|落实|执行|学习|宣传|修改|修订|废止|关于)$/

function title(start: number, end: number, inner: Span[]): Title | undefined {
  const deep = inner
    .sort((a, b) => a.start - b.start)
    .filter((span, i, all) => !(all[i - 1] && all[i - 1]!.end > span.end))
  if (end - start < 3) return undefined
  const name = { start: start + 1, end }
  const [only] = deep
  // 「《《…》》」 is one title, its marks twice.
  if (only && only.start === name.start + 1 && only.end === name.end - 1)
    return { span: { start, end: end + 1 }, name: only, inner: [] }
  return { span: { start, end: end + 1 }, name, inner: deep }
}

/** What stands behind a title whose closing mark is lost. */
const BEHIND = '(?=[,、。;:([)]|要求|精神|规定|部署|印发|已经|业经|和|与|及|等|$)'
/** 「…方案」「…办法(试行)」 */
const LAST_WORD = new RegExp(`(?:${[...KINDS].join('|')})(?:\\([^()[\\]]{1,12}\\))?${BEHIND}`, 'g')
/** A title with 关于 goes on up to 的 and its kind: 关于《…方案的通知 is no 方案. */
const ABOUT = /关于/
const NAMED = /的(?:若干|指导|实施|具体|补充|紧急)?[\u3400-\u9fff]{1,4}(?:\([^()]+\))?$/

/** The title that opens at an offset and closes nowhere, up to the first word that may be its last: 「《护林防火条例，」 */
function readOpen(text: string, at: number): Title | undefined {
  const [line] = /^[^《》,;。!?]*/.exec(text.slice(at + 1, at + LONGEST))!
  for (const match of line.matchAll(LAST_WORD)) {
    const name = line.slice(0, match.index + match[0].length)
    if (name.length < 4 || typeOf(name) === 'other' || (ABOUT.test(name) && !NAMED.test(name))) continue
    const end = at + 1 + name.length
    return { span: { start: at, end }, name: { start: at + 1, end }, inner: innerOf(name, at + 1), isOpen: true }
  }
  return undefined
}

/** Where the first 《 stands that nothing closes and no title was read from; −1 where there is none. */
export function lostTitle(text: string, titles: readonly Title[]): number {
  let next = 0
  for (let at = text.indexOf('《'); at >= 0; at = text.indexOf('《', at + 1)) {
    while (next < titles.length && titles[next]!.span.end <= at) next++
    if (next < titles.length && titles[next]!.span.start <= at) continue
    const close = text.indexOf('》', at)
    const open = text.indexOf('《', at + 1)
    if (close < 0 || (open >= 0 && open < close)) return at
  }
  return -1
}

const innerOf = (name: string, at: number): Span[] =>
  [...name.matchAll(/〈([^〈〉]+)〉/g)].map(({ index, 1: inner }) => ({
    start: at + index + 1,
    end: at + index + 1 + inner!.length,
  }))

/** 「…」 around a document's name, or “关于…的通知” where the page lost the marks. */
function readQuoted({ text, shown }: Sentence, at: number): Title | undefined {
  const end = text.slice(at, at + LONGEST).search('”') + at
  if (end <= at) return undefined
  const name = text.slice(at + 1, end)
  const type = typeOf(name)
  const document = name.startsWith('关于') && /的(?:若干)?[\u3400-\u9fff]{2,6}(?:\([^()]+\))?$/.test(name)
  if (
    type === 'other' ||
    name.includes('“') ||
    !(
      document ||
      (shown[at] === '「' &&
        name.length > 5 &&
        /[一-龥](?:法|条例|办法|规定|意见|通知|方案|规划|细则|计划|纲要|标准|规范)$/.test(name))
    )
  )
    return undefined
  return { span: { start: at, end: end + 1 }, name: { start: at + 1, end }, inner: [] }
}
