import type { Indicator } from '../../types.js'
import type { Rule } from './carry.js'
import type { Clause, State } from './clause.js'
import { isGroup, isMeasure, leadingGroup, splitScope } from './scope.js'
import { topicBefore } from './topic.js'

/** The measure of a name without the group it is said of: 孤儿∣基本生活标准. */
const withoutGroup = (name: string): string => withoutArea(splitScope(`各${name}`).name.replace(/^各/, ''))
const withoutArea = (name: string): string =>
  isMeasure(name) ? name.replace(/^(?:市区|城区|主城区|中心城区|县城|县\(市\)|城市|农村|城镇|乡村)(?=.{3,})/, '') : name

/** The row among the last in whose unit a part is told: 300户700人,其中市本级∣100户200人. */
export const wholeOf = (unit: string, state: State): Indicator | undefined =>
  state.rows.slice(-3).findLast((row) => row.unit.split('(')[0] === unit.split('(')[0])

/** 其中县城4500个、∣乡镇∣1800个: a part by place, not a thing of its own. */
export const isPart = ({ text, start, joined, core, head, q, last }: Clause, state: State): boolean =>
  isPlace(core || (head.scope ? text.slice(head.scope.start, head.scope.end) : ''), q.unit) &&
  wholeOf(q.unit, state) !== undefined &&
  (joined ||
    text[start - 1] === '(' ||
    /其中/.test(text.slice(Math.max(0, start - 3), start + 3)) ||
    isPlace(last?.scope ?? '', q.unit))
/** 粮食产量172.6万吨,…其中∣夏粮∣68.3万吨: a part by kind takes the measure of the whole. */
export const partOfWhole: Rule = (named, { text, start, q, joined }, state) => {
  if (named.scope || isMeasure(named.name) || named.name.length > 8 || q.kind !== 'measure') return undefined
  const inner = /^,?其中/.test(text.slice(start, start + 3))
  if (!joined && !inner) state.part = false
  const whole = state.rows.findLast((row) => row.unit === q.unit && !row.change)
  const measure = whole && MEASURED.exec(whole.name)?.[0]
  if (!measure || !(inner || (joined && state.part))) return undefined
  state.part = true
  return { ...named, name: named.name + measure }
}
const MEASURED =
  /(?:(?:播种|种植|建筑|占地|经营)?面积|总?播面|(?:通车)?里程|总?产量|(?:供水|用水|发电|用电|排放|吞吐|周转)量)$/

const PLACES =
  /^(?:市本级|省本级|县本级|集中供养|分散供养|[男女]性|县城|乡镇|城区|主城区|城镇|城市|农村|乡村|各县\(市\)|[省市县区乡镇村]级|[一二三四五甲乙丙]{1,3}级|小学|初中|高中|中学|.{1,4}[市县区])$/

/** 西镇∣4座; what is counted in 个 may be the towns themselves: 示范镇∣5个. */
const isPlace = (name: string, unit: string): boolean =>
  PLACES.test(name) || (unit !== '个' && /^.{1,4}(?:镇|乡|村|街道|社区)$/.test(name))

/** A group alone takes its measure from the row before: 签约覆盖率…30%,重点人群∣达到60%. */
export const groupOnly: Rule = (named, clause, state) => {
  const { q } = clause
  const { name } = named
  const part = isPart(clause, state)
  const place = name.length <= 16 && (part || isGroup(name))
  if (named.rule !== q.kind || named.scope || clause.tail.of !== undefined || !place) return undefined
  if (q.kind === 'measure' && /[线道路网渠管沟]$/.test(name)) return undefined
  const things = q.kind === 'count' && /[个家所座处名人户套]/.test(q.unit) && !part
  if (things && !(clause.tail.comparator && /(?:地区|人群|区域)$/.test(name))) return undefined
  const row = part
    ? clause.last?.unit === q.unit && clause.last.scope
      ? clause.last
      : wholeOf(q.unit, state)
    : state.rows.findLast((row) => row.unit === q.unit && row.change === clause.tail.change)
  if (row && !part && isGroup(row.name)) return undefined
  if (row && (state.end > 0 || part)) return { ...named, name: withoutGroup(row.name), scope: name }
  const before = q.kind === 'count' && topicBefore(clause.text, clause.start, state)
  if (!before || before.startsWith('《')) return undefined
  const said = leadingGroup(before)?.[1].replace(/^(?:要|应|将|全面|积极|普遍)+/, '') ?? before
  return { ...named, name: said.length > 3 ? said : before, scope: name }
}

const AREA =
  '(?:市区|城区|主城区|中心城区|县城|县\\(市\\)|县\\(市、区\\)|城市|城镇|农村|乡村|山区|平原|[^,;。、]{2,6}[市县区])'
const BY_AREA = new RegExp(`^(${AREA})(?!居民|生产总值)(.{3,})$`)
/** 入园率达到96%,其中∣市区∣入园率: the measure of the row before, in a part of its place. */
export const partByArea: Rule = (named, { q, last }) => {
  const [, area, measure] = (!named.scope && last?.unit === q.unit && BY_AREA.exec(named.name)) || []
  if (!area || !isMeasure(measure!)) return undefined
  const said = last!.scope !== undefined && new RegExp(`^${AREA}$`).test(last!.scope)
  return last!.name === measure || (said && last!.name.endsWith(measure!))
    ? { ...named, name: measure!, scope: area }
    : undefined
}

const RATE_OF_GROUP =
  /^(.{2,8}(?:人群|医院|机构|学校|企业|村|县|农村|城镇|人口))?(覆盖率|签约率|达标率|普及率|参保率|完成率)$/
export const rateOfGroup: Rule = (named, { last }) => {
  const head = RATE_OF_GROUP.exec(`${named.scope ?? ''}${named.name}`)
  if (!head?.[1] || !last?.name.endsWith(head[2]!)) return undefined
  return { ...named, name: last.name, scope: head[1] }
}
