import { fillUnits } from './elided.js'
import type { Quantity } from './quantity.js'
import { LEVEL_LINK } from './words.js'

/** Quantities that are read together: one, a list, or a pair of which the first is the baseline of the second. */
export interface Group {
  readonly items: Quantity[]
  /** 从X提高到Y: the words of X, where the name before them ends, the change where Y is an amount of it, where the name starts if behind X. */
  readonly base?: {
    readonly words: string[]
    readonly nameEnd: number
    readonly change?: 'increase' | 'decrease'
    readonly from?: number
  }
  /** True for a bound that only describes a noun: 23个投资额∣百亿元以上∣重大项目. */
  readonly describes?: boolean
}

const BARE_LIST = /^(?:、|和|与|及|以及)(?:每人每?[年月]?|每[户亩人年月村]|人均)?(?:不低于|不少于|不超过)?$/
const TIGHT_LIST = /^(?:、|和|与|及|以及)$/
const CHANGE_LINK =
  /^(?:相[较比])?,?(?:分别|累计|实际|同比)?(?:提高|提升|增加|增长|上升|下降|降低|减少|压减|[增减][收支产亏]|[多少][收支]|减|增|多|少)了?$/

/** Quantities without the numbers that only stand in words or lists of their own. */
function countable(text: string, all: readonly Quantity[]): Quantity[] {
  const kept: Quantity[] = []
  for (const q of all.toReversed())
    if (q.kind === 'none' ? isListed(text, q, kept.at(-1)) : !isWord(text, q)) kept.push(q)
  return kept.reverse()
}

/** A bare number counts where the next one of its list gives the unit, or where the name says that it has none. */
function isListed(text: string, q: Quantity, next: Quantity | undefined): boolean {
  if (!/[-\d]/.test(text[q.start]!)) return false
  return (
    (next !== undefined && TIGHT_LIST.test(text.slice(q.end, next.start))) ||
    /(?:指数|系数|得分|收入比|比值)[^,;。]{0,8}$/.test(text.slice(Math.max(0, q.start - 14), q.start))
  )
}

/** A bound that only describes the counted noun: 23个投资额∣百亿元以上∣重大项目. */
function qualifiesNoun(text: string, q: Quantity): boolean {
  return (
    (q.kind === 'money' || q.kind === 'measure') &&
    /[上下]$/.test(text.slice(q.start, q.end)) &&
    /^的?[\u4e00-\u9fff]/.test(text.slice(q.end, q.end + 2))
  )
}

/** 突破∣百亿元: a sum in words that is reached. */
const REACHED = /(?:突破|超过|[超达过]|达到|迈上|跨上|跨越|站上|冲刺)了?$/

/** True where numerals are part of a word: 九年义务教育, 每千人口, 千家万户. */
function isWord(text: string, q: Quantity): boolean {
  if (q.rule === 'percent-words' || q.comparator === '>') return false
  const reached = q.value && q.kind === 'money' && REACHED.test(text.slice(Math.max(0, q.start - 3), q.start))
  if (reached && /^[,;。、]?$/.test(text[q.end] ?? '')) return false
  return (q.spelt && q.kind === 'duration') || /[百千万亿]/.test(text[q.start]!)
}

/** Where a list of different units is still one: 产量分别达到7000万吨、10亿立方米. */
const isDealt = (text: string, first: Quantity): boolean =>
  /分别[^,;。、]{0,8}$/.test(text.slice(Math.max(0, first.start - 12), first.start))

/** No list deals out more values: each quotes the whole list. */
const LONGEST_LIST = 40

/** Quantities that stand in one list without words between: 80%、60%、30%; a bare one takes the unit of the last. */
function listFrom(
  text: string,
  quantities: readonly Quantity[],
  i: number,
  before: readonly Quantity[] = [],
): Quantity[] {
  const list = [quantities[i]!]
  const from = /[由从](?:20\d\d年底?的?)?$/.test(text.slice(Math.max(0, list[0]!.start - 8), list[0]!.start))
  const paired = before.length > 1 && before[0]!.unit !== before[1]!.unit && before[0]!.unit === list[0]!.unit
  const dealt = from || paired || isDealt(text, list[0]!)
  for (let k = i + 1; k < Math.min(quantities.length, i + LONGEST_LIST); k++) {
    const [a, b] = [quantities[k - 1]!, quantities[k]!]
    const link = text.slice(a.end, b.start)
    if (!(dealt ? BARE_LIST : TIGHT_LIST).test(link)) break
    if (a.kind === 'age' || b.kind === 'age') break
    if (!dealt && a.unit !== b.unit && a.kind !== 'none' && !b.unit.startsWith(a.unit)) break
    const per = /每[人户亩村].*?(?=不|$)|人均/.exec(link)?.[0]
    list.push(per ? Object.assign(b, { per }) : b)
  }
  const unit = list.findLast((q) => q.kind !== 'none')
  if (unit)
    for (const q of list)
      if (q.kind === 'none' || unit.unit.startsWith(`${q.unit}/`) || (q.unit === '个' && unit.unit === '个百分点'))
        Object.assign(q, { unit: unit.unit, kind: unit.kind })
  const last = list.at(-1)!
  if (list.length > 1 && last.comparator && last.comparator !== 'range')
    for (const q of list) q.comparator ??= last.comparator
  return list
}

