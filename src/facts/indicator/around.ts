import type { Named } from './fill.js'
import type { Noun } from './noun.js'
import type { Quantity } from './quantity.js'
import { KEPT_VERBS } from './words.js'

const OWN_MEASURE = /^(?:(?:计划|概算|年度)?总?投资额?|(?:占地|建筑|总|总建筑)面积|年产能|年产值)$/
const KEPT = new RegExp(`^(?:${KEPT_VERBS})$`)
const GIVEN = '奖励|奖补|补贴|补助'
const GRANT = new RegExp(
  `^对(.{2,24}?)(?:按[^按]{2,12})?(?:分别)?(?:给予|予以)?(?:每[个家户亩人])?(?:一次性)?(${GIVEN})?$`,
)
const PAYER = /^由?(.{1,5}财政)$/
const GRANTED = new RegExp(`^的?(?:标准)?(?:给予|予以)?(?:一次性)?(?:资金)?(${GIVEN})`)
const STANDARD = /^的标准(?:收取|安排|发放|拨付|核定|计提|给予)([^,;。、\d]{2,10})/
const PURSE = /^(.{1,4}财政)(?:每年)?(?:统筹)?(?:安排|投入|筹措|筹集|列支|新增)([^,]{2,})$/
const SPENT_ON = /^(?:用于|投向)([^,;。、\d]{2,10})/

/** Names that stand on both sides of the number, or behind it: 总投资3亿元的物流园, 对农户给予每亩90元补贴. */
export function nameAround(core: string, q: Quantity, text: string, noun: Noun | undefined): Named | undefined {
  const after = text.slice(q.end, q.end + 24)
  const object = noun && text.slice(noun.start, noun.end)
  if (object && after[0] === '的' && OWN_MEASURE.test(core))
    return { name: core, scope: object, rule: 'attributive', close: q.end }
  if (object && q.kind === 'count' && KEPT.test(core))
    return { name: core + object, rule: 'kept-verb', close: noun.close }
  const spent = q.kind === 'rate' && core.length > 1 && SPENT_ON.exec(after)
  if (spent) return { name: spent[0], of: core, rule: 'spent-on', close: q.end + spent[0].length }
  if (q.kind !== 'money' && q.kind !== 'rate') return undefined
  const grant = GRANT.exec(core) ?? PAYER.exec(core)
  const given = grant?.[2] ?? (grant && GRANTED.exec(after)?.[1])
  if (grant && given) return { name: given, scope: grant[1]!, rule: 'grant', close: q.end }
  if (q.kind !== 'money') return undefined
  const standard = STANDARD.exec(after)
  if (standard && core.length <= 4)
    return { name: standard[1]!, ...(core && { scope: core }), rule: 'standard', close: q.end + standard[0].length }
  const purse = PURSE.exec(core)
  return purse ? { name: purse[2]!, scope: purse[1]!, rule: 'purse', close: q.end } : undefined
}
