import { among } from '../../text/match.js'
import { NUMERAL } from '../../text/numerals.js'
import type { Fact, Span } from '../../types.js'
import { type Quantity, readQuantity } from './quantity.js'

/** Calendar words: years, months, days, hours, decades, days of remembrance (5.12国际护士节). */
const DATE =
  /\d{4}年(?!产)(?:\d{1,2}月(?:\d{1,2}[日号])?)?|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|(?:19|20)\d\d[-至到](?:(?:19|20)\d\d|\d\d(?!\d))年?|\d{1,2}月(?:份|底|初|末|[上中下]旬|\d{1,2}[日号])?|\d{1,2}[日号](?!内)|\d{1,2}[时点](?!间|位|长)(?:\d{1,2}分)?|\d{2}后|\d{1,2}世纪|\d{2}年代|\d{1,2}[.·]\d{1,2}(?=[^\d%‰万亿,。、]{0,6}[节日])/y
/** What follows a number that names and does not count: 165号, 3.0版, 110报警, 12345热线, 500强. */
const NAMING =
  /(?:[-+]\d+)*(?:号|版|强|报警|热线|高地|课堂|后|G|K|D|度假|路|街|弄|幢|栋(?=\d)|单元(?=\d)|室|国道|省道|高速|次会议|次全会|次全体|届)/y
/** 「东经∣113度」 */
const COORDINATE = /[东西]经$|[南北]纬$/
const OPEN: Record<string, string> = { '(': ')', '《': '》', '“': '”', '[': ']', '〈': '〉', '‘': '’' }
/** Units written in Latin letters. */
const LATIN_UNIT = /^(?:k?[mgW]|[cm]m|[MG]W|kWh|km|TEU|[PE]?FLOPS|[GM]bps|DDDs?|[TPE]B|L|ug|mg)(?![a-z])/i
const OPENING = /[《“[〈‘(]/g
const LONGEST_QUOTE = 32
const LONGEST_NUMBER = 40

/** Spans that never hold a quantity: facts read before, titles, quoted names and slogans, notes in brackets. */
function closedSpans(text: string, found: readonly Fact[]): Span[] {
  const spans = found.filter(({ kind }) => kind === 'reference' || kind === 'deadline').map(({ span }) => span)
  OPENING.lastIndex = 0
  for (let open = OPENING.exec(text); open; open = OPENING.exec(text)) {
    const i = open.index
    if (text[i] === '(' && text[i + 1] !== '注') continue
    const limit = '《('.includes(text[i]!) ? 120 : LONGEST_QUOTE
    const end = text.slice(i + 1, i + 1 + limit).indexOf(OPEN[text[i]!]!)
    if (end < 0) continue
    spans.push({ start: i, end: i + end + 2 })
    OPENING.lastIndex = i + end + 2
  }
  return spans.sort((a, b) => a.start - b.start)
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const isLatin = among(LETTERS)
const isDigit = among('0123456789')
const isNumeral = among(NUMERAL)
const isInWord = among(`${LETTERS}0123456789.+&/_@-`)

/** The offset behind a word of Latin letters and digits: PM2.5, Anti-HIV1/2, 5G. */
function skipWord(text: string, at: number): number {
  let i = at
  while (isInWord(text, i)) i++
  return i
}

/** The offset behind what is no quantity at `at`: a date, an ordinal, a name; `at` itself where nothing forbids one. */
function skipNaming(text: string, at: number): number {
  DATE.lastIndex = at
  if (DATE.test(text)) return DATE.lastIndex
  let end = at
  const limit = Math.min(text.length, at + LONGEST_NUMBER)
  while (
    end < limit &&
    (isDigit(text, end) ||
      text[end] === '.' ||
      (end > at && (text[end] === '-' || text[end] === '+') && isDigit(text, end + 1)))
  )
    end++
  if (COORDINATE.test(text.slice(Math.max(0, at - 2), at))) return Math.max(end, at + 1)
  if (text[at - 1] === '第' || text[at - 1] === '+' || text.slice(at, end).includes('+')) return Math.max(end, at + 1)
  if (end === at) return at
  if (LATIN_UNIT.test(text.slice(end, end + 8))) return at
  NAMING.lastIndex = end
  if (NAMING.test(text)) return NAMING.lastIndex
  if (!isLatin(text, end)) return at
  return skipWord(text, end)
}

/** Told of every number that is passed over, and why. */
export type Shield = (span: Span, reason: string) => void

/** Why digits are no quantity: part of a date, an ordinal 「第3次」, a name 「12345热线」. */
function whyNone(text: string, start: number): string {
  if (text[start - 1] === '第') return 'ordinal'
  DATE.lastIndex = start
  return DATE.test(text) && !/^0\d/.test(text.slice(start, start + 2)) ? 'date' : 'name'
}

/** Every quantity of a sentence, in order; one pass, each character looked at a bounded number of times. */
export function scanQuantities(text: string, found: readonly Fact[], shield?: Shield): Quantity[] {
  const closed = closedSpans(text, found)
  const out: Quantity[] = []
  let next = 0
  for (let i = 0; i < text.length; ) {
    while (next < closed.length && closed[next]!.end <= i) next++
    const wall = closed[next]
    if (wall && wall.start <= i) {
      if (text[wall.start] === '“' && /\d/.test(text.slice(wall.start, wall.end))) shield?.(wall, 'quoted')
      i = wall.end
      continue
    }
    if (isLatin(text, i)) {
      i = skipWord(text, i)
      continue
    }
    const digit = isDigit(text, i)
    if (!digit && !isNumeral(text, i)) {
      i++
      continue
    }
    const skipped = skipNaming(text, i)
    if (skipped > i && digit) shield?.({ start: i, end: skipped }, whyNone(text, i))
    const quantity = skipped > i ? undefined : readQuantity(text, i)
    if (quantity && quantity.rule !== 'no-number' && !(text[i - 1] === '第')) out.push(quantity)
    i = Math.max(skipped, quantity?.end ?? i + 1, i + 1)
  }
  return out
}
