import { boundsOf, isDay } from '../../text/edtf.js'
import { matchesOf } from '../../text/match.js'
import type { Context, Deadline, Fact, Indicator } from '../../types.js'
import type { Clause } from './clause.js'
import { isCondition } from './condition.js'
import { AHEAD, isOfPlan, isOfYearBehind, isReviewed, isTold, statusAbove, TELLING } from './voice.js'

const RESULT =
  /实现了|达到了|完成了|建成了|设置了|新增了|荣获|获评|入选|被(?:确定|选定|评|命名|认定)|位居|跃居|超额完成|预计数|快报数|立案|(?<![将可能会])获得(?!感)|(?<!不|防止|避免|杜绝)发生[^,;。]{1,16}\d起|(?:完成|达到?|为)[^,;。]{0,8}(?:目标|任务|计划)[^,;。\d]{0,4}的[\d.]+%(?!以[上内])/
/** 已 before a verb: not in 已婚, nor where a list only takes in what exists, 已纳入计划的. */
const ALREADY = '已(?!婚|知|故|被?[纳列]入)'
const PAST =
  '截至|截止|目前|过去|近年来|年来|以来|(?<![比较])去年|实现了|现有(?!在[职岗册]|职工|人员|员工|基础|规定|资源|条件|水平)|\\d月(?:份|底|末)?,?累计完成|推出时|共(?:有|完成|接获|收到|投入|发放|救助|查处|处理)'
const DONE = new RegExp(`${PAST}|去年|上年[,末全]|${ALREADY}|(?<![为到])了(?!解)|再创|创历史`)
/** 12项实事∣如期完成, where nobody is told to see to it. */
const COMPLETED =
  /^(?!.*(?:推动|推进|保障|促进|实现|督促)).*(?:如期|圆满|顺利|胜利)完成|完成(?:年度|全年|年初|既定)?(?:目标|任务|计划)+的?[\d.]+%(?!以[上内])/
/** A forecast is no result, whatever is counted in it; but 预计全年 closes the books of a year. */
const FORECAST = /预计(?!全年|可?实现|完成)|估计/
/** Nothing but 预计 says that a figure of a review is not final yet. */
const OPEN_BOOKS = /^(?!.*(?:力争|确保|争取|努力|目标|预期|将|要|不低于|至少|计划)).*预计/
const CLOSING = /预计(?:全年|可?实现|完成)/
/** 截至6月底…,预计全年可完成4亿元: in the middle of a year the whole of it is still to come. */
const WHOLE_YEAR = /全年|年[底末终内]/
const MIDWAY = /截[至止](?:\d{4}年)?(?:[1-9]|1[01])月|上半年|[一二三]季度|1-(?:[2-9]|1[01])月/
/** 出台设置标准,将面积提高到1000平方米: a norm, also where a report tells of it. */
const NORM = /(?:出台|制定|印发|修订)[^,;。]{2,30}(?:标准|规范|规定|办法),$/
/** 离95%的要求还有差距: how far a state is from what is wanted. */
const SHORT_OF = /(?:[离距与]|距离|低于|未达到?)[^,;。]{0,16}\d[\d.]*[^,;。\d]{0,4}的?(?:目标|要求|标准)/
/** Words earlier in the sentence, the nearest of which decides: what is past, what is wanted, a year that starts afresh. */
const LEADS = new RegExp(
  `(${PAST}|${ALREADY}|(?<!不|防止|避免|杜绝)发生(?![率的]))|(力争|确保|计划(?=完成|新[建增]|实施|投资|改造|开工|培训|安排)|(?<![加高升长大展降少缩整])到20\\d\\d年|目标(?:任务)?(?:是|为|:)|[年月日底]前(?![一二三四五六七八九十两半\\d]|$)|(?:要求|强调)[,:]|》(?:明确|提出|要求|规定)|下一?年度?|明年|今后|下一(?:步|阶段)|接下来|未来[一二三四五六七八九十\\d]{1,3}年|年内可)|今年`,
  'g',
)

const deadlines = (facts: readonly Fact[]) =>
  facts.filter((fact) => fact.kind === 'deadline') as Fact<'deadline', Deadline>[]
const isTime = ({ value }: Fact<'deadline', Deadline>): boolean =>
  value.date !== undefined && (value.kind === 'by' || value.kind === 'during' || value.kind === 'within')

/** A time that only qualifies a noun: 2000年底前∣建成的∣老旧小区. */
const OF_A_NOUN =
  /^(?:以前|之前|前)?(?:建成|投产|出生|注册|开工|竣工|批准|登记|成立|印发|修建|购买)[^,;。]{0,4}的|^结[转余]/

