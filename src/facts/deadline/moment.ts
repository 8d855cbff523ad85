import { FIVE_YEAR_PLANS } from '../../data/periods.js'
import { daysIn, readDate, toEdtf } from '../../text/date.js'
import { NUMERAL, readNumeral } from '../../text/numerals.js'

/** A stretch of the calendar: EDTF of itself, of where it begins, and its last day. Without a year only `end` is known. */
export interface Moment {
  readonly end: number
  readonly date?: string
  readonly first?: string
  readonly last?: string
  readonly year?: number
  /** Counted from the document's year. */
  readonly relative?: true
  /** The words themselves say that it is the last moment: 年内, “十四五”末. */
  readonly by?: true
}

/** What a moment without a year is counted from. */
export interface Clock {
  /** The document's year. */
  readonly now: number | undefined
  /** The last year that the sentence named. */
  readonly named: number | undefined
  /** The year that a heading above names: months below 「2011年工作回顾」 are of 2011. */
  readonly above?: number | undefined
  /** The day of the document. */
  readonly day?: string | undefined
}

const HAN = `[${NUMERAL}]`
/** 「2019年」「民国一百零三年」「一百零三年五月」「二O一九年」「今年」; 次年 and 当年 only before a month. */
const YEAR = new RegExp(
  `(?:(\\d{4})|(?:中华)?民国(\\d{2,3}|${HAN}{1,5})|(一百[零〇]?${HAN}{1,3})(?=年${HAN}{1,3}月)|([${NUMERAL}O]{4}))年|(今|本|明|来|去|上|后|前)年|(次|翌|当)年(?=(?:底|末|\\d|${HAN}{1,3}月))`,
  'y',
)
const DAY = `(\\d{1,2}|${HAN}{1,3})[日号](?!${HAN}*[楼线地机])`
/** 「年底」「上半年」「三季度末」「6月30日」「5月上旬」 behind a year or alone. */
const PART = new RegExp(
  '(度?年?(?:初(?![步级中])|(?<=年年?)中(?!国|华|央|心|期|的)|末(?![端梢])|底(?![线数层])|终(?=前|[,。])|内(?![容部涵]))|[上下]半年|前?第?[一二三四1-4]季度[初末底]?|第[一二三四1-4]季(?!节))' +
    `|(?:度?)(\\d{1,2}|${HAN}{1,3})月份?(?:${DAY}|[初底末]|([上中下])旬)?(?![龄嫂饼票])`,
  'y',
)
const NEAR: Readonly<Record<string, number>> = { 今: 0, 本: 0, 明: 1, 来: 1, 去: -1, 上: -1, 后: 2, 前: -2 }

