import { matchAt } from '../../text/match.js'
import type { Context, Deadline, Sentence, Span } from '../../types.js'

/** A time that an event or a feast names. */
export interface EventTime {
  readonly span: Span
  readonly value: Deadline
  readonly rule: 'event' | 'feast'
}

const found = (start: number, length: number, value: Deadline, rule: EventTime['rule']): EventTime => ({
  span: { start, end: start + length },
  value,
  rule,
})

/** Characters with which `readEvent` begins, beside the digits of a feast. */
export const EVENT_STARTS = '即春元国五中汛入主开端清两七八雨台上封供采夏秋三新下高党“'

/** 「即日起」「春节前」「5.12国际护士节」 at an offset. */
export function readEvent(sentence: Sentence, at: number, context: Context): EventTime | undefined {
  const { text } = sentence
  return readToday(text, at, context) ?? readOccasion(sentence, at) ?? readFeast(text, at, context)
}

/** 「从即日起」: from the day of the document. */
function readToday(text: string, at: number, { date }: Context): EventTime | undefined {
  if (!text.startsWith('即日起', at)) return undefined
  const start = /[自从]/.test(text[at - 1] ?? '') ? at - 1 : at
  const value: Deadline = date ? { kind: 'from', date: `${date}/..`, relative: true } : { kind: 'from', anchor: '即日' }
  return found(start, at + 3 - start, value, 'event')
}

/** Events that come every year, 「春节」「主汛期到来」「秋季学期开学」, and those that come once, 「党的二十大召开」. */
const OCCASION = [
  '春节|元旦|国庆节?|五一|中秋节?|端午节?|清明节?|两节|七一|八一',
  '主?汛期?|雨季|台汛期|入汛|入冬|上冻|封冻|供暖季?|采暖季?|采暖期|供暖期|开春|春耕|夏收|秋收|秋播|三夏|三秋',
  '(?:[春秋]季学期|新学期|下学期)?开学|[春秋]季学期|高考|中考',
  '两会|党的[一二三四五六七八九十]{1,3}大',
].join('|')
const BEFORE = new RegExp(
  `((?:(?:\\d{4}|[今本明来])年)?“?(?:${OCCASION})”?(?:到来|来临|召开|开始)?)(?:放假|假期)?之?前(?![后夕期景])`,
  'y',
)

/** 「本届政府任期内」 */
const TENURE = /(本届(?:政府|班子|[市县区镇乡村]?[两党村]?委)?任期)(?:之|以)?内/y

/** 「春节前」「汛期来临前」「2023年春节前」「本届任期内」: by an event that no calendar of the document dates. */
export function readOccasion({ text, shown }: Sentence, at: number): EventTime | undefined {
  const match = matchAt(BEFORE, text, at) ?? matchAt(TENURE, text, at)
  return match
    ? found(at, match[0].length, { kind: 'by', anchor: shown.slice(at, at + match[1]!.length) }, 'event')
    : undefined
}

const FEAST = /(\d{1,2})[.·](\d{1,2})(?=[\u4e00-\u9fff]{2,10}(?:节|日)(?![常益均报]))/y

/** 「5.12国际护士节」: a day of the year that is known by its number. */
function readFeast(text: string, at: number, { year }: Context): EventTime | undefined {
  FEAST.lastIndex = at
  const match = FEAST.exec(text)
  if (!match || /[\d.]/.test(text[at - 1] ?? '') || year === undefined) return undefined
  const [month, day] = [Number(match[1]), Number(match[2])]
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined
  const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return found(at, match[0].length, { kind: 'during', date, relative: true }, 'feast')
}

/** An event right before an offset: 「自印发之日起」「收到通知后」. */
export function eventBefore(text: string, at: number): (Span & { from: number }) | undefined {
  const window = text.slice(Math.max(0, at - 30), at)
  const match =
    /((?:自|从|在|于|应当在|须在|应在)?)([^,。;:、()《》“”]{2,24}?)(?:之日起|后的?|之后的?|起)(?:的)?$/.exec(window)
  if (!match || /\d$/.test(match[2]!)) return undefined
  const cut =
    /^.*(?:自(?!主|然|治|查)|从|应当?在|应当?于|须在|必须在|应自|(?<![存现所])在(?!线|地|岗|校|职)|(?<![关由对等高低终位属基鉴便用至善源处介大小多少限])于(?!是))/.exec(
      match[1]! + match[2]!,
    )
  const words = cut ? (match[1]! + match[2]!).slice(cut[0].length) : match[2]!
  const end = at - (match[0].length - match[1]!.length - match[2]!.length)
  const whole = /之日起/.test(match[0]) ? end + 2 : end
  return words.length < 2
    ? undefined
    : { start: end - words.length, end: whole, from: end - words.length - (cut && /[自从在]$/.test(cut[0]) ? 1 : 0) }
}
