import type { Span } from '../../types.js'
import { DROPPED_VERBS, KEPT_VERBS, LEADING, NO_VERB } from './words.js'

/** What stands before the name in its clause. */
export interface Head {
  /** Where the name starts. */
  start: number
  scope?: Span
  /** The verb that was taken off. */
  verb?: string
}

const TIME =
  /(?:到|至|截至|截止|自|从|在|于)?(?:(?:20|19)\d\d年?(?:[-至到](?:20)?\d\d年?)?(?:底|末|初|前)?|(?:[“]?十[一二三四五六]五[”]?(?:时期|期间|末|以来)?)|\d{1,2}月(?:份|底|末)?|[去今明]年|上年|年内|年底|本年度?|近\d年|每年|当年|[一二三四五]年内|\d{1,2}年内|上半年|下半年|[一二三四]季度|\d年来)(?:以?前|之前|期间|以来|,)?/y
const REGION =
  /(?:在)?(全[国省市县区镇乡州盟旗校院系域行](?:范围内?|系统)?|我[国省市县区州]|本[省市县区]|各(?:地|级|县市区|县\(市、区\)|县区|市州?|区县|乡镇\(街道\)|乡镇|镇街|市县|省\(自治区、直辖市\)))(?![a-z])/y
const EACH =
  /(?:在)?(每(?![百千万])个?(?:县\(市、区\)|[^,;、。\d至不]{1,9}?))(?=至少|不少于|不低于|都?有|配备|配置|建|设|安排|培|打造|达|重点|不超过|完成|\d|[一两]|新)/y
const PLACE =
  /(?:在)?((?![了每各]|[^,;。]{0,5}(?:级|地区|城市|社区|园区|小区|景区|山区|市区|辖区|校区|县市|实施|普通|在岗|培训|建设|动员|提出|招收|开工|卫生|特色|示范|重点|文明|创新|实现|获))[^,;、。的\d()]{2,6}?[市县区州盟旗])(?=[^,;、。率村])(?!域|级|场|民|长|政府|委|集|间|别|化)/y
const DROPPED = new RegExp(`(?:${DROPPED_VERBS})`, 'y')
const KEPT = new RegExp(`(?:${KEPT_VERBS})`, 'y')

const at = (pattern: RegExp, text: string, start: number): RegExpExecArray | null => {
  pattern.lastIndex = start
  return pattern.exec(text)
}

/** Takes times, adverbs, places and verbs off the start of a clause; `end` is where its noun phrase ends. */
export function readHead(text: string, start: number, end: number): Head {
  const head: Head = { start }
  for (let rounds = 0; rounds < 12 && head.start < end; rounds++) {
    const from = head.start
    if (/[、,的“]/.test(text[from]!) && text[from] !== '“') {
      head.start++
      continue
    }
    const time = at(TIME, text, from)
    if (time && TIME.lastIndex <= end) {
      head.start = TIME.lastIndex
      continue
    }
    const place = head.scope ? null : (at(REGION, text, from) ?? at(EACH, text, from) ?? at(PLACE, text, from))
    if (place && from + place[0].length <= end) {
      const stop = from + place[0].length
      head.scope = { start: stop - place[1]!.length, end: stop }
      head.start = stop
      continue
    }
    const word = at(KEPT, text, from) ? null : (takeVerb(text, from, end) ?? at(LEADING, text, from))
    if (!word || from + word[0].length > end || (word[0].length === 1 && text[from + 1] === '率')) break
    if (DROPPED.lastIndex === from + word[0].length && takeVerb(text, from, end)) head.verb ??= word[0]
    head.start += word[0].length
  }
  return head
}

function takeVerb(text: string, from: number, end: number): RegExpExecArray | null {
  const verb = at(DROPPED, text, from)
  if (!verb) return null
  const stop = from + verb[0].length
  if (stop > end) return null
  NO_VERB.lastIndex = stop
  if (stop < end && NO_VERB.test(text)) return null
  if (verb[0].length === 1 && stop === end) return verb
  if (verb[0].length === 1 && !/[了成设好]/.test(text[stop] ?? '')) return null
  return verb
}

const INSTITUTION =
  /(?:机构|医院|卫生院|卫生室|服务站|学校|幼儿园|中心|企业|园区|村庄|行政村|建制村|自然村|乡镇|街道|社区|村|镇|县城|城区|城市|中小学|高校|人群|老年人|儿童|妇女|患者|病人|党组织|家庭|农户|对象|劳动力|人口|群众|银行|地区|流域|断面)(?=[^率、和及与的(][^,;]*$)/g
const RATE_NAME = /(?:率|比例|占比|比重|覆盖|水平|满意度)$/
const QUALIFIED =
  /^(?:全|各|所有|每|二级|三级|一级|县级|市级|省级|公立|具备|以|重点|符合|农村妇女|适龄|村卫|社区卫|乡镇卫|基层)/

/** Splits a noun phrase into whom it holds for and what is measured: 村卫生室∣标准化建设率. */
export function splitScope(name: string): { scope?: string; name: string } {
  if (!RATE_NAME.test(name) && !QUALIFIED.test(name)) return { name }
  let cut = 0
  for (const match of name.matchAll(INSTITUTION)) cut = match.index + match[0].length
  if (cut < 3 || name.length - cut < 3) return { name }
  if (
    /^(?:数|总数|人数|服务|管理|内|间|医师|医生|床位|面积|数量|规模|建设项目|利润|营业|人均|污水)/.test(
      name.slice(cut),
    ) &&
    !QUALIFIED.test(name)
  )
    return { name }
  return { scope: name.slice(0, cut), name: name.slice(cut) }
}
