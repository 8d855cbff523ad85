import type { Sentence, Span } from '../../types.js'
import { LONGEST, readUnclosed, readUnopened } from './halved.js'
import { typeOf } from './kind.js'

/** A title in marks: `span` with the marks, `name` without. */
export interface Title {
  readonly span: Span
  readonly name: Span
  /** Titles inside this one, without marks. */
  readonly inner: readonly Span[]
  /** The mark that the page lost; the words tell where it stood. */
  readonly lacks?: 'open' | 'close'
}

const CLOSERS = '》〉”'

/** Every outermost title of a sentence, in order: in 《》, or in 〈〉 “” 「」 where those hold a document's name. */
export function titlesIn(sentence: Sentence): Title[] {
  const { text } = sentence
  const out: Title[] = []
  let close = -1
  for (let at = 0; at < text.length; at++) {
    const c = text[at]
    const half = c === '》' ? readUnopened(text, at, out.at(-1)?.span.end ?? 0) : undefined
    if (half) out.push(half)
    if (c !== '《' && c !== '〈' && c !== '“') continue
    while (close <= at || (close < text.length && !CLOSERS.includes(text[close]!))) close++
    const isNear = close < text.length && close - at <= LONGEST
    const read = isNear ? (c === '“' ? readQuoted(sentence, at) : readTitle(text, at)) : undefined
    const title = read ?? (c === '《' ? readUnclosed(text, at) : undefined)
    if (!title || (c === '〈' && typeOf(text.slice(title.name.start, title.name.end)) === 'other')) continue
    out.push(withDoubled(text, title))
    at = out.at(-1)!.span.end - 1
  }
  return out
}

/** A title with a mark that the page doubled on one side only: 「《方案》》」 */
function withDoubled(text: string, title: Title): Title {
  let { start, end } = title.span
  while (text[start - 1] === '《' && text[start] === '《') start--
  while (text[end] === '》' && text[end - 1] === '》') end++
  return { ...title, span: { start, end } }
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

/** 「长者分享计划」 of Hong Kong and Taiwan is a scheme, unless it is written, cited or sent. */
const SCHEME = /(?<!实施|行动|工作|执行|作业|管理|发展)计划$/
const WRITTEN = /(?:公布|发表|制定|制订|订定|编制|印发|修订|修正|检送|检附|核定|根据|按照|依据|依照|依)[^,;。]{0,4}$/

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
    (SCHEME.test(name) && !WRITTEN.test(text.slice(Math.max(0, at - 10), at))) ||
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
