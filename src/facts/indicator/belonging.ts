import { type Clause, clauseStart, type State } from './clause.js'
import { readHead } from './head.js'
import type { Named } from './name.js'
import { isMeasure } from './scope.js'

const PEOPLE =
  '(?:群众|居民|学生|人员|农户|人口|人数|人次|户次|户数|企业|长者|家庭|职工|农民|村民|市民|对象|师生|患者|妇女|老人|老年人)'
/** What is told of a thing that was counted, and says nothing without it: 养老机构28家,∣床位∣4560张. */
const PART = new RegExp(
  `^(?:护理型床位|床位数?|在校(?:学)?生|专任教师|教职工|名额|(?:总)?(?:建筑|占地|楼面)面积|开支预算|造价|出席率|同意率|(?:受益|受惠|惠及|参与|参加|覆盖|涉及)${PEOPLE})$`,
)
/** What an undertaking has or costs: the subject of the clause before, with or without a number. */
const OF_WORKS =
  /^(?:(?:完成|年度|计划|概算|总|年|日|设计)*(?:投资|投资额|处理能力|产能|产值|装机|装机容量|供水能力|楼面面积|建筑面积|占地面积)|(?:护理型)?床位|(?:工程)?造价|(?:参展|参会|观展)(?:企业|嘉宾|人次|商)|签约(?:金额|项目|额))$/
const EVENT =
  /(?:正式|全面|顺利|实现|全线)?(?:投入(?:运行|运营|使用|生产)|落成|举办|举行|通水|通车|开工(?:建设)?|竣工(?:投用|投产)?|投产|建成(?:投用|投产|运营)?|启动|量产|投用|投运|开通|开业|挂牌|完工|封顶|并网|推进|进展顺利|有序实施)$/
const EVENT_TIME =
  /(?:预计|计划|力争|将|已)?(?:于|在)?(?:(?:20\d\d|二[零〇][零〇一二三四五六七八九]{2})年|\d{1,2}月|[一二三四]季度|第[一二三四]季|[上下]半年|今年|年[底内末初]|\d{1,2}日|季?[度末底]|初|[上中下]旬|前|在[^,;。\d]{2,8}$)*$/
const WORKS = /(?:项目|工程|基地|园区|[厂站馆线港期]|中心|枢纽|机场|集群|产业园|整治|改造|更新|交易会|博览会|活动)$/
const HEADING_SUBJECT = /^(?:做[大强优]|发展|打造|培育|壮大|建设|推进)*([^,;。:、]{2,16}(?:集群|产业链))$/
const OF_HEADING =
  /^(?:(?:主营业务|营业)收入|(?:累计|完成)*投资|总?产值|增加值|产能|(?:零部件)?(?:本地)?配套率|市场占有率)$/

/** 义务教育阶段∣招生 */
const STAGED = /^(.*?)(?:招生|在校生|毕业生?|专任教师)$/

/** Takes the thing that the row before counted, where a name belongs to it: 床位 → 养老机构床位. */
export function belongsToThing(named: Named, clause: Clause, state: State): Named | undefined {
  if (!state.thing || named.scope || !PART.test(named.name)) return undefined
  if (clause.start - state.end > 3 || /;/.test(clause.text.slice(state.end, clause.start))) return undefined
  const stage = STAGED.exec(state.thing)?.[1]
  if (stage !== undefined) return stage.length > 1 ? { ...named, scope: stage } : named
  return { ...named, name: state.thing + named.name }
}

/** 第八间康健站预计于第四季∣落成: the subject of a clause that tells an event. */
function subjectOfEvent(clause: string): string | undefined {
  const event = EVENT.exec(clause)
  if (!event) return undefined
  const before = clause.slice(0, event.index)
  return before.replace(EVENT_TIME, '').replace(/^.*[元亩米吨]的/, '')
}

/** The undertaking that the clauses before tell of, back to one that names it: 县中医院整体搬迁项目10月底前竣工,∣年产能. */
export function belongsToWorks(named: Named, { text, start, last }: Clause, state: State): Named | undefined {
  if (named.scope || !OF_WORKS.test(named.name)) return undefined
  if (last?.scope && start - state.end < 3 && OF_WORKS.test(last.name) && text[state.end] === ',')
    return { ...named, scope: last.scope }
  const floor = Math.max(0, start - 70)
  let end = start - 1
  for (let back = 0; back < 2 && end > floor && text[end] === ','; back++) {
    const from = clauseStart(text, end, floor)
    const said = text.slice(from, end).replace(/\([^()]{0,20}\)/g, '')
    const subject = subjectOfEvent(said)
    if (subject === undefined && back === 0 && from < state.end) return undefined
    const head = readHead(text, from, end, [], false)
    const object = text.slice(head.start, end).replace(/建设$/, '')
    const works = subject || (back > 0 || WORKS.test(object) ? object : '')
    if (works.length >= 3 && works.length <= 24 && !/\d[万亿元]/.test(works)) return { ...named, scope: works }
    if (subject === undefined) return undefined
    end = from - 1
  }
  return undefined
}

/** A measure of what the heading names: （一）工程机械集群。…主营业务收入超过2800亿元. */
export function belongsToHeading(named: Named, state: State): string | undefined {
  if (!state.heading || !OF_HEADING.test(named.name)) return undefined
  return HEADING_SUBJECT.exec(state.heading)?.[1]
}

/** Keeps what is counted, for the parts of it that the next clauses tell. */
export function rememberThing(named: Named, clause: Clause, state: State): void {
  const { q } = clause
  if (q.kind !== 'count' || PART.test(named.name) || isMeasure(named.name)) {
    const stage = PART.test(named.name) && named.scope
    const told = state.thing && (named.name.startsWith(state.thing) || (stage && STAGED.test(state.thing)))
    if (!told) state.thing = undefined
    return
  }
  state.thing = named.name.length <= 24 ? named.name : undefined
}
