import { daysIn, toEdtf } from '../../text/date.js'
import { matchAt } from '../../text/match.js'
import type { Deadline, Span } from '../../types.js'
import { type Moment, numberOf } from './calendar.js'

/** A moment with the words around it that say what it limits. */
export interface Limited {
  readonly span: Span
  readonly value: Deadline
}

const BEFORE =
  /(?:截至|截止到?至?|(?<![达得高加回扩展升增降少]|增长|扩大)到|(?<![冬甚乃高加升降少]|增长|扩大)至|不得?(?:迟|晚)于|最迟|最晚)$/
/** 「完成时限：2020年12月」 */
const LABEL = /(?:时限|期限|节点|完成(?:时间|日期)|截止(?:时间|日期))[:为]?$/
const SINCE = /(?:自从?|(?<!服)从|(?<![理缘事自])(由))$/
/** 「30日18时前」「30日（星期四）前」 */
const CLOCK =
  '(?:\\((?:星期|周)[一二三四五六日天]\\))?(?:[上下]午)?(?:\\d{1,2}(?:时|点|:\\d\\d)(?:\\d\\d分?)?(?=之?前|以前|止))?'
const SUFFIX = new RegExp(
  `(?:底|末)?${CLOCK}(?:` +
    [
      '(或?之前|或?以前|前|止|为止)(?!期|列|沿|提(?!交|供)|景|来|往|后|三|两|\\d)',
      '(内|之内|以内)(?![容部涵外])',
      '(起|开始|以来)',
      '(之后|以后|后)(?![期续备勤来])',
      '(期间|间)',
    ].join('|') +
    ')',
  'y',
)
const COUNT = '(\\d{1,2}|[一二三四五六七八九十两]{1,2})(个?年|个月)(?:左右)?的?'
/** 「，利用4年时间」「三年内」「3个月内」 right behind the beginning. */
const FOR = new RegExp(
  `,?(?:计划|力争)?(?:(?:利用|用|连续|通过|为期|经过|分)${COUNT}(?:时间)?内?|${COUNT}(?:时间)?内)`,
  'y',
)

/** What a moment limits: 「∣2025年∣底前」 → by, 「自∣2025年∣起」 → from; `listed` behind another limit of one list. */
export function limitOf(text: string, at: number, moment: Moment, listed: boolean): Limited {
  const before = text.slice(Math.max(0, at - 6), at)
  const suffix = matchAt(SUFFIX, text, moment.end)
  const [to, since] = [BEFORE.exec(before), SINCE.exec(before)]
  const start = to ? at - to[0].length : since && suffix?.[3] ? at - since[0].length : at
  const end = moment.end + (suffix?.[0].length ?? 0)
  const kind = kindOf(moment, suffix, to !== null || listed || LABEL.test(before), since !== null && !since[1])
  const lasting = suffix?.[3] && suffix[3] !== '以来' ? lastingFrom(text, end, moment) : undefined
  const date = lasting?.date ?? dateOf(kind, moment)
  const value: Deadline = { kind, ...(date && { date }), ...(moment.relative && { relative: true as const }) }
  return { span: { start, end: lasting?.end ?? end }, value }
}

function kindOf(moment: Moment, suffix: RegExpExecArray | null, to: boolean, since: boolean): Deadline['kind'] {
  if (suffix?.[1] || suffix?.[2]) return 'by'
  if (suffix?.[3] || suffix?.[4]) return 'from'
  if (to || moment.by) return 'by'
  return since && !moment.date?.includes('/') ? 'from' : 'during'
}

function dateOf(kind: Deadline['kind'], { date, first, last }: Moment): string | undefined {
  if (date === undefined) return undefined
  if (kind === 'by') return `../${last}`
  return kind === 'from' ? `${first}/..` : date
}

/**
 * 「自2014年起，利用4年时间」 → 2014/2017, both ends included; 「2022年1月1日起3个月内」 → 2022-01-01/2022-04-01, since 民法典
 * 202 ends months on the day of the same number.
 */
function lastingFrom(text: string, at: number, { first, year }: Moment): { date: string; end: number } | undefined {
  const match = year === undefined ? null : matchAt(FOR, text, at)
  if (!match) return undefined
  const [count, unit] = match[1] === undefined ? [match[3]!, match[4]!] : [match[1], match[2]!]
  const n = numberOf(count)
  const last = unit.endsWith('年') ? String(year! + n - 1) : monthsOn(first!, n)
  return last === undefined ? undefined : { date: `${first}/${last}`, end: at + match[0].length }
}

/** The month or day some months on: ("2022-01", 3) → 2022-03, ("2022-01-31", 1) → 2022-02-28. */
function monthsOn(first: string, n: number): string | undefined {
  const [year, month, day] = first.split('-').map(Number)
  if (month === undefined || month > 12) return undefined
  const months = month - 1 + n - (day === undefined ? 1 : 0)
  const last = { year: year! + Math.floor(months / 12), month: (months % 12) + 1 }
  return toEdtf(day === undefined ? last : { ...last, day: Math.min(day, daysIn(last.year, last.month)) })
}
