import { matchAt } from '../../text/match.js'
import { NUMERAL, readNumeral } from '../../text/numerals.js'
import type { Deadline, Sentence, Span } from '../../types.js'
import { eventBefore } from './event.js'
import { partOf, WORD } from './part.js'

/** A time that no calendar holds: how often, or how long from an event on. */
export interface Lasting extends Span {
  readonly value: Deadline
  readonly rule: 'every' | 'within' | 'event'
}

const HAN = `[${NUMERAL}]`
const COUNT = `(\\d{1,3}|${HAN}{1,3}|半)`
const UNIT =
  '(年半(?=[之以]?内)|年度|年|学年|个月|月|周|星期|礼拜|个季度|季度|季|旬|个工作日|工作日|个工作天|工作天|个历日|历日|个日历天|日历天|天|日|个小时|小时|分钟|秒)'
const ISO: Readonly<Record<string, (n: number) => string>> = {
  年: (n) => (n === 0.5 ? 'P6M' : `P${n}Y`),
  半: (n) => `P${n * 12 + 6}M`,
  月: (n) => (n === 0.5 ? 'P15D' : `P${n}M`),
  季: (n) => `P${n * 3}M`,
  周: (n) => `P${n}W`,
  旬: (n) => `P${n * 10}D`,
  日: (n) => (n === 0.5 ? 'PT12H' : `P${n}D`),
  时: (n) => (n === 0.5 ? 'PT30M' : `PT${n}H`),
  分: (n) => `PT${n}M`,
  秒: (n) => `PT${n}S`,
}

/** ISO 8601 of a count and a unit: ("两", "个月") → P2M, ("半", "年") → P6M. */
export function durationOf(count: string, unit: string): string | undefined {
  const n = count === '半' ? 0.5 : /^\d/.test(count) ? Number(count) : readNumeral(count)
  const name = unit.replace(/^个/, '').replace(/星期|礼拜/, '周')
  const key =
    name === '年半' ? '半' : /年/.test(name) ? '年' : /天|日/.test(name) ? '日' : name.includes('时') ? '时' : name[0]!
  return n === undefined || n <= 0 ? undefined : ISO[key]?.(n)
}

const EACH = new RegExp(`每隔?(?:${COUNT}个?)?${UNIT}(?!级)`, 'y')
const MONTH = `(\\d{1,2}|${HAN}{1,3})`
/** 「每年11月」「每年3月至5月」「每年6月5日前」 */
const IN_YEAR = new RegExp(
  `${MONTH}(?:月份?(?:${MONTH}日)?|(?=[-至到]))(?:(?:-|至|到)${MONTH}月份?)?(?:底|末)?(?:之前|以前|前)?`,
  'y',
)
/** 「每年年底前」「每年上半年」 */
const PART_OF_YEAR = new RegExp(`(${WORD})(?:之前|以前|前)?`, 'y')
const DAY = `${MONTH}[日号](?:之前|以前|前)?`
/** 「每周五」「每月10日前」「每季度末」 */
const IN_MONTH = new RegExp(`(?:${DAY}|[上中下]旬|[初底末])(?:之前|以前|前)?`, 'y')
const IN_QUARTER = new RegExp(`(?:(?:[首末次]|第[一二三]个)月(?:${DAY})?|[初底末](?!月))(?:之前|以前|前)?`, 'y')
const IN_WEEK = /[一二三四五六日天](?![次个名家份])/y
const INSIDE: Readonly<Record<string, RegExp>> = { P1M: IN_MONTH, P3M: IN_QUARTER, P1W: IN_WEEK }
const ACTS =
  '次|检查|巡查|督查|评估|考核|巡检|报告|清零|轮训|[评检查考报督审清巡测复轮换届度结会访]|公示|调度|通报|通气|摸底|总结|小结|研判|更新|分析|培训|演练|主题|例会|对账|盘点|统计|交流|汇总|监测'
const ONCE = new RegExp(`${COUNT}个?(年|月|季度|季|周|天|日)(?:一(?:${ACTS})|1次)`, 'y')
const TIMES = /一(年|月|季度|周|天|日)(?:\d|[两二三四五六])次/y
/** 「按月发放」「逐月通报」, but not 「逐月回落」, nor 「按月下跌2%」, which compares months. */
const REGULAR = new RegExp(
  `按(月|季度|季|周|旬)(?![份节]|(?:仅|只|均|再|微|小幅|大幅|轻微|显著|实质)*(?:[增减升跌]|上升|下[跌挫降滑]|回[升落]|上涨|急[升跌]))|逐(月|季度|季|周|旬|日)(?=${ACTS}|落实|推进|分解|制定|公布)`,
  'y',
)

/** How often: 「每五年」 → P5Y, 「每年11月份」 → XXXX-11, 「一月一公示」 → P1M. */
export function readRecurring(text: string, at: number): Lasting | undefined {
  const before = text[at - 1] ?? ''
  const each = text[at] === '每' ? matchAt(EACH, text, at) : null
  if (each)
    return /每[\u4e00-\u9fff]{1,2}$|平均$|人均$/.test(text.slice(Math.max(0, at - 3), at)) ||
      isRate(text, at + each[0].length, each[2]!)
      ? undefined
      : readEach(text, at, each)
  const regular = text[at] === '按' || text[at] === '逐' ? matchAt(REGULAR, text, at) : null
  if (regular) return every(at, regular[0].length, durationOf('一', (regular[1] ?? regular[2])!))
  if (/[\d第之.〇零一二三四五六七八九十百]/.test(before)) return undefined
  const times = text[at] === '一' ? matchAt(TIMES, text, at) : null
  if (times) return every(at, times[0].length, durationOf('一', times[1]!))
  const once = matchAt(ONCE, text, at)
  return once ? every(at, once[0].length, durationOf(once[1]!, once[2]!)) : undefined
}

