import type { Indicator } from '../../types.js'
import { readHead } from './head.js'
import type { Quantity } from './quantity.js'

/** What the clauses before say: names and scopes are filled from here. */
export interface State {
  /** The end of what the number before took. */
  end: number
  /** 全市 of the sentence. */
  region?: string
  last?: Indicator
  /** The unit of a number that was said to be new: 新增国家级平台2个、省级平台6个. */
  news?: string | undefined
  /** The number before stood under 至少, which governs the list after it. */
  atLeast?: boolean
}

/** A name as far as its clause tells it. */
export interface Named {
  name: string
  scope?: string
  of?: string
  rule: string
  close: number
}

const BOUNDARY = ',;。:!?'
const LONGEST = 90
const BARE_MEASURE =
  /^(?:的)?(?:平均)?(?:总量|总数|总额|总计|占比|比重|增速|增幅|余额|面积|完成率|覆盖率|达标率|普及率|合格率|满意率|参保率|入学率|就业率|规模|金额|数量|比例|存量|产量|签约率|建档率|办结率|治愈率|总产量|销售额|长度|均价)$/
const ENDS_AS_SCOPE = /(?:院|县|区|市|镇|乡|村|地区|人群|农村|城镇|城市|省|部)$/
/** True where a clause leaves its name out: 「」, 「和」. */
export const isNameless = (name: string): boolean => name.length < 2 || /^[\d%、,和及]+$/.test(name)

/** The start of the clause in which a number stands: behind the last stop, an open bracket, or the number before. */
export function clauseStart(text: string, at: number, floor: number): number {
  let i = at
  const least = Math.max(floor, at - LONGEST)
  while (i > least) {
    const c = text[i - 1]!
    if (BOUNDARY.includes(c) || c === '(') break
    if (c === ')') {
      const open = text.lastIndexOf('(', i - 2)
      if (open < least) break
      i = open
    } else i--
  }
  return i
}

const GROWTH = /^(?:同比|环比|年均|比上年|较上年)(?:实际|名义)?(?:增长|下降|提高|减少|增加)?$/
const LEVEL = /^(?:国家|省|市|县|区|镇|村)级$/
const MADE_OF = /(?:总量|总数|总额|总产值|数量|率)$/

/** A name that only says what is measured of the row before: 同比增长2.8%, 占比46%, 省级30家. */
function fillFromLast(named: Named, q: Quantity, last: Indicator, near: boolean): Named | undefined {
  const { name } = named
  const scope = named.scope ?? last.scope
  const take = (filled: string): Named => ({ ...named, name: filled, ...(scope && { scope }) })
  if (!near) return undefined
  if (GROWTH.test(name)) return take(last.name.replace(GROWTH_END, '') + name)
  if (LEVEL.test(name) && q.unit === last.unit && LEVELLED.test(last.name))
    return { ...named, name: last.name.replace(LEVELLED, name) }
  if (!BARE_MEASURE.test(name)) return undefined
  const measure = name.replace(/^的/, '')
  return take(last.name.endsWith(measure) ? last.name : `${last.name.replace(MADE_OF, '')}${measure}`)
}

const GROWTH_END = /(?:同比|环比|年均)(?:实际|名义)?(?:增长|下降)$/
const LEVELLED = /^(?:国家|省|市|县|区|镇|村)级/

/** A part of the row before: 13项中已完成10项, 其中农村1万个. */
function fillPart(named: Named, text: string, start: number, at: number, state: State): Named | undefined {
  const { last } = state
  if (!last) return undefined
  if (/^占|^稳?居|^跃居|^位居|^连续|^约占/.test(named.name) && start - state.end <= 1)
    return {
      ...named,
      name: named.name.startsWith('占') ? last.name + named.name : last.name,
      ...(last.scope && { scope: last.scope }),
    }
  const part = /^中(?:已|有|已有)?(?:提前|超额)?(.{0,6}?)$/.exec(text.slice(start, at))
  if (!part || state.end !== start) return undefined
  return {
    ...named,
    name: `${part[1] ? `${part[1]}的` : ''}${last.name}`,
    of: `${last.name}${last.value}${last.unit}`,
  }
}

