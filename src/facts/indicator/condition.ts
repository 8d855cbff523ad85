import { matchesOf } from '../../text/match.js'
import type { Span } from '../../types.js'

const GIVES = '给予|予以|奖励|奖补|补助|补贴|资助|贴息|扶持|减免|免征|免收|返还|退还|兑现'
const GIVEN = new RegExp(GIVES)
const EARNS = new RegExp(
  `${GIVES}|支持|配套|可(?:以)?(?:申请|享受|获|按|向|优先)|享受|优先|不予|取消|处以|罚款|扣[减除发]`,
)
/** What stands between a condition and what it earns: 分别∣一次性, 每家∣再, 按超出部分的1%. */
const BETWEEN =
  '(?:[由经][^,;。\\d]{2,14}?|分别|一次性|额外|再|另|均|还|最高|每[^,;。]{1,12}?|[^,;。\\d]{2,6}后|(?:按|根据|视|结合|参照)[^,;。]{1,36}?){0,3}'
const SOON = new RegExp(`^${BETWEEN}(?:${EARNS.source})`)
const PAYS = `${GIVES}|安排|核[定拨]|拨付|发放|计提|收取|征收|执行`
const LATER = new RegExp(`^[^;。]{0,60}?(?:${PAYS})`)
const ANY = new RegExp(`${PAYS}|${EARNS.source}`)
const RECEIVER =
  '企业|单位|项目|机构|个人|人员|家庭|农户|业主|用户|住户|学校|医院|幼儿园|基地|平台|团队|人才|产品|部分|主体|合作社|农场|园区|开发区|地区|县|乡镇|村|街道|社区|学生|老年人|老人|残疾人|对象|组织|公司|集团|商户|商家|门店|市场|协会|品牌|大户|场所|工程|景区|民宿|车辆|船舶|中心|车间|工厂|联盟|活动|展会|[户者商店厂场馆站室院所社校队]'
/** 首次突破千万元的∣企业(集团),∣给予 */
const HEADED = new RegExp(`^[^,;。:的\\d]{0,14}?(?:${RECEIVER})(?:\\([^()]{0,24}\\))?(?=,|、按|${BETWEEN}(?:${GIVES}))`)
/** 超过一亿元的∣(不含税),∣给予 */
const HEADLESS = new RegExp(
  `^(?:\\([^()]{0,24}\\))?(?=,|${BETWEEN}(?:给予|予以|(?:奖励|奖补|补助|补贴)(?:最高|不超过)*\\d))`,
)
/** 对∣年销售额首次达到5亿元、10亿元∣,分别给予 */
const TOLD = new RegExp(`(?<=(?:^|[,;。:])对)(?:(?!${GIVES}|,对)[^;。:]){4,90}(?=,${BETWEEN}(?:${GIVES}))`, 'g')
/** 吸纳贫困劳动力的,∣每吸纳1人∣给予1000元 */
const EACH_STEP = new RegExp(
  `每(?:多|超过?|满|新增|增[长加]|提[高升]|降低|减少|达到?|完成|引进|新?建成?|培训|吸纳|安置|销售|聘用|招[聘收用])[^,;。]{1,14}?(?=(?:可|再)?(?:${GIVES}|扣|加))`,
  'g',
)
const TO = /^.*(?:^|[,;。:])(?:针对|对)(?=[^;。:]*$)/
const LONGEST = 120

/** Where the condition that ends at an offset starts: behind 对, else behind the last stop; 且 goes on from the clause before. */
function startOf(text: string, end: number, before: number): number {
  const given = GIVEN.test(text.slice(before, end))
  const floor = Math.max(given ? before : 0, end - LONGEST)
  const to = TO.exec(text.slice(floor, end))
  if (to) return floor + to[0].length
  let start = end
  const stops = given ? ',;。:、' : ',;。:'
  do start = Math.max(floor, ...[...stops].map((stop) => text.lastIndexOf(stop, start - 2) + 1))
  while (start > floor && text[start - 1] === ',' && /^(?:且|并且|同时)/.test(text.slice(start, start + 2)))
  return start
}

/**
 * Who is given something, or what it is given for: the words between 对 and what is given, or up to 的 and its noun:
 * 「对∣年销售收入首次突破2000万元的企业∣，奖励20万元」.
 */
export function conditionsOf(text: string): Span[] {
  if (!ANY.test(text)) return []
  const spans: Span[] = []
  for (const { index, 0: words } of matchesOf(TOLD, text)) spans.push({ start: index, end: index + words.length })
  for (let i = text.indexOf('的'); i >= 0; i = text.indexOf('的', i + 1)) {
    const after = text.slice(i + 1, i + 44)
    const head = HEADLESS.exec(after) ?? HEADED.exec(after)
    if (!head) continue
    const end = i + 1 + head[0].length
    const start = startOf(text, i, spans.at(-1)?.end ?? 0)
    const rest = text.slice(end, end + 90).replace(/^[,、]/, '')
    if ((text[start - 1] === '对' ? LATER : SOON).test(rest)) spans.push({ start, end })
  }
  for (const { index, 0: words } of matchesOf(EACH_STEP, text)) spans.push({ start: index, end: index + words.length })
  return spans.sort((a, b) => a.end - b.end)
}

/** True for a number that only says what earns something. */
export const isCondition = (spans: readonly Span[], start: number, end: number): boolean =>
  spans.some((span) => span.start <= start && end <= span.end)

/** The condition that what stands at an offset is given for: the last one before it in the same part of the sentence. */
export function conditionAt(spans: readonly Span[], text: string, at: number): Span | undefined {
  const span = spans.findLast(({ end }) => end <= at)
  return span && !/[;。]/.test(text.slice(span.end, at)) ? span : undefined
}
