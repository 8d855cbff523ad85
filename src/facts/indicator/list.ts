import type { Context, Deadline, Indicator, Sentence } from '../../types.js'
import { turn } from './amount.js'
import type { State } from './clause.js'
import type { Quantity } from './quantity.js'
import { printed, type Read, readOne } from './read.js'
import { isGroup, splitScope } from './scope.js'

/** 「甲和乙」, but for 参与率, 普及率, 饱和度. */
const SEPARATOR = /、|以及|(?<!饱)和(?!谐)|(?<!参)与|(?<![普涉惠])及(?!以上|相关|其|装备)/
/** Measures that a list writes out with its last item only: 黄金、白银∣产量, 二氧化硫、氮氧化物∣排放量. */
const MEASURE =
  /(?:(?:全国)?市场占有率|(?:综合)?机械化率|通车里程|(?:产业|行业|企业)?(?:增加值|总产值|产值|利润|营业收入|主营业务收入|投资|营收)|(?:年均)?浓度|平均浓度|(?:排放|消耗|消费|使用|吞吐|周转|运输|销售|交易|发电|供应|储备|生产|进出口|装机|客运|货运|业务)总?[量额]|占比|比重|总额|总量|产量|余额|面积|人数|里程|覆盖率|参保率|普及率|达标率|死亡率|比例|数量|班额|(?:受教育)?年限|寿命|天数|强度|能耗|用水量|收入|(?:补助)?标准|率|数|额|量)(?:年均(?:增长|下降)?|占[^占]{2,12}(?:比重|比例))?$/
/** Words that stand against each other: 城镇、农村∣居民人均可支配收入. */
const COUNTERPART =
  /^(?:城镇|农村|城市|乡村|城区|小学|初中|高中|国有|民营|国内|国际|入境|公路|铁路|航空|水路|客运|货运|[省市县乡村一二三]级|第?[一二三]产业?|工业|农业|服务业|出口|进口|增量|存量|本科|专科|中职|高职)/
/** 每千人口∣执业医师数、注册护士数 */
const PER_HEAD = /^每[百千万]名?(?:常住|户籍|老年)?(?:人口?|老年人|儿童|学生|劳动力)(?:口?拥有)?(?=..)/
const sameEnd = (a: string, b: string): number => {
  let same = 0
  while (same < a.length && same < b.length && a[a.length - 1 - same] === b[b.length - 1 - same]) same++
  return same
}

/** Where the words that all items share begin in the last: 三级∣医疗机构, 镍∣产量; its length where nothing is shared. */
function sharedFrom(before: string, last: string): number {
  const used = /(?:支持|用于|投向)[^、]{2,}(?:比重|比例|占比)$/.exec(last)
  if (used && used.index >= 2) return used.index
  const counterpart = COUNTERPART.exec(last)
  if (before.length === 1 && '级类等期批档'.includes(last[1]!)) return 1
  if (/^第.$/.test(before) && last[0] === '第') return 2
  if (counterpart && COUNTERPART.exec(before)?.[0] === before) return counterpart[0].length
  let [cut, longest] = [-1, 1]
  for (let p = last.length - 1; p >= 2; p--) {
    const same = sameEnd(before, last.slice(0, p))
    const whole = same === 1 && before.length >= p && p <= 3
    if (same > longest || (whole && cut < 0)) [longest, cut] = [Math.max(same, 1), p]
  }
  if (cut > 0) return cut
  const measure = MEASURE.exec(last)
  if (measure?.[0] === '率' && isGroup(before) && last.length > 4) return last.length - 3
  if (measure?.[0].length === 1 && before.length <= 3) return before.length
  return measure && measure.index > 0 ? measure.index : last.length
}

/** Words that the first item writes out for all: 公路∣客运量、货运量, 单位国内生产总值∣用水量、能耗. */
function sharedLead(first: string, second: string): string {
  const moved = /^(.*[客货]运)量$/.exec(first)
  if (moved && second === '周转量') return moved[1]!
  const owner = /^(单位(?:国内|地区)生产总值|营运|公路|铁路|水路|民航|园区规模以上工业企业单位)(.{2,})$/.exec(first)
  if (owner && !second.startsWith(owner[1]!)) return owner[1]!
  const perHead = PER_HEAD.exec(first)
  if (perHead && !/^每|率$/.test(second)) return perHead[0]
  const measure = MEASURE.exec(first)
  const short = measure && first.length >= 5 && second.length <= 3 && MEASURE.test(second)
  if (!short) return ''
  return measure[0].length === 1 ? first.slice(0, -Math.min(second.length, 3)) : first.slice(0, measure.index)
}

