import type { Context, Deadline, Indicator } from '../../types.js'

type Status = Indicator['status']

/** Headings of a report of what was done. */
const DONE_HEADING =
  /丰硕|回顾|总结|成效|成绩|成就|完成情况|(?:取得|阶段|积极|明显|重要|重大|新).{0,6}进展|进展(?:情况|顺利|明显)?$|亮点|工作情况$|运行情况|过去|回眸|做法|发展基础|发展现状|取得|得到/
/** 基层服务质量明显提升: what was done in a report, what is wanted below a heading of aims. */
const BETTER_HEADING =
  /(?:明显|显著|不断|持续|更趋|更加|稳步|大幅|进一步|全面|有效)(?:提升|增强|改善|完善|优化|提高|加强|壮大|好转|提质|巩固)$/
const AHEAD_HEADING =
  /(?<!咬定|围绕|紧扣|紧盯|对照|锚定|瞄准)(?:目标|任务)|草案$|预期|安排|打算|要点|计划|措施|建议|下一步|部署|重点工作|展望|要求|今年工作|意见|方案/
/** A heading that orders: 着力提升公共卫生服务能力. */
const ORDER_HEADING =
  /^(?:着力|切实|坚决|深入|全面|加快|加大|大力|推动|推进|持续(?:深化|推进|加强|优化|做好)|进一步(?:加强|完善|健全)|聚焦|搭建|实施|扎实|积极|抓好|做好|强化|加强|完善)/
/** A heading that is longer tells something itself, and says nothing of what stands below it. */
const LONGEST_HEADING = 40

/** What an adverb 将 stands before: 将增加到, 将由12家增至20家. */
const PREDICATE =
  '(?:由\\d|从\\d|再|于|在|会|按|为|有|继续|持续|进一步|逐步|逐年|全[部面力]|力争|陆续|分[批期别]|新[增建]|达|实现|完成|建[设成立]|增|提[高升]|降|减|压|突破|超|投|安排|推|开展)'
/** What is done with an object that 将 stands before: 将起付线∣降低到, 将28项服务∣纳入. */
const DISPOSED =
  '(?:(?:提高|提升|上[调升]|增[加至]|扩[大展]|延长|放宽|降低|下[调降]|压[缩减]|缩[短减]|精简|减[少至]|控制|稳定|调整|拓展|升级|改造|转化|变更|细化|分解)(?:[到至为在成了\\d]|\\D{0,3}\\d)|纳入|列入|归入|划[入转]|作为|列为|定为|确定为|整合|下放|移交|分为|合并)'
/** 将 as an adverb of what is to come, not before an object (将报销比例由50%提高到60%), nor in 将近, 将军. */
const WILL = `(?<![武干健猛大主名麻])将(?![军近士领帅])(?:(?=${PREDICATE})|(?![^,;。]{2,30}?${DISPOSED}))`

/** How much the words around must tell what was done before a number that says nothing itself is a result. */
export const TELLING = 3

/** Words that something is still to come. */
export const AHEAD = new RegExp(
  `力争|确保|争取(?!(?:到|了|中央|上级|[国省市县]|各[类级]|专项|项目|补助)[^,;。]{0,8}(?:资金|补助|专款))|努力|(?<!完成[^,;。]{0,8}|超)目标(?!任务(?:如期|全面|圆满|顺利)?完成)|预期|预计|计划(?!的|生育|单列)|${WILL}|不低于|不少于|不得|至少|应当|必须|要(?!素|求|点)|今年.{0,6}(?:安排|拟)|新的一年|会议(?:要求|强调)|今后|下一步|下一?阶段|接下来|年内可(?=完成|实现|达)|(?<![入完成到占超按照])计划的(?=[一-龥]{2,10}\\d)`,
)

/** What the headings above say of the figures below them, innermost first. */
export function statusAbove({ above, report, voice }: Context): Status | undefined {
  const headings = above
    .map(({ sentence }) => sentence.text)
    .filter((text) => text.length <= LONGEST_HEADING)
    .reverse()
  for (const [i, heading] of headings.entries()) {
    const outer = headings.slice(i + 1)
    if (DONE_HEADING.test(heading)) return 'actual'
    if (BETTER_HEADING.test(heading) && !ORDER_HEADING.test(heading))
      return outer.some((text) => AHEAD_HEADING.test(text)) ? 'target' : 'actual'
    if (AHEAD_HEADING.test(heading)) return 'target'
    if (ORDER_HEADING.test(heading) && !report && voice() < TELLING)
      return outer.some((text) => DONE_HEADING.test(text)) ? 'actual' : 'target'
  }
  return undefined
}