/** A name that the clause leaves out altogether. */
function fillNothing(named: Named, text: string, start: number, state: State): Named | undefined {
  const { last } = state
  if (last && (state.end === start || text.slice(state.end, start).length <= 3))
    return { ...named, name: last.name, ...(last.scope && !named.scope && { scope: last.scope }) }
  const before = topicBefore(text, start)
  return before ? { ...named, name: before } : undefined
}

/** 全覆盖 without a noun is said of the programme before it: 推行健康指导员制度,…全覆盖. */
function programmeBefore(text: string, start: number): string | undefined {
  const programmes = text
    .slice(Math.max(0, start - 240), start)
    .matchAll(/(?:推进|推行|开展|实施|加强|实行|落实)([^,;。、\d]{4,20})(?=,)/g)
  return [...programmes].at(-1)?.[1]
}

/** Fills a name that the clause leaves out from the clause before: 重点人群覆盖率, 其中农村1万个, 增长2.8%. */
export function fillName(named: Named, q: Quantity, text: string, start: number, state: State): Named | undefined {
  const { last } = state
  const { name } = named
  const part = fillPart(named, text, start, q.start, state)
  if (part) return part
  if (isNameless(name)) return fillNothing(named, text, start, state)
  if (name === '覆盖率' && named.rule === 'full-coverage') {
    const programme = programmeBefore(text, start)
    if (programme) return { ...named, name: `${programme}覆盖率` }
  }
  const filled = last && fillFromLast(named, q, last, text.slice(state.end, start).length <= 3)
  if (filled) return filled
  if (BARE_MEASURE.test(name)) {
    const before = topicBefore(text, start)
    return before ? { ...named, name: `${before}${name.replace(/^的/, '')}` } : named
  }
  if (last && named.rule === q.kind && q.unit === last.unit && ENDS_AS_SCOPE.test(name) && name.length <= 12)
    return { ...named, name: last.name, scope: name }
  if (named.rule === 'count' && !/[家所个座]/.test(q.unit) && /(?:医院|机构|学校|企业|县|市|区|乡镇|村)$/.test(name)) {
    const before = topicBefore(text, start)
    if (before) return { ...named, name: before, scope: name }
  }
  const head = RATE_OF_GROUP.exec(name)
  if (head?.[1] && last?.name.endsWith(head[2]!)) return { ...named, name: last.name, scope: head[1] }
  if (
    last &&
    !named.scope &&
    q.kind === 'rate' &&
    !name.includes(last.name) &&
    /^,?其中/.test(text.slice(start, start + 3))
  )
    return { ...named, scope: last.name }
  return named
}

const RATE_OF_GROUP =
  /^(.{2,8}(?:人群|医院|机构|学校|企业|村|县|农村|城镇))?(覆盖率|签约率|达标率|普及率|参保率|完成率)$/

/** The noun phrase of the clause before, without its verb: 免费救治…病人,∣完成率. */
function topicBefore(text: string, start: number): string | undefined {
  let end = start
  while (end > 0 && ',、'.includes(text[end - 1]!)) end--
  if (end === start || end === 0) return undefined
  const from = clauseStart(text, end, 0)
  const head = readHead(text, from, end)
  const topic = text.slice(head.start, end)
  return topic.length >= 2 && topic.length <= 30 && !/\d/.test(topic) ? topic : undefined
}

/** The population that opens the sentence and holds for its clauses: 各级综合医院将…,中医病床数不低于…. */
export function subjectOf(text: string): string | undefined {
  return /^((?:各级?|所有)[^,;。、\d将要应]{2,10}(?:医院|机构|学校|企业|单位))[将要应须]/.exec(text.slice(0, 24))?.[1]
}