/** 森林旅游∣三大∣产业∣产值: the last item with the sum of all. */
const SUMMED = /^(.{2,}?)[两二三四五六七八九十]大((?:支柱|主导|重点)?(?:产业链|产业|行业|集群|板块))(.{2,})$/

/** The items of a list with the words that only one writes out dealt to all: 基层、二级、三级∣医疗机构. */
export function spread(items: readonly string[]): string[] {
  const last = items.at(-1)!
  const aged = /^(\d+岁(?:及以上|以上|及以下|以下)?)(.{2,})$/.exec(last)
  if (aged && items.every((item) => /^\d+(?:-\d+)?岁/.test(item)))
    return [...items.slice(0, -1), aged[1]!].map((item) => item + aged[2])
  const summed = SUMMED.exec(last)
  if (summed) {
    const [, own, kind, measure] = summed
    return [...items.slice(0, -1), own!].map((item) => item + (item.endsWith(kind!) ? '' : kind) + measure)
  }
  const tail =
    items.every((item) => MEASURE.test(item)) && !/支持|用于|投向/.test(last)
      ? ''
      : last.slice(sharedFrom(items.at(-2)!, last))
  const lead = sharedLead(items[0]!, items[1]!)
  return items.map((item, i) => (i > 0 ? lead : '') + item + (i < items.length - 1 ? tail : ''))
}

/** The 、 list of n items before a clause that 上述 or 该 points back to. */
function pointedTo(text: string, before: number, count: number): string[] | undefined {
  for (const clause of text
    .slice(Math.max(0, before - 400), before)
    .split(/[,;。:]/)
    .reverse()) {
    const items = clause.split('、')
    if (items.length !== count || /\d[\d.]*[万亿]?[个家所户人名张元亩]/.test(clause)) continue
    const [second, last] = [items[1]!, items.at(-1)!]
    return [items[0]!.slice(-second.length), ...items.slice(1, -1), last.slice(0, second.length)]
  }
  return undefined
}

function subjects(whole: string, count: number, text: string, start: number): string[] | undefined {
  const pointer = /(?:上述|以上|该)([^、]*?)(占比|比例|覆盖率|达标率|数量|总数|[^、]{2,3}率)$/.exec(
    text.slice(start, start + 80).split(/均|分别|达/)[0]!,
  )
  if (pointer) {
    const items = pointedTo(text, start, count)
    if (items) return items.map((item) => item + pointer[2])
  }
  const acting = /^(.*[、和].*?)分别(.{2,6})$/.exec(whole)
  if (acting) return subjects(acting[1]!, count, text, start)?.map((item) => item + acting[2])
  if (count === 2 && /^城、?乡/.test(whole)) {
    const rest = whole.replace(/^城、?乡/, '')
    return [(rest.startsWith('居民') ? '城镇' : '城市') + rest, `农村${rest}`]
  }
  if (!SEPARATOR.test(whole)) return pointedTo(text, start, count)?.map((item) => item + whole)
  for (const separator of [SEPARATOR, /、/, /、|以及|和|与/]) {
    const items = whole.split(separator).map((item) => item.trim())
    if (items.length === count && items.every((item) => item.length > 0)) return spread(items)
  }
  return undefined
}

/** 增加值∣同比增长∣: what is told of a measure in one clause is none of its name in the next. */
const withoutGrowth = (name: string): string => name.replace(/(?:[同环]比|年均)?(?:增长|增速|增幅)$/, '')

/** 接待游客17.52亿人次、旅游花费1.27万亿元,分别增长32.9%、41.6%: the rows before are the subjects. */
function rowsBefore(first: Read, count: number, state: State, text: string): Indicator[] | undefined {
  const own = text
    .slice(state.end, first.span.end)
    .replace(/^\)|^,?[与和同较][^,;。]{2,14}相[比较](?=,)/g, '')
    .split(/\d/)[0]!
  if (state.end === 0 || /[,;]/.test(own.slice(1)) || !(own.includes('分别') || first.value.change)) return undefined
  const rows = state.rows.slice(-count)
  const last = rows.at(-1)
  if (rows.length !== count || !last || own.includes(last.name)) return undefined
  const { name } = first.value
  const stem = [last.name, withoutGrowth(last.name)].find((words) => name.startsWith(words))
  if (stem === undefined) return undefined
  const said = name.slice(stem.length)
  if (/^占[^占]{2,16}(?:比重|比例)$/.test(said))
    return rows.map((row) => ({ ...row, name: withoutGrowth(row.name) + said }))
  return /^(?:(?:[同环]比|年均)增长|(?:年均|平均|同比)?(?:增速|增幅|涨幅)|占比|比重)?$/.test(said)
    ? rows.map((row) => ({ ...row, name: (stem === last.name ? row.name : withoutGrowth(row.name)) + said }))
    : undefined
}

