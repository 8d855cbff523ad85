import { boundsOf, isDay } from '../../text/edtf.js'
import type { Context, Deadline, Fact, Indicator } from '../../types.js'
import type { Clause } from './clause.js'

/** Headings of a report of what was done. */
const DONE_HEADING = /丰硕|回顾|总结|成效|成绩|成就|完成情况|进展|亮点|过去|回眸|做法|发展基础|发展现状|取得|得到/
/** 基层服务质量明显提升: what was done in a report, what is wanted below a heading of aims. */
const BETTER_HEADING =
  /(?:明显|显著|不断|持续|更趋|更加|稳步|大幅|进一步|全面|有效)(?:提升|增强|改善|完善|优化|提高|加强|壮大|好转|提质|巩固)$/
const AHEAD_HEADING = /目标|任务|安排|打算|要点|计划|措施|建议|下一步|部署|重点工作|展望|要求|今年工作|意见|方案/
/** A heading that orders: 着力提升公共卫生服务能力. */
const ORDER_HEADING =
  /^(?:着力|切实|坚决|深入|全面|加快|加大|大力|推动|推进|持续(?:深化|推进|加强|优化|做好)|进一步(?:加强|完善|健全)|聚焦|搭建|实施|扎实|积极|抓好|做好|强化|加强|完善)/
const RESULT =
  /实现了|达到了|完成了|建成了|设置了|新增了|荣获|获评|入选|被(?:确定|选定|评|命名|认定)|位居|跃居|超额完成|立案|获得(?!感)/
const DONE =
  /截至|截止|目前|去年|上年[,末全]|一年来|[两三四五]年来|近年来|以来|过去|已(?:经|有|达|建|完|累|实|全|与|在|竣|投|通|启|设|超|成)|(?<![为到])了(?!解)|现有|共有|再创|创历史/
const AHEAD =
  /力争|确保|争取|努力|目标|预期|预计|计划(?!的)|将(?!军)|不低于|不少于|不得|至少|应当|必须|要(?!素|求|点)|今年.{0,6}(?:安排|拟)|新的一年/

/** A figure beside that of the year before, or its share of the plan: 比上年增长5.2%, 实现379.95亿元,增长9.3%, 为年计划的11%. */
const STATISTIC =
  /(?:比上年|比去年|同比|环比)(?:同期)?(?:实际|名义)?(?:增长|下降|增加|减少|上升)|[\d.]亿?(?:元|美元|吨|人次|人|千瓦时),(?:同比)?(?:增长|下降)[\d.]+%|(?:为|占)(?:年度?|全年)?计划的\d/

const deadlines = (facts: readonly Fact[]) =>
  facts.filter((fact) => fact.kind === 'deadline') as Fact<'deadline', Deadline>[]
const isTime = ({ value }: Fact<'deadline', Deadline>): boolean =>
  value.date !== undefined && (value.kind === 'by' || value.kind === 'during' || value.kind === 'within')

/** A time that only qualifies a noun: 2000年底前∣建成的∣老旧小区. */
const OF_A_NOUN = /^(?:以前|之前|前)?(?:建成|投产|出生|注册|开工|竣工|批准|登记|成立|印发|修建|购买)[^,;。]{0,4}的/

/** When an indicator at `at` is to be reached or was measured: the last time before it, else one of a heading above. */
export function timeOf(text: string, at: number, context: Context): string | undefined {
  const own = deadlines(context.found).filter(
    (fact) =>
      isTime(fact) &&
      !OF_A_NOUN.test(text.slice(fact.span.end, fact.span.end + 8)) &&
      !'比较从由与自'.includes(text[fact.span.start - 1] ?? ' '),
  )
  const before =
    own.filter(({ span }) => span.start < at).at(-1) ?? own.find(({ span }) => !/[,;]/.test(text.slice(at, span.start)))
  if (before) return before.value.date
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
 * True for a time that had passed when the document was issued: 一季度 in a report of May. A page of a later year than
 * its plan is a copy, whose date says nothing.
 */
function isOver(time: string | undefined, { date, year }: Context): boolean {
  const end = time && !time.startsWith('../') ? boundsOf(time).end : undefined
  return end !== undefined && date !== undefined && isDay(date) && Number(date.slice(0, 4)) === year && end < date
}

/** What the headings above say, innermost first. */
function statusAbove(context: Context): Indicator['status'] | undefined {
  const headings = context.above.map(({ sentence }) => sentence.text).reverse()
  for (const [i, heading] of headings.entries()) {
    const outer = headings.slice(i + 1)
    if (DONE_HEADING.test(heading)) return 'actual'
    if (BETTER_HEADING.test(heading) && !ORDER_HEADING.test(heading))
      return outer.some((above) => AHEAD_HEADING.test(above)) ? 'target' : 'actual'
    if (AHEAD_HEADING.test(heading)) return 'target'
    if (ORDER_HEADING.test(heading) && !context.report)
      return outer.some((above) => DONE_HEADING.test(above)) ? 'actual' : 'target'
  }
  return undefined
}

/** True behind a sentence that opens a review: 去年全区经济社会发展取得显著成效。 */
function isReviewed({ before }: Context): boolean {
  const text = before?.sentence.text ?? ''
  return text.length < 60 && /取得.{0,10}(?:成效|成绩|进展|突破|成就)/.test(text) && !AHEAD.test(text)
}

/** Whether a number is to be reached or was: by its clause, its time, the headings above, the document. */
export function statusOf(
  { tail, text, start }: Clause,
  words: string,
  time: string | undefined,
  context: Context,
): Indicator['status'] {
  const said = tail.baseline ? words.replace(tail.baseline, '') : words
  if (tail.status === 'actual' || RESULT.test(said)) return 'actual'
  const year = lastYear(time)
  if (context.year !== undefined && year !== undefined && year !== context.year)
    return year < context.year ? 'actual' : 'target'
  if (isOver(time, context) && !AHEAD.test(said)) return 'actual'
  if (AHEAD.test(said)) return DONE.test(said) && !/至少|不少于|不低于/.test(said) ? 'actual' : 'target'
  const lead = text.slice(Math.max(0, start - 160), start)
  if (DONE.test(said) || /(?:截至|目前|近年来|年来|以来|(?<![比较])去年|过去|实现了|现有)(?!.*今年)/.test(lead))
    return 'actual'
  if (/力争|确保|到20\d\d年/.test(lead)) return 'target'
  const above = statusAbove(context)
  if (above) return above
  const told = STATISTIC.test(text) && !AHEAD.test(text)
  return told || context.report || isReviewed(context) ? 'actual' : 'target'
}
