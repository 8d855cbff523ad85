import { coverOf } from '../../text/cover.js'
import type { Fact } from '../../types.js'
import type { Moment } from './calendar.js'

const COMPARED = /(?:比|较|与|同|相对于|以|超过|[高低多少优好快慢大小]于)$/
const NAMED_BEHIND =
  /^(?:相比|同期|版|第\d{1,4}号|为基[数期]|(?:的)?基础上|(?:的)?水平|不变价|可比价|价格|远景目标|中央一号文件|级|届|款|度?(?:先进|优秀|十佳|全国先进)|[\u4e00-\u9fff]{2,14}(?:建设单位|先进单位|示范单位|称号|先进集体|金奖|项目名单))/
const HONOUR = /(?:评为|荣获|获评|授予|获得|命名为|入选|列入|申报|创建的?)$/
const PLAN_NAME = /(?:规划|计划|方案|纲要|行动|办法|要点|标准|规范|目录|措施|意见|指南|清单)\($/

/** 「从2012年的8万亿元增长到…」: the year that a change is counted from. */
const GROWS =
  /^(?!起|开始)(?:的|[^,。;]{0,20}(?:增长|提高|增加|上升|下降|降低|扩大|跃升|攀升|减少|提升|降)(?:到|至|为))/

/** 「1980年1月及以后出生」: the day belongs to a person. */
const BORN = /^(?:\([^()]{1,8}\))?(?:及|或)?(?:之?[前后]|以[前后]|期间)?(?:\([^()]{1,12}\))?(?:出生|生(?=[,;。)、]|$))/
/** 「2000年底前∣建成的∣老旧小区」「2012年9月3日∣印发的∣《…》」: where a thing comes from. */
const ORIGIN =
  /^(?:以前|之前|前|及以前|以后|之后|后|底前)?(?:已|新)?(?:建成|建设|投产|注册|登记|开工|竣工|批准|成立|印发|发布|颁布|公布|出台|下发|制定|修订|修建|购买|购置|毕业|入职|参加工作|立项)[^,;。]{0,4}的/
/** 「建于∣1958年」 */
const FOUNDED = /(?:建|成立|创办|创建|设立)于$/
/** 「修订日期：2015年1月14日」 */
const OF_THE_PAGE = /(?:修订|更新|发布|印发|公布|成文|发文|制表|填表)(?:日期|时间):?$/

/**
 * Why a moment is no time of its own: it only compares 「比2015年」, is where a change began 「从2012年增长到」, a day of birth
 * 「1980年1月后出生」, says where a thing comes from 「2000年前建成的小区」 or is part of a name 「2019年度先进集体」
 * 「行动计划（2021—2023年）」.
 */
export function whyNone(text: string, at: number, { end, year }: Moment, now: number | undefined): string | undefined {
  const before = text.slice(Math.max(0, at - 7), at)
  const after = text.slice(end, end + 24)
  if (COMPARED.test(before) || /^(?:相比|同期)/.test(after))
    return /(?:以来|期间|底前|末前)/.test(text.slice(at, end + 2)) ? undefined : 'compared'
  if (BORN.test(after)) return 'born'
  if (/[从由]$/.test(before) && GROWS.test(after)) return 'compared'
  if (/是$/.test(before) && /^的[\d.]+倍/.test(after)) return 'compared'
  const over = year !== undefined && now !== undefined && year < now
  if (FOUNDED.test(before) || (over && ORIGIN.test(after))) return 'origin'
  return isName(text, at, end, before, after) ? 'name' : undefined
}

function isName(text: string, at: number, end: number, before: string, after: string): boolean {
  if (OF_THE_PAGE.test(before) || /当年度?$/.test(before)) return true
  if (PLAN_NAME.test(before) && after.startsWith(')')) return true
  if (HONOUR.test(before) && /^[\u4e00-\u9fff]{2,20}(?:单位|称号|奖|集体|城市|县|市|区|镇|村|试点|名单)/.test(after))
    return true
  return /年度?$/.test(text.slice(at, end)) && NAMED_BEHIND.test(after)
}

/** Offsets at which no time is read: inside references and short quotations, but for “十四五”. */
export function shielded(text: string, found: readonly Fact[]): (at: number) => boolean {
  const closed = found.filter(({ kind }) => kind === 'reference').map(({ span }) => span)
  for (let start = text.indexOf('“'); start >= 0; start = text.indexOf('“', start + 1)) {
    const length = text.slice(start, start + 32).search('”')
    if (length > 0 && !/^“[一二三四五六七八九十]{2,3}五?$/.test(text.slice(start, start + length)))
      closed.push({ start, end: start + length + 1 })
  }
  return coverOf(text.length, closed)
}