/** 上述四类人士接种率分别…: the rows of the sentence before that end in the same measure. */
function rowsPointedTo(name: string, count: number, text: string, start: number, { before }: Context): Indicator[] {
  const measure = /.{2}率$/.exec(name)?.[0] ?? MEASURE.exec(name)?.[0]
  if (!measure || !/(?:上述|以上)$/.test(text.slice(Math.max(0, start - 2), start))) return []
  const rows = (before?.facts ?? []).filter(({ kind }) => kind === 'indicator').map(({ value }) => value as Indicator)
  const same = rows.filter((row) => row.name.endsWith(measure))
  return same.length === count ? same : []
}

/** 甲、乙两大产业产值分别…,本地配套率分别…: a further measure of what the values before were dealt out over. */
function ownersBefore(name: string, count: number, state: State): string[] | undefined {
  const rows = state.rows.slice(-count)
  const measure = MEASURE.exec(rows.at(-1)?.name ?? '')?.[0].replace(/^(?:产业|行业|企业)/, '')
  if (!state.whole || state.whole.end !== state.end || rows.length !== count || !measure || !MEASURE.test(name))
    return undefined
  return rows.every((row) => row.name.endsWith(measure) && row.name.length > measure.length)
    ? rows.map((row) => row.name.slice(0, -measure.length) + name)
    : undefined
}

/** 新认定的∣国家级、省级、市级∣研发平台: grades of one kind of thing. */
const GRADED =
  /^(.*?)((?:[国省市县区镇乡村一二三四五甲乙丙ABCD][^、和及的]{0,3}?(?:级|等|类|档|星)[、和及])+[^、和及的]{1,4}?(?:级|等|类|档|星))([^级].*)?$/

/** 年销售收入首次突破∣1000万元、2000万元∣的企业: what each receiver has reached. */
const STEPS = /^(.*?)((?:\d[\d.,]*[万亿]?([^、和\d]{0,4})[、和])+\d[\d.,]*[万亿]?\3(?:\(含\))?(?:及?以[上下])?)(.*)$/

const PLACES = /^(?:[^、和与及]{1,5}[市县区州盟旗镇乡][、和与及])+[^、和与及]{1,5}[市县区州盟旗镇乡]$/

/** The receivers of a grant, one a grade, where there are as many sums. */
function gradesOf(scope: string | undefined, count: number): string[] | undefined {
  const steps = STEPS.exec(scope ?? '')
  const [, lead, grades, rest = ''] = (steps && [...steps.slice(0, 3), steps[4]!]) ?? GRADED.exec(scope ?? '') ?? []
  const items = grades?.split(/[、和及]/)
  const named = scope?.replace(/的$/, '').split(/[、和与及]/) ?? []
  if (PLACES.test(scope ?? '')) return named.length === count ? named : undefined
  if (!items && named.length === count && named.every((item) => item.slice(-2) === named[0]!.slice(-2)))
    return [named[0]!.slice(-named[1]!.length), ...named.slice(1)]
  return items?.length === count ? items.map((grade) => lead + grade + rest.replace(/的$/, '')) : undefined
}

const shareOf = (q: Quantity) =>
  q.value !== undefined ? { value: q.value, unit: q.unit } : { min: q.min!, max: q.max!, unit: q.unit }

/** 到2025年、2030年,∣森林覆盖率分别达到…: the times in front of a name that is none of a list, where there are as many as values. */
function timesOf(first: Read, whole: string, count: number, text: string, { found }: Context): string[] {
  if (SEPARATOR.test(whole)) return []
  const at = text.indexOf(first.value.name.slice(0, 2), first.span.start)
  const before = found.filter(({ kind, span }) => kind === 'deadline' && span.start < at && span.start > at - 40)
  const dates = before.slice(-count).map(({ value }) => (value as Deadline).date)
  const tight = before.slice(1 - count).every(({ span }) => /[、和与及]$/.test(text.slice(0, span.start)))
  return dates.length === count && tight && dates.every((date) => date !== undefined) ? (dates as string[]) : []
}