/** 「每月3200元」「每秒10万次」: a sum or a speed, and no time. */
const isRate = (text: string, at: number, unit: string) =>
  unit === '秒' ||
  (/时|分/.test(unit) && /^\d/.test(text.slice(at, at + 1))) ||
  (!unit.includes('年') && /^[\d,.]+[万亿]?余?(?:元|公里|千米|米|立方米|吨|千瓦时)/.test(text.slice(at, at + 16)))

function every(start: number, length: number, duration: string | undefined, date?: string): Lasting | undefined {
  if (duration === undefined) return undefined
  return { start, end: start + length, rule: 'every', value: { kind: 'every', ...(date && { date }), duration } }
}

function readEach(text: string, at: number, [whole, count, unit]: RegExpExecArray): Lasting | undefined {
  const duration = durationOf(count ?? '一', unit!)
  const end = at + whole.length
  const closer = INSIDE[duration ?? '']
  const inside = closer ? matchAt(closer, text, end) : null
  if (inside) return every(at, whole.length + inside[0].length, duration)
  const inYear = duration === 'P1Y' ? readYearly(text, end) : undefined
  return every(at, (inYear?.end ?? end) - at, duration, inYear?.date)
}

/** What text at an offset names of every year: 「3月至5月」 → XXXX-03/XXXX-05, 「年底前」 → XXXX-12. */
export function readYearly(text: string, at: number): { end: number; date: string } | undefined {
  const word = matchAt(PART_OF_YEAR, text, at)
  if (word) return { end: at + word[0].length, date: partOf(word[1]!).date.replaceAll('Y', 'XXXX') }
  const match = matchAt(IN_YEAR, text, at)
  if (!match?.[0].includes('月')) return undefined
  const [month, day, last] = match.slice(1).map((part) => part && (/^\d/.test(part) ? Number(part) : readNumeral(part)))
  if (!month || Number(month) > 12) return undefined
  const two = (n: unknown) => String(n).padStart(2, '0')
  const date = `XXXX-${two(month)}${day ? `-${two(day)}` : ''}${last ? `/XXXX-${two(last)}` : ''}`
  return { end: at + match[0].length, date }
}

export const WITHIN = new RegExp(
  `(?:\\d{1,2}-|${HAN}(?:至|到))?${COUNT}${UNIT}(?:左右)?(?:的?时间)?(?:之内|以内|内(?![科部容涵在外地]))`,
  'y',
)
const LIMITED = new RegExp(`(?<![时期年权上下])限[期时]?(?:在)?${COUNT}${UNIT}(?:之内|以内|内)?`, 'y')
const EFFORT = new RegExp(
  `(?:利用|用|通过|经过|再用|(?<=力争|争取|计划))(?:\\d{1,2}-|${HAN}(?:至|到))?${COUNT}(年|个月)(?:左右)?的?(?:时间|努力)(?:之?内)?`,
  'y',
)
/** 「分三年完成」 */
const STEPS = new RegExp(`分${COUNT}(年)(?=完成|实施|建成|推进|落实|到位|逐步|达到|安排|建设|分)`, 'y')
const AHEAD = new RegExp(`(?:今后|未来)(?:\\d{1,2}-|${HAN}(?:至|到))?${COUNT}(年|个月)(?![来前])(?:内)?`, 'y')
/** What qualifies a person or a firm: 「3年内无违法记录」. */
const RECORD = /^[^,。;]{0,4}(?:未|无|没有|曾|受到|发生过|累计|连续)/

/** How long: 「30日内」 → P30D, 「限期一年」 → P1Y, 「印发之日起30日内」 with its event. */
export function readWithin({ text, shown }: Sentence, at: number): Lasting | undefined {
  for (const pattern of [LIMITED, EFFORT, STEPS, AHEAD]) {
    const match = matchAt(pattern, text, at)
    const duration = match && durationOf(match[1]!, match[2]!)
    if (duration) return { start: at, end: at + match[0].length, rule: 'within', value: { kind: 'within', duration } }
  }
  if (
    /[\d第近月.〇零一二三四五六七八九十百/-]$|(?:过去|最近|此前|上|(?:压缩|缩短|控制|减少|降低|压减|延长|缩减)[到至在为]|不超过)$/.test(
      text.slice(Math.max(0, at - 3), at),
    )
  )
    return undefined
  const match = matchAt(WITHIN, text, at)
  const duration = match && durationOf(match[1]!, match[2]!)
  if (!duration || RECORD.test(text.slice(at + match[0].length, at + match[0].length + 12))) return undefined
  const event = eventBefore(text, at)
  const anchor = event && { anchor: shown.slice(event.start, event.end) }
  return {
    start: event?.from ?? at,
    end: at + match[0].length,
    rule: 'within',
    value: { kind: 'within', duration, ...anchor },
  }
}