const number = (text: string) => (/^\d/.test(text) ? Number(text) : (readNumeral(text) ?? -1))
const run = (pattern: RegExp, text: string, at: number) => {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** The moment that starts at an offset, with both ends where it is a range: 「2019年3月至5月」 → 2019-03/2019-05. */
export function readMoment(text: string, at: number, clock: Clock): Moment | undefined {
  const short = readShortRange(text, at, clock)
  if (short) return short
  const first = readSingle(text, at, clock)
  if (!first) return undefined
  const joint = run(/(?:-|至|到)(?![之以])/y, text, first.end)
  const second = joint && readSingle(text, first.end + 1, { ...clock, named: first.year ?? clock.named })
  if (!second || (first.date !== undefined && second.last !== undefined && first.date > second.last)) return first
  return span(first, second)
}

function span(first: Moment, second: Moment): Moment {
  if (first.date === undefined || second.date === undefined) return { end: second.end }
  const from = first.first!
  return {
    end: second.end,
    date: `${from}/${second.date.split('/').at(-1)}`,
    first: from,
    last: second.last!,
    year: second.year!,
    ...(first.relative && { relative: true as const }),
  }
}

/** 「2018-2020年」「3-5月」「6月1-15日」: the unit stands once, behind the second number. */
function readShortRange(text: string, at: number, clock: Clock): Moment | undefined {
  return readYears(text, at) ?? readMonths(text, at, clock) ?? readDays(text, at, clock)
}

function readYears(text: string, at: number): Moment | undefined {
  const years = run(/(\d{4})(?:-|至|到)(\d{4}|\d{2})年(?![版级])/y, text, at)
  if (!years) return undefined
  const [first, last] = [Number(years[1]), Number(years[1]!.slice(0, 4 - years[2]!.length) + years[2])]
  if (first >= last || !isYear(first) || !isYear(last)) return undefined
  return span(yearOf(first, 0), yearOf(last, at + years[0].length))
}

function readMonths(text: string, at: number, clock: Clock): Moment | undefined {
  const months = run(/(?:(\d{4}|[今本去明])年)?(\d{1,2})(?:-|至)(\d{1,2})月份?/y, text, at)
  if (!months || Number(months[2]) >= Number(months[3]) || Number(months[3]) > 12) return undefined
  const { year, relative } = countedFrom(months[1], clock)
  if (year === undefined) return { end: at + months[0].length }
  const single = (month: number, end: number) => monthOf(year, month, end, relative)
  return span(single(Number(months[2]), 0), single(Number(months[3]), at + months[0].length))
}

function readDays(text: string, at: number, clock: Clock): Moment | undefined {
  const days = run(/(?:(\d{4}|[今本去明])年)?(\d{1,2})月(\d{1,2})日?(?:-|至)(\d{1,2})日/y, text, at)
  if (!days || Number(days[3]) >= Number(days[4])) return undefined
  const { year, relative } = countedFrom(days[1], clock)
  const end = at + days[0].length
  if (year === undefined) return { end }
  const first = dayOf(year, Number(days[2]), Number(days[3]), 0, relative)
  const second = dayOf(year, Number(days[2]), Number(days[4]), end, relative)
  return first && second && span(first, second)
}

/** The year that a month without one belongs to: the sentence's own, else the document's. */
function counted({ now, named, above }: Clock): { year: number | undefined; relative: boolean } {
  const year = named ?? above
  return year === undefined || (named === undefined && above === now)
    ? { year: now, relative: true }
    : { year, relative: false }
}

/** The year that 「2019」 or 「今」 before 年 says, else the one that months are counted from. */
function countedFrom(said: string | undefined, clock: Clock): { year: number | undefined; relative: boolean } {
  if (said === undefined) return counted(clock)
  if (/\d/.test(said)) return { year: Number(said), relative: false }
  return { year: clock.now === undefined ? undefined : clock.now + NEAR[said]!, relative: true }
}

const isYear = (year: number) => year >= 1900 && year <= 2100

function readSingle(text: string, at: number, clock: Clock): Moment | undefined {
  const head = run(YEAR, text, at)
  const digits = head || !/\d{4}[-/.]/.test(text.slice(at, at + 5)) ? undefined : readDate(text, at)
  if (digits?.day && isYear(digits.year)) return dayOf(digits.year, digits.month!, digits.day, digits.end, false)
  if (!head) return readPart(text, at, counted(clock).year, counted(clock).relative)
  const [, digitsOfYear, republicYear, republicLater, hanYear, nearWord, follows] = head
  const republic = republicYear ?? republicLater
  if (follows !== undefined) return readFollowing(text, at, follows, clock)
  const near = nearWord === undefined ? undefined : NEAR[nearWord]!
  if (near !== undefined && /[以之目说声证表线网基成版员近]$/.test(text.slice(0, at).slice(-1))) return undefined
  const said = digitsOfYear ?? hanYear?.replaceAll('O', '〇')
  const year =
    near !== undefined
      ? clock.now === undefined
        ? undefined
        : clock.now + near
      : republic === undefined
        ? number(said!)
        : number(republic) + 1911
  if (near === undefined && !isYear(year!)) return undefined
  const end = at + head[0].length
  const part = readPart(text, end, year, near !== undefined)
  if (part) return part
  const plain = /^度/.test(text.slice(end, end + 1)) ? end + 1 : end
  if (near !== undefined && /[龄限均轻]/.test(text[end] ?? '')) return undefined
  return year === undefined ? { end: plain } : yearOf(year, plain, near !== undefined)
}

/** 「次年3月底」「当年12月」: counted from the year that the sentence named, else from none. */
function readFollowing(text: string, at: number, word: string, { named }: Clock): Moment | undefined {
  const year = named === undefined ? undefined : named + (word === '当' ? 0 : 1)
  return readPart(text, at + 2, year, false)
}

/** 「月底」「本月底」「下月10日」, counted from the day of the document. */
export function readMonth(text: string, at: number, { day }: Clock): Moment | undefined {
  const match = run(/(本|当|下个?|上个?)?月(?:(底|末)|(\d{1,2})[日号])(?!线)/y, text, at)
  if (
    !match ||
    (match[1] === undefined &&
      (match[3] !== undefined || /[\d〇一二三四五六七八九十年个两每按几]$/.test(text.slice(Math.max(0, at - 1), at))))
  )
    return undefined
  const end = at + match[0].length
  if (day === undefined || match[1] === '当') return { end }
  const count =
    Number(day.slice(0, 4)) * 12 +
    Number(day.slice(5, 7)) -
    1 +
    (match[1]?.[0] === '下' ? 1 : match[1]?.[0] === '上' ? -1 : 0)
  const [year, month] = [Math.floor(count / 12), (count % 12) + 1]
  return match[3] === undefined ? monthOf(year, month, end, true) : dayOf(year, month, Number(match[3]), end, true)
}

function readPart(text: string, at: number, year: number | undefined, relative: boolean): Moment | undefined {
  const match = run(PART, text, at)
  if (!match) return undefined
  const end = at + match[0].length
  const [, word, monthText, dayText, third] = match
  if (word !== undefined) return readWord(word, year, end, relative)
  const month = number(monthText!)
  if (month < 1 || month > 12) return undefined
  if (year === undefined) return { end }
  if (dayText !== undefined) return dayOf(year, month, number(dayText), end, relative)
  if (third === undefined) return monthOf(year, month, end, relative)
  const from = { 上: 1, 中: 11, 下: 21 }[third]!
  const to = third === '下' ? daysIn(year, month) : from + 9
  const [first, last] = [toEdtf({ year, month, day: from }), toEdtf({ year, month, day: to })]
  return { end, date: `${first}/${last}`, first, last, year, ...(relative && { relative: true as const }) }
}

/** 「年底」 → month 12, 「年初」 → the first quarter, 「年中」 → the second and third, 「上半年」 → 2019-40, 「三季度」 → 2019-35. */
function readWord(word: string, year: number | undefined, end: number, relative: boolean): Moment | undefined {
  const by = /内$/.test(word) ? { by: true as const } : {}
  if (year === undefined) return { end, ...by }
  const [from, to, date] = monthsOf(word)
  return {
    end,
    date: date.replaceAll('Y', String(year)),
    first:
      /半年|季度?$/.test(word) && !word.startsWith('前')
        ? date.replaceAll('Y', String(year))
        : toEdtf({ year, month: from }),
    last: toEdtf({ year, month: to, day: daysIn(year, to) }),
    year,
    ...(relative && { relative: true as const }),
    ...by,
  }
}

function monthsOf(word: string): [first: number, last: number, date: string] {
  if (word.endsWith('半年')) return word.startsWith('上') ? [1, 6, 'Y-40'] : [7, 12, 'Y-41']
  const quarter = /([一二三四1-4])季度?([初末底]?)$/.exec(word)
  if (quarter) {
    const n = number(quarter[1]!)
    if (word.startsWith('前')) return [1, n * 3, `Y-33/Y-${32 + n}`]
    return [n * 3 - 2, n * 3, `Y-${32 + n}`]
  }
  if (word.endsWith('初')) return [1, 3, 'Y-33']
  if (word.endsWith('中')) return [4, 9, 'Y-34/Y-35']
  return word.endsWith('内') ? [1, 12, 'Y'] : [12, 12, 'Y-12']
}

function yearOf(year: number, end: number, relative = false): Moment {
  return {
    end,
    date: String(year),
    first: String(year),
    last: `${year}-12-31`,
    year,
    ...(relative && { relative: true as const }),
  }
}

function monthOf(year: number, month: number, end: number, relative: boolean): Moment {
  const date = toEdtf({ year, month })
  return {
    end,
    date,
    first: date,
    last: toEdtf({ year, month, day: daysIn(year, month) }),
    year,
    ...(relative && { relative: true as const }),
  }
}

function dayOf(year: number, month: number, day: number, end: number, relative: boolean): Moment | undefined {
  if (day < 1 || month < 1 || month > 12 || day > daysIn(year, month)) return undefined
  const date = toEdtf({ year, month, day })
  return { end, date, first: date, last: date, year, ...(relative && { relative: true as const }) }
}

const PLAN =
  /[“”"]?(十[一二三四五六]五|十五|[一二三四五六七八九]五)[“”"]?(?:规划|计划)?(期间|时期|期内|以来|期末|末期|末|初期|初|中期|后期)/y

/** 「“十四五”期间」 → 2021/2025. */
export function readPeriod(text: string, at: number): Moment | undefined {
  const match = run(PLAN, text, at)
  const years = match && FIVE_YEAR_PLANS[match[1]!]
  if (!years) return undefined
  const since = match[2] === '以来'
  const end = at + match[0].length - (since ? 2 : 0)
  const [first, last] = years
  return {
    end,
    date: `${first}/${last}`,
    first: String(first),
    last: `${last}-12-31`,
    year: last,
    ...(/末/.test(match[2]!) && { by: true as const }),
  }
}
