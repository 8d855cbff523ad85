import { matchAt } from '../../text/match.js'
import type { Quantity } from './quantity.js'
import { LEVEL_LINK, tailBefore } from './words.js'

/** Measures of money and of people, whose unit a scale alone leaves out: 预算∣150亿, 总人口∣48万. */
const MONEY =
  /(?:预算|决算|经费|收入|支出|投资额?|产值|增加值|生产总值|GDP|税收|利税|利润|营收|销售额|交易额|成交额|零售额|总额|贷款|存款|余额|资金|赤字|债务|拨款|补助款?|补贴|津贴|奖金|工资|薪酬|薪金|费|费用|成本|金额|资助额?|造价|资产|市值)$/
const PEOPLE = /(?:人口|人数|总人口数?|户籍人口|常住人口)$/
const VISITS = /(?:人次|游客量|客流量|客运量)$/
const SCALED = /[万亿][多余]?(?:以[上下内]|左右|上下)?$/
/** 9.5万∣贫困人口, 3,200∣学童 */
const PEOPLE_BEHIND =
  /(?:贫困|脱贫|常住|户籍|农村|城镇|城乡|困难|建档立卡)*(?:人口|群众|居民|村民|民众|师生|农民|职工|老年人|长者|学童|儿童|市民|党员|学生)(?=[,;。、)和与及从到在中]|$|脱贫|受惠|参保|就业|受益|享受|实现|参加|得到|告别|远离|搬|喝|用上|住上|走上|过上|转移|返乡)/y
/** ,比上年∣增加 */
const CHANGED =
  /^(?:相[较比])?,?(?:[同环]比|[比较][^,;。、\d]{1,8}|20\d\d年)?(?:净?增加|增长|减少|下降|上升|提高|多|少|增|减)了?约?近?$/

/** 总预算为150亿,与107年∣145亿∣相较,增加5亿 */
const HELD_AGAINST = /^,?[与较比][^,;。\d]{0,6}(?:\d{2,4}年度?|[去上]年)?[^,;。\d]{0,8}$/

/** The measure in front of a number, without the words between: 总人口∣已经达到. */
function measureBefore(text: string, at: number): string {
  const start = Math.max(0, at - 24)
  let end = at
  for (let rounds = 0; rounds < 4; rounds++) {
    const time = /(?:\d+|[一二两三四五六七八九十]+)年[间来内]$/.exec(text.slice(start, end))?.[0].length ?? 0
    const taken = time || (tailBefore(text, start, end)?.length ?? 0)
    if (taken === 0) break
    end -= taken
  }
  return text.slice(start, end)
}

/** 从35万∣增加到∣50万人 */
const linked = (text: string, a: Quantity | undefined, b: Quantity | undefined): boolean =>
  a !== undefined && b !== undefined && LEVEL_LINK.test(text.slice(a.end, b.start))

/** Gives numbers that end in 万 or 亿 the unit that their words leave out: 年度预算150亿 → 元, 从35万增加到50万人 → 人. */
export function fillUnits(text: string, all: readonly Quantity[]): readonly Quantity[] {
  for (const [i, q] of all.entries()) {
    if (q.kind !== 'none') continue
    const former = all.slice(Math.max(0, i - 2), i).findLast(({ kind }) => kind !== 'duration')
    if (
      former &&
      HELD_AGAINST.test(text.slice(former.end, q.start)) &&
      /^(?:相[较比])?,?[增减多少]/.test(text.slice(q.end))
    ) {
      if (former.kind !== 'rate') Object.assign(q, { unit: former.unit, kind: former.kind })
      continue
    }
    if (/[万亿,]/.test(text.slice(q.start, q.end)) && matchAt(PEOPLE_BEHIND, text, q.end)) {
      Object.assign(q, { unit: '人', kind: 'count' })
      continue
    }
    if (!SCALED.test(text.slice(q.start, q.end)) || !/^[\d负-]/.test(text[q.start]!)) continue
    const [before, after] = [all[i - 1], all[i + 1]]
    const other = linked(text, q, after) ? after : linked(text, before, q) ? before : undefined
    if (other && other.kind !== 'none') {
      if (other.kind !== 'rate') Object.assign(q, { unit: other.unit, kind: other.kind })
      continue
    }
    if (!other && !/^(?:[,;。)]|、\D|$)/.test(text.slice(q.end, q.end + 2))) continue
    const measure = measureBefore(text, q.start)
    if (MONEY.test(measure)) Object.assign(q, { unit: '元', kind: 'money' })
    else if (PEOPLE.test(measure)) Object.assign(q, { unit: '人', kind: 'count' })
    else if (VISITS.test(measure)) Object.assign(q, { unit: '人次', kind: 'count' })
    else if (before && /^(?:money|count|measure)$/.test(before.kind) && CHANGED.test(text.slice(before.end, q.start)))
      Object.assign(q, { unit: before.unit, kind: before.kind })
  }
  return all
}