/** A figure beside that of the year before, or its share of the plan: 比上年增长5.2%, 实现379.95亿元,增长9.3%, 为年计划的11%. */
const COMPARED =
  /(?:比上年|比去年|同比|环比)(?:同期)?(?:实际|名义)?(?:增长|下降|增加|减少|上升|减收|减产)|[\d.]亿?(?:元|美元|吨|人次|人|千瓦时),(?:同比)?(?:增长|下降)[\d.]+%|(?:为|占)(?:年度?|全年)?计划的\d|完成(?:年度|全年|年初|既定)?(?:目标|任务|计划)+的?(?:1\d\d(?:\.\d+)?|\d\d\.\d+)%(?!以)/
/** A figure that was counted: 年末户籍人口, 据统计, 接种率为46.2%. */
const COUNTED =
  /年末|(?<!\d)1-(?:[2-9]|1[0-2])月|初步核算|据[^,;。]{0,16}统计|据(?:了解|悉|介绍)|获悉|(?:率|比例|比重|占比)现?为约?[\d.]+%/
/** What a sentence that orders begins with. */
const ORDER =
  /^(?:[^,;。]{0,8}[是,、])?(?:要|着力|继续|加快|加大|加强|推进|推动|开展|实施|完成|新建|新增|新改|改造|建设|建成|建立|培育|打造|培训|组织|落实|实现|提高|提升|扩大|支持|安排|争创|创建|引进|发展|优化|健全|完善|强化)/

/** True for a sentence that tells a state, by its own words or because the one before it does. */
export function isTold(text: string, context: Context): boolean {
  return !AHEAD.test(text) && (COMPARED.test(text) || COUNTED.test(text) || goesOn(text, context))
}

/** 「年末全县户籍人口为8万人。∣其中，男性4万人」: what follows a result and orders nothing is one too. */
const goesOn = (text: string, context: Context): boolean =>
  isBehindResults(context) && !ORDER.test(text) && (context.report || !isBehindThePast(context))

/** True in a plan behind a sentence that says itself of which past year it tells: 去年批出贷款900宗。 */
function isBehindThePast({ before, year }: Context): boolean {
  const times = (before?.facts ?? [])
    .filter(({ kind }) => kind === 'deadline')
    .map(({ value }) => (value as Deadline).date)
  return (
    year !== undefined &&
    times.some((date) => date !== undefined && /^\d{4}/.test(date) && Number(date.slice(0, 4)) < year)
  )
}

function isBehindResults({ before }: Context): boolean {
  const rows = (before?.facts ?? []).filter(({ kind }) => kind === 'indicator')
  return rows.length > 0 && rows.every(({ value }) => (value as Indicator).status === 'actual')
}

const REVIEWED =
  /取得.{0,10}(?:成效|成绩|进展|突破|成就)|(?:较好|圆满|全面|顺利|如期)(?:地)?完成了[^。]{0,16}(?:目标|任务)/
/** True behind a sentence that opens a review: 去年全区经济社会发展取得显著成效。 */
export function isReviewed({ before }: Context): boolean {
  const text = before?.sentence.text ?? ''
  return text.length < 60 && REVIEWED.test(text) && !AHEAD.test(text) && !/[年月日]底?前/.test(text)
}

/** True behind a sentence that tells what a plan sets: 《甲市养老服务行动计划》明确,加快发展养老服务。 */
export function isOfPlan({ before }: Context): boolean {
  return /》(?:明确|提出|要求|规定)/.test(before?.sentence.text ?? '')
}

/** 过去的一年,全镇较好完成了各项任务。 */
const YEAR_BEHIND = /(?:刚刚?|即将|已经)?过去的?(?:这?一年|20\d\d年)|一年来|[今本]年以来|年初以来|回顾.{0,8}年/
const YEAR_TO_COME = /明年|新的一年|来年|下一?步|下一?年|今后|展望|未来/

/** True behind a sentence that looks back on the year that closes: what is expected of it is all but counted. */
export function isOfYearBehind(text: string, context: Context): boolean {
  const before = context.before?.sentence.text ?? ''
  if (ORDER.test(text) || YEAR_TO_COME.test(text) || YEAR_TO_COME.test(before)) return false
  return YEAR_BEHIND.test(before) || (/^预计/.test(text) && isBehindResults(context))
}