/** A time in a bracket says nothing of what stands behind it: 产值23亿元(2020年22亿元),∣增长∣8%. */
const isShut = (text: string, end: number, at: number): boolean => /^[^()]{2,}\)/.test(text.slice(end, at))

/** When an indicator at `at` is to be reached or was measured: the last time before it, else one of a heading above. */
export function timeOf({ text, conditions, tail }: Clause, at: number, context: Context): string | undefined {
  const beside = `${tail.of ?? ''};${tail.baseline ?? ''}`
  const own = deadlines(context.found).filter(
    (fact) =>
      isTime(fact) &&
      !isShut(text, fact.span.end, at) &&
      !isCondition(conditions, fact.span.start, fact.span.end) &&
      !(
        fact.span.start >= tail.end &&
        fact.span.start < at &&
        beside.includes(text.slice(fact.span.start, fact.span.end))
      ) &&
      !OF_A_NOUN.test(text.slice(fact.span.end, fact.span.end + 8)) &&
      !'比较从由与自'.includes(text[fact.span.start - 1] ?? ' ') &&
      !/^[^,;。]{0,8}相比/.test(text.slice(fact.span.end, fact.span.end + 10)),
  )
  const before =
    own.filter(({ span }) => span.start < at).at(-1) ?? own.find(({ span }) => !/[,;]/.test(text.slice(at, span.start)))
  if (before) {
    // 「截至6月底…，预计全年…」: the whole of the year that the time before it is in.
    const whole = before.span.start < at && /全年/.test(text.slice(before.span.end, at))
    return whole ? (/\d{4}/.exec(before.value.date!)?.[0] ?? before.value.date) : before.value.date
  }
  for (const { facts } of [...context.above].reverse()) {
    const time = deadlines(facts).find(isTime)
    if (time) return time.value.date
  }
  return undefined
}

const lastYear = (time: string | undefined): number | undefined => {
  const year = time && /(\d{4})(?!.*\d{4})/.exec(time)?.[1]
  return year ? Number(year) : undefined
}

/**
 * True for a time that had come when the document was issued: 一季度 in a report of May. A page of a later year than
 * its plan is a copy, whose date says nothing.
 */
function isOver(time: string | undefined, { date, year }: Context): boolean {
  const end = time && !time.startsWith('../') ? boundsOf(time).end : undefined
  return end !== undefined && date !== undefined && isDay(date) && Number(date.slice(0, 4)) === year && end <= date
}

/** Whether a number is to be reached or was: by its clause, its time, the headings above, the document. */
export function statusOf(
  { tail, text, start, condition, q, last, follows }: Clause,
  words: string,
  time: string | undefined,
  context: Context,
): Indicator['status'] {
  if (last && start === q.start && !/[,;。:(!?]/.test(text[start - 1] ?? ',')) return last.status
  const said = tail.baseline ? words.replace(tail.baseline, '') : words
  if (tail.status === 'actual' || RESULT.test(said)) return 'actual'
  const year = lastYear(time)
  if (context.year !== undefined && year !== undefined && year !== context.year)
    return year < context.year ? 'actual' : 'target'
  if (isOver(time, context) && !AHEAD.test(said)) return 'actual'
  if (condition && !DONE.test(said)) return 'target'
  if (SHORT_OF.test(said) || (said.startsWith('将') && NORM.test(text.slice(0, start)))) return 'target'
  const led = (words = '') => leadOf(text.slice(Math.max(0, start - 160), start) + words) ?? statusAbove(context)
  const looksBack = !time && isOfYearBehind(text, context)
  const closed =
    CLOSING.test(said) || (OPEN_BOOKS.test(said) && (led() === 'actual' || looksBack || context.voice() >= TELLING))
  if (AHEAD.test(said) && !(closed && !(MIDWAY.test(text.slice(0, start)) && WHOLE_YEAR.test(said)))) {
    const done = DONE.test(said) && !FORECAST.test(said) && !/至少|不少于|不低于/.test(said)
    return done ? 'actual' : 'target'
  }
  if (DONE.test(said) || COMPLETED.test(said)) return 'actual'
  const told =
    looksBack ||
    isTold(text, context) ||
    (context.report && !isOfPlan(context)) ||
    isReviewed(context) ||
    context.voice() >= TELLING
  const goesOn = follows && last?.status === 'actual' && !/今年|明年|再(?![次生])|继续/.test(said)
  return led(said) ?? (told || goesOn ? 'actual' : 'target')
}

/** What the last telling word before the clause says. */
function leadOf(lead: string): Indicator['status'] | undefined {
  const last = matchesOf(LEADS, lead).at(-1)
  return last?.[1] ? 'actual' : last?.[2] ? 'target' : undefined
}
