import { readDate } from '../../text/date.js'
import { matchAt } from '../../text/match.js'
import { NUMERAL } from '../../text/numerals.js'
import {
  between,
  type Clock,
  counted,
  dayOf,
  impliedYear,
  isYear,
  type Moment,
  nearYear,
  numberOf,
  type Year,
  yearOf,
} from './calendar.js'
import { readPart, WORD } from './part.js'
import { readNamed } from './period.js'
import { readRange } from './range.js'

const HAN = `[${NUMERAL}]`
/** 「2019年」「二〇一九年」「二O一九年」 */
const COMMON = `(\\d{4}|[${NUMERAL}O]{4})年`
/** 「民国一百零三年」, and behind a first one also 「一百零三年五月」「114年底」「113年至116年」. */
const REPUBLIC = [
  `(?:中华)?民国(\\d{2,3}|${HAN}{1,5})年`,
  `(一百[零〇]?${HAN}{1,3})年(?=${HAN}{1,3}月)`,
  `(?<![第满近共逾历])(1[0-3]\\d)年(?=度|底(?!蕴)|\\d{1,2}月|至1[0-3]\\d年|(?<=\\d年至\\d{3}年))`,
].join('|')
/** 「今年」「明年」 */
const NEARBY = '([今本明来去上后前])年'
/** 「次年3月」「当年年底」: counted from the year that the sentence named. */
const FOLLOWING = `(次|翌|当|同)年(?=${WORD}|\\d|${HAN}{1,3}月)`
const YEAR = new RegExp([REPUBLIC, COMMON, NEARBY, FOLLOWING].join('|'), 'y')

/** 「3月15日∣9:00至∣21日」 */
const JOINT = /(?:(?:[上下]午)?\d{1,2}(?::\d\d|[时点]))?(?:-{1,2}|至|到)(?![之以])/y

/** The moment that starts at an offset, with both ends where it is a range: 「2019年3月至5月」 → 2019-03/2019-05. */
export function readMoment(text: string, at: number, clock: Clock): Moment | undefined {
  const whole = readRange(text, at, clock) ?? readNamed(text, at, clock)
  if (whole) return whole
  const first = readSingle(text, at, clock)
  if (!first) return undefined
  const joint = matchAt(JOINT, text, first.end)
  const second = joint && readSingle(text, first.end + joint[0].length, { ...clock, named: first.year ?? clock.named })
  if (!second || (first.date !== undefined && second.last !== undefined && first.date > second.last)) return first
  return between(first, second)
}

function readSingle(text: string, at: number, clock: Clock): Moment | undefined {
  const match = matchAt(YEAR, text, at)
  if (!match) return readDigits(text, at) ?? readPart(text, at, impliedYear(clock))
  const [whole, republic, later, short, common, near, following] = match
  const end = at + whole.length
  if (following !== undefined) return readPart(text, end, followingYear(following, clock))
  if (near !== undefined) return readNear(text, at, nearYear(near, clock))
  const said = republic ?? later ?? short
  const year = said === undefined ? numberOf(common!.replaceAll('O', '〇')) : numberOf(said) + 1911
  return isYear(year) ? readIn(text, end, { year, relative: false }) : undefined
}

/** 「2019-07-16」「2019.7.16」 */
function readDigits(text: string, at: number): Moment | undefined {
  const date = /^\d{4}[-/.]/.test(text.slice(at, at + 5)) ? readDate(text, at) : undefined
  return date?.day && isYear(date.year) ? dayOf(date.year, date.month!, date.day, date.end) : undefined
}

/** 「今年」 is no year in 以今年, 目前年, 本年限. */
function readNear(text: string, at: number, year: Year): Moment | undefined {
  const word = /[以之目说声证表线网基成版员近]$/.test(text.slice(Math.max(0, at - 1), at))
  if (word) return undefined
  const part = readPart(text, at + 2, year)
  return part || /[龄限均轻]/.test(text[at + 2] ?? '') ? part : readIn(text, at + 2, year)
}

/** A year with the part of it that is named behind: 「2019年」∣「三季度」. */
function readIn(text: string, at: number, year: Year): Moment {
  const part = readPart(text, at, year)
  if (part) return part
  const end = text[at] === '度' ? at + 1 : at
  return year.year === undefined ? { end } : counted(yearOf(year.year, end), year.relative)
}

const followingYear = (word: string, { named, said = named }: Clock): Year => ({
  year: said === undefined ? undefined : said + (/[当同]/.test(word) ? 0 : 1),
  relative: false,
})
