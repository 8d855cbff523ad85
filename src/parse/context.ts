import type { Meta } from '../meta.js'
import type { Context } from '../types.js'
import type { Voice } from './voice.js'

/** Kinds of document that tell what was done. */
const REPORTS = ['简报', '总结', '通报', '汇报', '报告', '公报']
/** 2021年工作总结和2022年工作计划: what is to be done stands below a heading of its own. */
const BOTH = /(?:总结|回顾|完成情况).*(?:计划|打算|安排|思路|要点)$/
/** Titles that tell so without a kind: 1—2月全省交通运输运行情况. */
const TELLS =
  /(?:总结|汇报|简报)(?:范文|范本|\(?(?:精选|通用|共)?[\d一二三四五六七八九十]{1,3}篇\)?)+$|(?:情况|成效|回眸|综述|!|！)$|召开|举行|举办|开幕|闭幕|揭牌|获评|荣获|(?<!力争|确保|拟|将|计划)(?:突破|超过?|达)\d/

/** “十四五”服务规划“亮相”, 省政府印发《…行动计划》: news that tells what is planned. */
const OF_A_PLAN =
  /(?:规划|方案|计划|意见|措施|要点|纲要)[》”"]?[“"]?(?:亮相|出台|发布|印发|实施|公布|来了|出炉)|(?:印发|发布|出台|公布)[^,。《]{0,12}《/
/** How much a text without a kind tells what was done before it is a report. */
const TELLING = 3

const tellsByTitle = (title: string, told: true | undefined): boolean =>
  (told === true || TELLS.test(title)) && !OF_A_PLAN.test(title)

/** What a document says of all its sentences: its year, its day, its years, and whether it reports what was done. */
export type DocumentContext = Pick<Context, 'year' | 'date' | 'period' | 'report'>

/** `{ year: 2019, date: '2019-07-16', report: false }` of the metadata of a document. */
export function contextOf({ document, told }: Meta, voice: Voice): DocumentContext {
  const date = document.issuedOn ?? document.publishedOn
  const year = document.year ?? (date === undefined ? undefined : Number(date.slice(0, 4)))
  const [from, to] = document.period?.split('/').map(Number) ?? []
  return {
    ...(year !== undefined && { year }),
    ...(date !== undefined && { date }),
    ...(from !== undefined && to !== undefined && { period: [from, to] as const }),
    report: document.kind
      ? (REPORTS.includes(document.kind) && !document.title?.includes('工作报告')) || BOTH.test(document.title ?? '')
      : voice.all >= TELLING || (voice.all > -TELLING && tellsByTitle(document.title ?? '', told)),
  }
}
