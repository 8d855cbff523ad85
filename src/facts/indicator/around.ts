import type { Clause } from './clause.js'
import type { Named } from './name.js'
import type { Noun } from './noun.js'
import { isGroup } from './scope.js'
import { keepingBefore } from './words.js'

const OWN_MEASURE =
  /^(?:(?:计划|概算|年度|年)?总?投资额?|(?:占地|建筑|总|总建筑|配建)面积|年?产能|年产值|年营业收入|厚度|长度|(?:首期|总)(?:规模|盘子)|装机容量?|[总全]长度?)$/
const GIVEN = '奖励|奖补|补贴|补助|扶持|资助|支持'
const GRANT = new RegExp(
  `^对?(.{2,30}?)(?:,|按[^按]{2,16})?(?:分别)?(?:给予|予以)?(?:每[个家户亩人])?(?:一次性)?(?:最高)?(?:给予|予以)?(${GIVEN})?(?:资金)?$`,
)
const EXACTLY_GIVEN = new RegExp(`^(?:${GIVEN})$`)
const PAYER = /^由?(.{1,5}财政)$/
const GRANTED = new RegExp(`^(?:以内|以上|不等)?的?(?:标准)?(?:给予|予以)?(?:一次性|额外|增量)?(?:资金)?(${GIVEN})`)
const STANDARD = /^的标准(?:收取|安排|发放|拨付|核定|计提|给予|配套)([^,;。、\d]{2,10})/
/** 市财政∣按集中供养∣每人每年3000元、…∣拨付基本生活费 */
const PAID_BY = /^(?:.{1,5}财政)?按(?:照)?([^,;。、\d]{2,10})$/
const PAID_FOR = /^(?:、[^、,;。]{4,20}?)*?(?:的标准)?(?:拨付|发放|给予|安排|补助)([^,;。、\d]{2,10})(?=[,;。]|$)/
const PURSE =
  /^(?:由)?(.{0,4}财政)(?:部门)?(?:每年)?(?:按[^,]*标准)?(?:统筹)?(?:拟)?(?:安排|投入|筹措|筹集|列支|新增|下达)([^,]{2,})$/
const SPENT_ON = /^(?:用于|投向)([^,;。、\d]{2,10})/
const GIVES = /^对/

/** 向∣困难家庭∣每月发放额外∣500元津贴 */
const GIVEN_TO =
  /^([^,;。、\d]{2,24}?)(?:每(?:人每)?[人户名月年日天])*(?:一次性)?(?:发放|派发|提供|给予)(?:额外|最多|最高|一次性)*$/
const GIFT = /^的?([^,;。、\d]{0,6}(?:津贴|补贴|资助|补助金?|奖励|奖金|补偿|慰问金))/

function nameGift({ q, text, head }: Clause, core: string, after: string): Named | undefined {
  if (!'向为给对'.includes(text[head.start - 1] ?? '-')) return undefined
  const [given, gift] = [GIVEN_TO.exec(core), GIFT.exec(after)]
  return given && gift ? { name: gift[1]!, scope: given[1]!, rule: 'grant', close: q.end + gift[0].length } : undefined
}

/** Whom a sum is given to, in the clause before: 对规模种植的农户,∣每亩奖补. */
function receiverBefore({ text, start, condition, head }: Clause): string | undefined {
  const each = head.scope && text.slice(head.scope.start, head.scope.end)
  if (each && /^每.{3}/.test(each) && isGroup(each)) return each
  if (condition) return text.slice(condition.start, condition.end)
  const before = text.slice(Math.max(0, start - 34), start)
  return /对([^,;。、\d][^,;。]{1,28}),$/.exec(before)?.[1] ?? /(?:^|[,;。:])([^,;。:]{3,28}的),$/.exec(before)?.[1]
}

/** 根据运行情况给予∣一次性∣奖励: how it is given, in front of what is. */
const HOW =
  /^(?:[^,;。]*(?:给予|予以))?(?:可以?|申请|享受|获得|分别|一次性|额外|再|另|追加|最高|增量|定额|每[个家户亩人])*/

function nameGrant(clause: Clause, core: string, after: string): Named | undefined {
  const { q, tail, head, condition } = clause
  const said = (condition ? core.replace(HOW, '') : core) || (head.verb ?? '')
  const ahead = condition ? said === '' || said === head.verb : core === ''
  const given = tail.given ?? EXACTLY_GIVEN.exec(said)?.[0] ?? (ahead ? GRANTED.exec(after)?.[1] : undefined)
  const receiver = given && receiverBefore(clause)
  if (given && receiver) return { name: given, scope: receiver, rule: 'grant', close: q.end }
  if (tail.given && core === '') return { name: tail.given, rule: 'grant', close: q.end }
  const grant = GRANT.exec(core)
  if (!grant || !(GIVES.test(core) || PAYER.test(core))) return undefined
  const granted = grant[2] ? null : GRANTED.exec(after)
  const name = grant[2] ?? granted?.[1]
  return name ? { name, scope: grant[1]!, rule: 'grant', close: q.end + (granted?.[0].length ?? 0) } : undefined
}

