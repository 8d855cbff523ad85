import type { Sentence } from '../types.js'
import { isUnitText } from './unit.js'

/** What the first cells of a row name. */
export interface Name {
  readonly name: string
  readonly unit?: string
  /** 「其中：」 before it: a part of the row above. */
  readonly part: boolean
}

const NUMBERED =
  /^(?:\d{1,3}[.、)](?!\d)|\(\d{1,3}\)|\[\d{1,3}\]|[①-⑳⑴-⒇⒈-⒛]|[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|[#*★☆▲△·])/
const PART = /^(?:-{0,3}其中[:,]?|-{1,3}|#)/
/** Footnote signs behind a name: 「…比重①」「…增长〔1〕」 */
const NOTED = /(?:\[(?:注)?\d{1,3}\]|[①-⑳*★])$/
/** The noun a name ends in says that it measures something by itself. */
const MEASURE =
  /(?:率|数|数量|量|值|比|比例|比重|收入|支出|面积|里程|强度|水平|指数|总额|规模|人口|系数|能力|额|度|程|人次|增长|降低|下降|消耗|排放|浓度|个数|年限|寿命|速|投入|消费|库存|占比|用地|时间|费用)$/

/** 「其中：⑵中心城区绿化覆盖率（%）①」 → name 中心城区绿化覆盖率, unit %, a part. */
export function nameOf({ text, shown }: Sentence): Name {
  let start = 0
  let end = text.length
  let part = false
  for (;;) {
    const rest = text.slice(start, end)
    const match = NUMBERED.exec(rest) ?? PART.exec(rest)
    if (!match || match[0].length === rest.length) break
    part ||= /^-*其中|^#/.test(match[0])
    start += match[0].length
  }
  let unit: string | undefined
  for (;;) {
    const rest = text.slice(start, end)
    const noted = NOTED.exec(rest)
    const bracket = /[([](?:单位:)?([^()[\]]{1,16})[)\]]$/.exec(rest)
    if (noted && noted.index > 0) end = start + noted.index
    else if (bracket && bracket.index > 0 && isUnitText(bracket[1]!)) {
      unit ??= bracket[1]!
      end = start + bracket.index
    } else break
  }
  return { name: shown.slice(start, end), ...(unit && { unit }), part }
}

/** Whether a name is whole: 「农村居民人均可支配收入」, not 「城镇」. */
export const isMeasure = (name: string) => MEASURE.test(name) || name.length > 8
