import type { Clause } from './clause.js'

const EVENT = '发生|出现|发现|产生|造成|引发|接到|收到|存在'
/** 没有发生∣一例, 不让∣一个∣掉队: none of it. */
const NONE = new RegExp(
  `(?:没有|没|未|无|不|零|杜绝|避免|防止|禁止|严禁)(?:再|曾|能|得|可|准|许|会|应)*(?:(?:${EVENT})[^,;。\\d]{0,6}|有|让|使|落下?|漏掉?|漏报|掉|少|放过|遗漏|新增|拖欠)?(?:过|了|任何)*$`,
)
/** 未发生∣3人以上∣事故: whatever their number. */
const NO_EVENT = new RegExp(`(?:没有|没|未|无|不|杜绝|避免|防止)(?:再|曾)*(?:${EVENT})(?:过|了)?$`)
const ABOLISHES = /取消|废止|废除|停止执行|撤销|删除|删去|不再执行|终止/
const RULED =
  /^[^,;。\d]{0,10}?的(?:(?:有关|相关|原有|一切|工作)*)(?:规定|要求|政策|做法|限制|条款|条件|门槛|标准|上限|下限)/
/** 高于∣其他地区同期∣1.5%∣的增长: the figure of another, beside which that of the subject stands. */
const BESIDE = /(?:[高低快慢优好多少大小]于|超过|落后于|不及|领先于?)[^,;。、\d]{2,16}$/
const OF_ANOTHER = /^的(?:平均|同期)*(?:增长|增速|增幅|涨幅|降幅|跌幅|水平|均值|平均值|平均数)/
const OTHERS = /其[他它余]|全[国省市球]|世界|同期|同类|平均|上年|去年|[省市县区国]$|地区|经济体/
/** 已超过承诺的∣6万户∣改造目标: what was promised, beside which the result stands. */
const PROMISED =
  /(?:超过|超出|超额完成|高于|多于|大于|低于|少于|不及)了?(?:[原既预]定|承诺|下达|核定|争取|约定|计划)的$/

/** 支出∣并非∣8亿元 */
const NOT_SO = /(?:并非|并不是|不是|而非|绝非)(?:约|仅|只)?$/

/** True for a number of what is not: 没有发生一例, 已取消…提高10%的规定, 高于全国1.5%的增长. */
export function isDenied({ text, q, start }: Clause): boolean {
  const before = text.slice(Math.max(0, q.start - 24), q.start)
  if (NOT_SO.test(before)) return true
  if (q.kind === 'count' && (q.value === 1 ? NONE : NO_EVENT).test(before)) return true
  if (q.kind !== 'rate' && PROMISED.test(before)) return true
  const after = text.slice(q.end, q.end + 20)
  if (RULED.test(after) && ABOLISHES.test(text.slice(start, q.start))) return true
  const beside = q.kind === 'rate' && OF_ANOTHER.test(after) ? BESIDE.exec(before) : null
  return beside !== null && OTHERS.test(beside[0])
}
