import { matchAt } from '../../text/match.js'
import type { Fact, Span } from '../../types.js'
import { isMeasure, leadingGroup } from './scope.js'
import { founding, keeping, leading, NO_VERB, NOMINAL_VERB, notLeading, PAYS } from './words.js'

/** What stands before the name in its clause. */
export interface Head {
  /** Where the name starts. */
  start: number
  scope?: Span
  /** The verb that was taken off. */
  verb?: string
}

const TIME =
  /(?:到|至|截至|截止|自|从|在|于)?(?:(?:20|19)\d\d年?(?:[-至到](?:20)?\d\d年?)?(?:底|末|初|前)?|(?:[“]?十[一二三四五六]五[”]?(?:时期|期间|末|以来)?)|\d{1,2}月(?:份|底|末)?(?!\d)|[去今明]年|上年|年[内底末初]|本年度?|近\d年|每年|当年|[一二三四五]年内|[一二三四五六七八九十\d]{1,3}年[内间]|[春元]节期间|(?:农历)?春节前|[上本下]学年|[前首][\d一二三四五六七八九十]{1,2}个?(?:月|季度?)的?|上半年|下半年|[一二三四]季度|\d年来)(?:以?前|之前|期间|以来|,)?/y
const REGION =
  /(?:在)?((?:全行业|全行(?![业政程])|全[国省市县区镇乡州盟旗校院系域港澳台](?!共青|湾|资|会|总工会)(?:系统)?|我[国省市县区州镇乡村街局校院]道?|辖区?内|本[省市县区]|各(?:地|级(?!各类)|县市区|县\(市、区\)|区\(县、市\)|县\(区\)|区县|市州?|市\(州\)|乡镇\(街道\)|乡\(镇\)|镇\(街道\)|乡镇|镇街|市县|县区|县(?![域级城(])|部门|单位|省\(自治区、直辖市\)))(?:范围内?)?)(?:要)?(?![a-z])/y
const EACH =
  /(?:在|按|平均)?(每(?![百千万年月日天周季学半])个?(?:县\(市、区\)|[^,;、。\d至不由]{1,12}?(?:\([^()]\))?))(?=至少|最少|最多|最高|不得|不少于|不低于|都?有|配备|配置|建|设|安排|培|打造|达|重点|在|组织|开展|创办|开办|举办|召开|选派|不超过|完成|配建|拥有|增加|选|布|控制|确定|为|再|奖|补|投入|给予|\d|[一两]|新)/y
const PLACE =
  /(?:在)?((?![其了每各占加设涉高快把将对“]|[^,;。]{0,5}(?:级|地区|城市|社区|园区|小区|景区|山区|市区|辖区|校区|县市|实施|普通|在岗|培训|建设|动员|提出|招收|开工|卫生|特色|示范|重点|文明|创新|实现|获|人口|居民|全|新|旧|工|学|业|贫困|脱贫|棚户|试点|生态|宜居|区域|县|市))[^,;、。的\d()]{2,5}?[市县区州盟旗])(?=[^,;、。率村和及])(?!域|级|场|民|长|政府|委|集|间|别|化|位|内|面|值)/y

/** 长沙市、岳阳市和湘潭市∣财政收入: places in a row. */
const PLACES =
  /(?:在)?((?:(?![其各全每了])[一-龥]{1,4}?[市县区州盟旗镇乡][、和与及]){1,12}[一-龥]{1,4}?[市县区州盟旗镇乡])(?![、和与及级率场民长政域内等两三]|街道)/y

/** 在∣杨家村∣栽植: a village or a town, where 在 says so. */
const AT_PLACE =
  /在((?!各|全|[^,;。]{0,3}(?:重点|农))[^,;、。的\d()]{2,6}?(?:村|镇|乡|街道|社区))(?=接着|继续|新|建|开|设|打造|实施|种|栽|创|率先|完成|举|召)/y
/** 获∣行政院补助款, 保障∣全社会电量供给: a verb that only such an object follows. */
const GETS =
  /(?:(?:同意|承诺|建议)(?=(?:再|为[^,;。\d]{1,8}|额外)?(?:斥资|动支|核拨|拨款|增拨|预留|注资))|除(?=完成|继续|做好)|获(?=[^,;。\d]{1,10}(?:补助款?|拨款|专款|奖补|资金|奖金|捐款))|保障(?=[^,;。、\d]{2,10}(?:供给|供应|供地|投放)))/y
/** Who set a target: 根据省里确定的∣生产总值. */
const GIVEN_BY =
  /[与和同较][^,;。\d]{2,16}?(?:相比|相较),?|(?:根据|按照)[^,;。、的]{1,10}(?:确定|下达|提出|明确|规定)的/y
/** Words that begin a name of their own: 计划生育家庭, 有效灌溉面积, 参加失业保险人数. */
const PLANNED =
  /计划(?:[下内中的]|生育|单列)|有效(?=灌溉|发明|专利|需求|供给|投资)|参加(?=[^,;。\d]{2,16}人数)|总体(?=[^,;。\d]{0,10}率)/y
/** A verb that only says which people: 参加计划的居民. */
const RELATIVE =
  /(?:参加|参与|获得|享受|接受|符合|从事)[^,;。、\d]{1,14}的(?:居民|人员|学生|群众|长者|患者|农户|企业|家庭|职工|教师|老年人)/y

/** The end of a time that starts at an offset: one of those that were found, or a calendar word. */
function endOfTime(text: string, from: number, found: readonly Fact[]): number {
  const moved = '于在自至到'.includes(text[from]!) ? from + 1 : from
  const fact = found.find(({ kind, span }) => kind === 'deadline' && (span.start === from || span.start === moved))
  if (fact && !/^每[天日周]/.test(text.slice(from, from + 2))) return fact.span.end
  return matchAt(TIME, text, from) ? TIME.lastIndex : from
}

/** 目标任务为∣2021年度全市公路水运项目: a time with a place inside begins the name anew. */
const RESTART = /.*?[^\d年](?=(?:今年|20\d\d年度?)(?:\d{1,2}(?:-\d{1,2})?月)?(?:全[省市县区国州]|我[省市县区]))/y
/** 人口∣年末∣常住人口: a heading that the line lost its end of. */
const LOST_HEAD =
  /[^\d,年]{2,5}(?<![市县区镇乡门位校院])(?:年末|全年)(?=(?:全[市县区省])?(?:常住|户籍|总)人口|实现|完成)/y
const restartOf = (phrase: string): number =>
  (phrase.length > 12 ? (matchAt(RESTART, phrase, 0)?.[0].length ?? 0) : 0) ||
  (matchAt(LOST_HEAD, phrase, 0)?.[0].length ?? 0)

/** Takes times, adverbs, places and verbs off the start of a clause; `end` is where its noun phrase ends. */
export function readHead(text: string, start: number, end: number, found: readonly Fact[], rate: boolean): Head {
  const head: Head = { start: start + restartOf(text.slice(start, end)) }
  for (let rounds = 0; rounds < 14 && head.start < end; rounds++) {
    const from = head.start
    if ('、,的)'.includes(text[from]!)) {
      head.start++
      continue
    }
    const time = endOfTime(text, from, found)
    if (time > from && time <= end) {
      head.start = time
      continue
    }
    if (!head.scope && takePlace(text, head, end)) continue
    const lead = [GIVEN_BY, GETS].find((pattern) => matchAt(pattern, text, from) && pattern.lastIndex < end)
    if (lead) {
      head.start = lead.lastIndex
      continue
    }
    if (keeping(text, from, end) || matchAt(RELATIVE, text, from)) break
    const verb = rate && text[from] === '新' ? undefined : verbAt(text, from, end)
    const word = verb ?? leading(text, from, end)
    if (
      verb &&
      /^(?:[新续改扩在]建|签约|储备|[新]?开工|竣工|建成投产|建成投用|投产|动工)$/.test(verb) &&
      /^(?:项目|工程)$/.test(text.slice(from + verb.length, end))
    )
      break
    if (!word || text[from + word.length] === '率' || (word.length === 1 && beginsWord(text, from, end))) break
    if (matchAt(PLANNED, text, from)) break
    if (verb && (head.verb === undefined || PAYS.test(verb))) head.verb = verb
    head.start += word.length
  }
  return head
}

/** True where a character only begins a longer word: 就业, 设立. */
const beginsWord = (text: string, from: number, end: number): boolean =>
  notLeading(text, from, end) !== undefined || (founding(text, from, end)?.length ?? 0) > 1

function takePlace(text: string, head: Head, end: number): boolean {
  const named =
    matchAt(PLACES, text, head.start) ??
    matchAt(REGION, text, head.start) ??
    matchAt(EACH, text, head.start) ??
    matchAt(AT_PLACE, text, head.start)
  const place = named ?? matchAt(PLACE, text, head.start)
  if (!place || head.start + place[0].length > (named ? end : end - 1)) return false
  const does = /^每[人户生](?!每|次|均|口|农|家).{2}/.test(place[1]!)
  if (does || (place[1]!.startsWith('每') && isMeasure(place[1]!))) return takeEach(text, head, place[1]!)
  const start = head.start + place[0].indexOf(place[1]!)
  head.scope = { start, end: start + place[1]!.replace(/(?:范围内?|都)$/, '').length }
  head.start += place[0].length
  return true
}

/** 每个村卫生室∣业务用房面积不少于80平方米 */
function takeEach(text: string, head: Head, phrase: string): boolean {
  const group = leadingGroup(phrase)?.[0] ?? /^每[个户家人亩名生]/.exec(phrase)?.[0]
  if (!group) return false
  const start = text.indexOf(phrase, head.start)
  head.scope = { start, end: start + group.length }
  head.start = head.scope.end
  return true
}

/** A founding verb at an offset, where it governs what follows. */
function verbAt(text: string, from: number, end: number): string | undefined {
  const verb = founding(text, from, end)
  if (!verb) return undefined
  const stop = from + verb.length
  if ('、和及与'.includes(text[stop] ?? ' ') && founding(text, stop + 1, end)) return text.slice(from, stop + 1)
  NO_VERB.lastIndex = stop
  if (stop < end && (NO_VERB.test(text) || NOMINAL_VERB.test(text.slice(from, stop + 2)))) return undefined
  if (verb.length === 1 && stop < end && !/[了成设好]/.test(text[stop]!)) return undefined
  return verb
}
