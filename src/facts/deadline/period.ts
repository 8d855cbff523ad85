import { FIVE_YEAR_PLANS } from '../../data/periods.js'
import { lastDay } from '../../text/date.js'
import { matchAt } from '../../text/match.js'
import { between, type Clock, counted, isYear, type Moment, yearOf } from './calendar.js'

const PLAN =
  /[“”"]?(十[一二三四五六]五|十五|[一二三四五六七八九]五)[“”"]?(?:规划|计划)?(时期末|期末|末期|期间|时期|期内|以来|末|初期|初|中期|后期)/y

/** 「“十四五”期间」 → 2021/2025. */
export function readPeriod(text: string, at: number): Moment | undefined {
  const match = matchAt(PLAN, text, at)
  const years = match && FIVE_YEAR_PLANS[match[1]!]
  if (!years) return undefined
  const [first, last] = years
  const end = at + match[0].length - (match[2] === '以来' ? 2 : 0)
  const moment = between(yearOf(first, 0), yearOf(last, end))
  return match[2]!.includes('末') ? { ...moment, by: true } : moment
}

const SCHOOL_YEAR = /(\d{4})学年度?/y
const TWO_YEARS = /(今明|明后)(?:两|二)年/y
const COLD_SEASON = /今冬明春/y

/** Stretches with names of their own: 「2022学年」 → 2022/2023, 「今明两年」, 「今冬明春」 → 2022-24/2023-21. */
export function readNamed(text: string, at: number, { now }: Clock): Moment | undefined {
  const school = matchAt(SCHOOL_YEAR, text, at)
  if (school && isYear(Number(school[1])))
    return between(yearOf(Number(school[1]), 0), yearOf(Number(school[1]) + 1, at + school[0].length))
  const two = matchAt(TWO_YEARS, text, at)
  const end = at + 4
  if (two) {
    const first = two[1] === '今明' ? 0 : 1
    return now === undefined ? { end } : counted(between(yearOf(now + first, 0), yearOf(now + first + 1, end)), true)
  }
  if (!matchAt(COLD_SEASON, text, at)) return undefined
  if (now === undefined) return { end }
  const first = `${now}-24`
  return { end, date: `${first}/${now + 1}-21`, first, last: lastDay(now + 1, 5), year: now + 1, relative: true }
}