/** 从300平米提高到400平方米, 较上年的58%提高3个百分点 */
const isSameMeasure = (a: string, b: string): boolean =>
  a.replace('平米', '平方米') === b.replace('平米', '平方米') || (a === '%' && b === '个百分点')

/** The baseline that stands before a number or a list: 由50%∣提高到∣60%, 较上年的930亿元∣增加∣40亿元. */
function baseOf(text: string, first: readonly Quantity[], second: readonly Quantity[]): Group['base'] {
  const [a, b] = [first[0]!, second[0]!]
  // 较上年同期产值70亿元∣增长∣28.6%
  const grown = b.kind === 'rate' && /^(?:money|measure|count)$/.test(a.kind)
  if (first.length !== second.length || !(grown || isSameMeasure(a.unit, b.unit))) return undefined
  const link = text.slice(first.at(-1)!.end, b.start)
  const before = text.slice(Math.max(0, a.start - 20), a.start)
  const from = /(?:[从由较]|(?<![占同环对])比|与(?=[^,;。]*$))(?:原来的?)?[^,;。、从由较比]{0,18}$/.exec(before)
  if (!from || link.length > 14 || (a.unit !== b.unit && link.startsWith(','))) return undefined
  // 从15个县(市)∣扩大到∣57个县(市): what is counted stands behind both numbers.
  const counted =
    a.kind === 'count'
      ? /^[^,;。、\d]{1,8}?(?=(?:提高|提升|增加|增长|扩大|扩展|拓展|减少|压减|发展|上升|降)到)/.exec(link)
      : null
  // 由上年下降2.3%∣转为增长∣8.5%
  const turned = /^转为(增长|上升|正增长|下降)$/.exec(link)
  const levels = !turned && !grown && LEVEL_LINK.test(link.slice(counted?.[0].length ?? 0)) && /^[从由]/.test(from[0])
  if (!levels && !turned && !(CHANGE_LINK.test(link) && /^[较比与]/.test(from[0]))) return undefined
  const nameEnd = a.start - from[0].length
  const lead = from[0].replace(/^[从由较比与](?:原来的?)?/, '')
  const words = first.map((q) => lead + text.slice(q.start, q.end))
  return { words, nameEnd, ...(!levels && { change: /[降减少压亏]/.test(link) ? 'decrease' : 'increase' }) }
}

/** 现时每年1000元∣的医疗券增至∣1500元: what was paid so far, before what it is paid for. */
function formerOf(text: string, a: Quantity, b: Quantity | undefined): Group['base'] {
  if (!b || b.unit !== a.unit || !SO_FAR.test(text.slice(Math.max(0, a.start - 12), a.start))) return undefined
  const link = text.slice(a.end, b.start)
  if (!/^的[^,;。、的\d]{2,12}?(?:增|提高|上调|调高|增加|提升|降|下调|减少|调整)[到至为]$/.test(link)) return undefined
  return { words: [text.slice(a.start, a.end)], nameEnd: b.start, from: a.end }
}
const SO_FAR = /(?:现时|现行|原来|目前|以往|过去)的?(?:每[人户名亩]?(?:每?[年月日天])?|人均)?$/

/** Quantities as they are read together, in order. */
export function groupsOf(text: string, all: readonly Quantity[]): Group[] {
  const quantities = countable(text, fillUnits(text, all))
  const lists: Quantity[][] = []
  for (let i = 0; i < quantities.length; i += lists.at(-1)!.length)
    lists.push(listFrom(text, quantities, i, lists.at(-1)))
  const groups: Group[] = []
  for (let i = 0; i < lists.length; i++) {
    const [list, next] = [lists[i]!, lists[i + 1]]
    const base = next && (baseOf(text, list, next) ?? formerOf(text, list[0]!, next[0]))
    if (base) {
      while (!base.from && (groups.at(-1)?.items[0]?.start ?? -1) >= base.nameEnd) groups.pop()
      groups.push({ items: next, base })
      i++
    } else groups.push({ items: list, describes: qualifiesNoun(text, list[0]!) })
  }
  return groups
}