const SHARE_GIVEN =
  /^的?(?:比例|标准|额度)?(?:以内)?(?:分别)?(?:给予|予以|进行|发放|安排|提供|享受)(?:最高|一次性|定额|资金)*(?:\d[\d.]*[万亿]?元)?的?(奖励|奖补|补贴|补助|扶持|资助|支持|贴息|补偿|配套)/
const BASE_OF_SHARE =
  /按(?:照)?(?:不(?:低|少|高)于|不超过|最高)?([^,;。]{2,24}?)的?(?:(?:不(?:低|少|高)于|不超过|最高|至少)|年均)*$/

/** 按不低于设备投资额∣30%∣的比例给予补助: a grant that is a share of a sum. */
function nameShareOfSum(clause: Clause, after: string): Named | undefined {
  const { q, text, start } = clause
  const given = q.kind === 'rate' ? SHARE_GIVEN.exec(after) : null
  if (!given) return undefined
  const before = text.slice(start, q.start)
  const base = BASE_OF_SHARE.exec(before) ?? /(.{2,20}标准)(?:不(?:低|少|高)于|不超过)?$/.exec(before)
  const to = /^对([^,;。、\d]{2,20}?)按/.exec(before)?.[1] ?? receiverBefore(clause)
  const close = q.end + (/\d/.test(given[0]) ? 0 : given[0].length)
  const of = base?.[1]?.replace(/^(?:其|该)(?=..)/, '')
  const bound = /不(?:[低少]于|([高超]))/.exec(before)
  const comparator = bound && !q.comparator ? { comparator: bound[1] ? ('<=' as const) : ('>=' as const) } : {}
  return { name: given[1]!, ...(to && { scope: to }), ...(of && { of }), ...comparator, rule: 'grant', close }
}

/** 按集中供养∣每人每年∣3000元、分散供养每人每年2000元∣拨付基本生活费: what the sums of a list are paid as. */
const PAID_AS =
  /^(?:、[^,;。\d]{2,16}\d[\d.]*[万亿]?元){0,4}(?:的?标准)?(?:拨付|发放|给予|安排|核拨|落实|支付)([^,;。、\d]{2,10})/
const BY_GROUP = /(?:按照?|给)([^,;。、\d]{2,10})$/

function namePaid({ q, text, tail }: Clause, core: string): Named | undefined {
  const group = tail.per && BY_GROUP.exec(core)?.[1]
  const paid = group && PAID_AS.exec(text.slice(q.end, q.end + 80))
  if (!paid) return undefined
  return { name: paid[1]!, scope: group, rule: 'standard', close: q.end + (/\d/.test(paid[0]) ? 0 : paid[0].length) }
}

/** Names that stand on both sides of the number, or behind it: 总投资3亿元的物流园, 对农户给予每亩90元补贴. */
export function nameAround(clause: Clause, noun: Noun | undefined): Named | undefined {
  const { q, text, head, tail } = clause
  const core = text
    .slice(head.start, tail.end)
    .replace(/[、,的]$|^(?:整合|编制|组建|设立|发起|完成)+(?=总规模|首期|总投资|总盘子)/g, '')
  const after = text.slice(q.end, q.end + 24)
  const object = noun && text.slice(noun.start, noun.end)
  if (after[0] === '的' && OWN_MEASURE.test(core)) {
    const whole =
      object?.replace(/(?:将|已|计划|预计|力争)?于.*$/, '') ??
      /^的(\d[^,;。、]{3,16}?(?:项目|工程|企业))/.exec(after)?.[1]
    const measure = core.replace(/^配建/, '')
    if (whole && head.scope) return { name: whole + measure, rule: 'attributive', close: q.end }
    const listed = noun && /[和与及、]/.test(text[noun.close] ?? '-')
    if (whole) return { name: measure, scope: whole, rule: 'attributive', close: listed ? noun.close : q.end }
  }
  if (object && q.kind === 'count' && core && keepingBefore(core, 0, core.length) === core)
    return { name: core + object, rule: 'kept-verb', close: noun.close }
  const spent = q.kind === 'rate' && SPENT_ON.exec(after)
  if (spent)
    return { name: spent[0], ...(core.length > 1 && { of: core }), rule: 'spent-on', close: q.end + spent[0].length }
  if (q.kind !== 'money' && q.kind !== 'rate' && q.unit !== '1') return undefined
  const grant = nameShareOfSum(clause, after) ?? nameGrant(clause, core, after)
  if (grant) return grant
  if (q.kind !== 'money') return undefined
  const gift = namePaid(clause, core) ?? nameGift(clause, core, after)
  if (gift) return gift
  const paid = PAID_BY.exec(core)
  const listed = paid && PAID_FOR.exec(text.slice(q.end, q.end + 60))
  if (listed) return { name: listed[1]!, scope: paid[1]!, rule: 'paid', close: q.end }
  const standard = STANDARD.exec(after)
  const payer = core.replace(/^由/, '')
  if (standard && payer.length <= 4)
    return { name: standard[1]!, ...(payer && { scope: payer }), rule: 'standard', close: q.end + standard[0].length }
  const purse = PURSE.exec(core)
  return purse ? { name: purse[2]!, scope: purse[1]!, rule: 'purse', close: q.end } : undefined
}
