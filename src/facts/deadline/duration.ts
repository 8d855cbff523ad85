import { NUMERAL, readNumeral } from '../../text/numerals.js'
import type { Deadline, Sentence, Span } from '../../types.js'

/** A time that no calendar holds: how often, or how long from an event on. */
export interface Lasting extends Span {
  readonly value: Deadline
  readonly rule: 'every' | 'within' | 'event'
}

const HAN = `[${NUMERAL}]`
const COUNT = `(\\d{1,3}|${HAN}{1,3}|半)`
const UNIT = '(年度|年|学年|个月|月|周|星期|礼拜|个季度|季度|季|旬|个工作日|工作日|天|日|个小时|小时|分钟|秒)'
const ISO: Readonly<Record<string, (n: number) => string>> = {
  年: (n) => (n === 0.5 ? 'P6M' : `P${n}Y`),
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
function durationOf(count: string, unit: string): string | undefined {
  const n = count === '半' ? 0.5 : /^\d/.test(count) ? Number(count) : readNumeral(count)
  const name = unit.replace(/^个/, '').replace(/星期|礼拜/, '周')
  const key = /年/.test(name) ? '年' : /工作日|天|日/.test(name) ? '日' : name.includes('时') ? '时' : name[0]!
  return n === undefined || n <= 0 ? undefined : ISO[key]?.(n)
}

const run = (pattern: RegExp, text: string, at: number) => {
  pattern.lastIndex = at
  return pattern.exec(text)
}

const EACH = new RegExp(`每隔?(?:${COUNT}个?)?${UNIT}`, 'y')
/** 「每年11月」「每月5日前」 */
const IN_YEAR = new RegExp(`(\\d{1,2}|${HAN}{1,3})月份?(?:(\\d{1,2}|${HAN}{1,3})日)?(?:底|末)?(?:之前|以前|前)?`, 'y')
const ACTS =
  '次|[评检查考报督审清巡测复轮换届度结会访]|公示|调度|通报|通气|摸底|总结|小结|研判|更新|分析|培训|演练|主题|例会|对账|盘点|统计|交流|汇总|监测'
const ONCE = new RegExp(`${COUNT}个?(年|月|季度|季|周|天|日)(?:一(?:${ACTS})|1次)`, 'y')
const TIMES = /一(年|月|季度|周|天|日)(?:\d|[两二三四五六])次/y
const REGULAR = /按(月|季度|季|周|旬)(?![份节])/y

/** How often: 「每五年」 → P5Y, 「每年11月份」 → XXXX-11, 「一月一公示」 → P1M. */
export function readRecurring(text: string, at: number): Lasting | undefined {
  const before = text[at - 1] ?? ''
  const each = run(EACH, text, at)
  if (each)
    return /每[\u4e00-\u9fff]{1,2}$/.test(text.slice(Math.max(0, at - 3), at)) ? undefined : readEach(text, at, each)
  const regular = run(REGULAR, text, at)
  if (regular) return every(at, regular[0].length, durationOf('一', regular[1]!))
  if (/[\d第之.〇零一二三四五六七八九十百]/.test(before)) return undefined
  const times = run(TIMES, text, at)
  if (times) return every(at, times[0].length, durationOf('一', times[1]!))
  const once = run(ONCE, text, at)
  return once ? every(at, once[0].length, durationOf(once[1]!, once[2]!)) : undefined
}

function every(start: number, length: number, duration: string | undefined, date?: string): Lasting | undefined {
  if (duration === undefined) return undefined
  return { start, end: start + length, rule: 'every', value: { kind: 'every', ...(date && { date }), duration } }
}

function readEach(text: string, at: number, [whole, count, unit]: RegExpExecArray): Lasting | undefined {
  const duration = durationOf(count ?? '一', unit!)
  const end = at + whole.length
  const inYear = duration === 'P1Y' ? run(IN_YEAR, text, end) : null
  if (!inYear) return every(at, whole.length, duration)
  const [month, day] = [inYear[1]!, inYear[2]].map(
    (part) => part && (/^\d/.test(part) ? Number(part) : readNumeral(part)),
  )
  const two = (n: unknown) => String(n).padStart(2, '0')
  return every(at, whole.length + inYear[0].length, duration, `XXXX-${two(month)}${day ? `-${two(day)}` : ''}`)
}

const WITHIN = new RegExp(`(?:\\d{1,2}-|${HAN}(?:至|到))?${COUNT}${UNIT}(?:之内|以内|内(?![科部容涵在外地]))`, 'y')
const LIMITED = new RegExp(`(?<![时期年权上下])限期?(?:在)?${COUNT}${UNIT}(?:之内|以内|内)?`, 'y')
const EFFORT = new RegExp(
  `(?:利用|用|通过|经过|力争|再用)(?:\\d{1,2}-|${HAN}(?:至|到))?${COUNT}(年|个月)(?:左右)?的?(?:时间|努力)`,
  'y',
)
const AHEAD = new RegExp(`(?:今后|未来)(?:\\d{1,2}-|${HAN}(?:至|到))?${COUNT}(年|个月)(?![来前])(?:内)?`, 'y')
/** What qualifies a person or a firm: 「3年内无违法记录」. */
const RECORD = /^[^,。;]{0,4}(?:未|无|没有|曾|受到|发生过|累计|连续)/

/** How long: 「30日内」 → P30D, 「限期一年」 → P1Y, 「印发之日起30日内」 with its event. */
export function readWithin({ text, shown }: Sentence, at: number): Lasting | undefined {
  for (const pattern of [LIMITED, EFFORT, AHEAD]) {
    const match = run(pattern, text, at)
    const duration = match && durationOf(match[1]!, match[2]!)
    if (duration) return { start: at, end: at + match[0].length, rule: 'within', value: { kind: 'within', duration } }
  }
  if (
    /[\d第近月.〇零一二三四五六七八九十百/-]$|(?:过去|最近|此前|上|(?:压缩|缩短|控制|减少|降低|压减|延长|缩减)[到至在为]|不超过)$/.test(
      text.slice(Math.max(0, at - 3), at),
    )
  )
    return undefined
  const match = run(WITHIN, text, at)
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

/** An event right before an offset: 「自印发之日起」「收到通知后」. */
function eventBefore(text: string, at: number): (Span & { from: number }) | undefined {
  const window = text.slice(Math.max(0, at - 30), at)
  const match =
    /((?:自|从|在|于|应当在|须在|应在)?)([^,。;:、()《》“”]{2,24}?)(?:之日起|后的?|之后的?|起)(?:的)?$/.exec(window)
  if (!match || /\d$/.test(match[2]!)) return undefined
  const cut = /^.*(?:自|从|应当在|应在|须在|必须在|(?<![存现所])在(?!线|地|岗|校|职))/.exec(match[1]! + match[2]!)
  const words = cut ? (match[1]! + match[2]!).slice(cut[0].length) : match[2]!
  const end = at - (match[0].length - match[1]!.length - match[2]!.length)
  const whole = /之日起/.test(match[0]) ? end + 2 : end
  return words.length < 2
    ? undefined
    : { start: end - words.length, end: whole, from: end - words.length - (cut && /[自从在]$/.test(cut[0]) ? 1 : 0) }
}

const SINCE = /之日起(?:的?(\d{1,3}|[〇零一二三四五六七八九十百]{1,3})(个工作日|工作日|天|日|个月|年)后)?/y

/** 「自公布之日起施行」 → from, with its event; `at` stands on 之日起. */
export function readSince({ text, shown }: Sentence, at: number): Lasting | undefined {
  const match = run(SINCE, text, at)
  const event = match && eventBefore(text, at + 3)
  if (!event || (match[1] === undefined && run(WITHIN, text, at + 3))) return undefined
  const duration = match[1] === undefined ? undefined : durationOf(match[1], match[2]!)
  const value: Deadline = { kind: 'from', ...(duration && { duration }), anchor: shown.slice(event.start, event.end) }
  return { start: event.from, end: at + match[0].length, rule: 'event', value }
}
