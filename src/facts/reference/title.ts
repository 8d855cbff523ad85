import type { Sentence, Span } from '../../types.js'
import { typeOf } from './kind.js'

/** A title in marks: `span` with the marks, `name` without. */
export interface Title {
  readonly span: Span
  readonly name: Span
  /** Titles inside this one, without marks. */
  readonly inner: readonly Span[]
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
    if (close - at > LONGEST) continue
    const title = c === '《' || c === '〈' ? readTitle(text, at) : c === '“' ? readQuoted(sentence, at) : undefined
    if (!title || (c === '〈' && typeOf(text.slice(title.name.start, title.name.end)) === 'other')) continue
    out.push(title)
    at = title.span.end - 1
  }
  return out
}

const isOpen = (c: string) => c === '《' || c === '〈'
const isClose = (c: string) => c === '》' || c === '〉'

/** The title that opens at an offset: marks are matched by depth, else the first closing mark ends it. */
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
  return first < 0 || text.slice(at + 1, first).search(/[《〈]/) >= 0 ? undefined : title(at, first, [])
}

function title(start: number, end: number, inner: Span[]): Title | undefined {
  const deep = inner
    .sort((a, b) => a.start - b.start)
    .filter((span, i, all) => !(all[i - 1] && all[i - 1]!.end > span.end))
  return end - start < 3 ? undefined : { span: { start, end: end + 1 }, name: { start: start + 1, end }, inner: deep }
}

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