/** 新建、改建、扩建∣三类∣项目 */
const KINDS_OF = /(?:^|(?<=、[^、]{1,8}))[两三四五六七八九][类项](?=社会保险|项目|企业|人员|人群|对象|区域|机构|学校)/

/** 新建、改建、扩建∣三类项目∣的审批时间: one of the kinds that a scope sums up. */
function ofKind(dealt: string, name: string, scope: string | undefined): { name: string; scope?: string } {
  const kind = /^(?:\d+|[两三四五六七八九十])大?[类种](.{2,})$/.exec(scope ?? '')?.[1]
  return kind && dealt.length > name.length && dealt.endsWith(name)
    ? { name, scope: dealt.slice(0, -name.length) + kind }
    : splitScope(dealt)
}

/** What the values of a list are dealt out over: rows before, receivers, times, or the items of its name. */
interface Owners {
  readonly whole: string
  readonly rows?: readonly Indicator[] | undefined
  readonly grades?: readonly string[] | undefined
  readonly times: readonly string[]
  readonly names?: readonly string[] | undefined
}

function ownersOf(first: Read, count: number, text: string, context: Context, state: State): Owners {
  const { scope, name } = first.value
  const { start } = first.span
  const pointed = rowsPointedTo(name, count, text, start, context)
  const rows = pointed.length > 0 ? pointed : rowsBefore(first, count, state, text)
  const whole = (scope && !/^[全我]/.test(scope) && text.includes(scope + name) ? scope : '') + name
  const grades = first.rule === 'grant' || PLACES.test(scope ?? '') ? gradesOf(scope, count) : undefined
  const times = rows || grades ? [] : timesOf(first, whole, count, text, context)
  const names =
    rows || grades || times.length > 0
      ? undefined
      : (subjects(whole.replace(KINDS_OF, ''), count, text, start) ?? ownersBefore(name, count, state))
  return { whole, rows, grades, times, names }
}

/** The name and the scope of the value at a place of the list. */
function shareAt(i: number, first: Indicator, { whole, rows, grades, names }: Owners, per: string | undefined) {
  const { name, scope } = first
  const pointing = names && /^([^,;。]{2,20}?)(?:上述|(?<!规模|限额|级|[岁年])以上|该)/.exec(whole)
  const outer = pointing ? pointing[1]! : whole === name && !name.startsWith(scope ?? '-') ? scope : undefined
  const split = rows ? rows[i]! : names ? ofKind(names[i]!, name, scope) : { name, scope }
  const kept = per ?? grades?.[i] ?? split.scope ?? outer ?? (names ? undefined : scope)
  return { name: split.name, ...(kept && { scope: kept }) }
}

/** Deals the values of a list out over its subjects: 基层、二级医疗机构配备比例分别不低于80%、60% → two indicators. */
export function dealOut(
  list: readonly Quantity[],
  next: number,
  sentence: Sentence,
  context: Context,
  state: State,
  nameEnd?: number,
): Read[] {
  const [{ value }] = list as [Quantity]
  const head = { ...list[0]!, ...(value && { value: Math.abs(value) }), end: list.at(-1)!.end }
  const first = readOne(head, next, sentence, context, { ...state }, nameEnd)
  if (!first) return []
  const span = { start: first.span.start, end: Math.max(first.span.end, list.at(-1)!.end) }
  const owners = ownersOf(first, list.length, sentence.text, context, state)
  const { whole, rows, grades, times, names } = owners
  const dealt = names !== undefined || rows !== undefined || grades !== undefined
  if (!dealt && /[、和]/.test(whole)) {
    const args = { text: whole, subjects: whole.split(SEPARATOR).length, values: list.length }
    context.note('list-counts-differ', span, args)
  }
  if (names) state.whole = { name: whole, end: span.end }
  const { min: _min, max: _max, value: _value, unit: _unit, scope: _scope, ...rest } = first.value
  return list.map((q, i): Read => {
    const value = {
      ...rest,
      ...shareAt(i, first.value, owners, q.per),
      ...(times[i] && { time: times[i] }),
      comparator: q.comparator ?? first.value.comparator,
      ...shareOf(q),
      ...turn(q.value, rest.change),
    }
    return { span, rule: dealt ? 'dealt-list' : 'list', value: printed(value) }
  })
}
