import { normalise } from '../../text/width.js'
import type { Comparator, Context, Indicator, Sentence, Span } from '../../types.js'
import { nameCoverage } from './coverage.js'
import { type Head, readHead, splitScope } from './head.js'
import { type Noun, readNoun } from './noun.js'
import type { Quantity } from './quantity.js'
import { statusOf, timeOf } from './status.js'
import { readTail, type Tail } from './tail.js'
import { OWN_NAME } from './words.js'

/** One indicator with the words it was read from and the pattern that read it. */
export interface Read {
  span: Span
  value: Indicator
  rule: string
}

/** What the clauses before say: names and scopes are filled from here. */
export interface State {
  /** The end of what the number before took. */
  end: number
  /** 全市 of the sentence. */
  region?: string
  last?: Indicator
  /** The number before stood under 至少, which governs the list after it. */
  atLeast?: boolean
}

const BOUNDARY = ',;。:!?'
const LONGEST = 90
const BARE_MEASURE =
  /^(?:的)?(?:平均)?(?:总量|总数|总额|总计|占比|比重|增速|增幅|余额|面积|完成率|覆盖率|达标率|普及率|合格率|满意率|参保率|入学率|就业率|规模|金额|数量|比例|存量|产量|签约率|建档率|办结率|治愈率|总产量|销售额|长度|均价)$/
const ENDS_AS_SCOPE = /(?:院|县|区|市|镇|乡|村|地区|人群|农村|城镇|城市|省|部)$/
const NOT_COUNTED =
  /^的?(?:大)?(?:方面|环节|阶段|步骤|层面|维度|部分|原则|要点|篇章|字|文明|关系|转变|统一|坚持|意识|自信|维护|确立|革命|面向|责任|百分|不|问题|矛盾|特色|抓手|重大|重要|专班|部门联合|单位联合|代表|附件|表格|编|月)/
/** Terms of an examination, papers to hand in, hints to visitors of a page. */
const EXAM = /笔试|面试|满分|总成绩|复印件|照片|分辨率|×|学分绩点|及格线/
const SPEND = /投入|投资|安排|筹集|下达|拨付|落实|补助|奖励|争取|募集|发放/

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

const isNameless = (name: string): boolean => name.length < 2 || /^[\d%、,和及]+$/.test(name)

/** True where a quantity only qualifies or describes: 三个方面, 50张床位以上的医院, 24小时, 65岁以上老年人. */
function isQualifier(q: Quantity, text: string, tail: Tail, head: Head, core: string): boolean {
  const after = text.slice(q.end, q.end + 12)
  const linked = tail.words.length > 0 || tail.of !== undefined
  if (NOT_COUNTED.test(after) && q.kind === 'count') return true
  if (q.kind === 'none') return !(/(?:指数|系数|得分|分值|值)$/.test(core) && linked)
  if (EXAM.test(text.slice(Math.max(0, q.start - 12), q.end + 6))) return true
  if (q.kind === 'age') return !/寿命|平均年龄/.test(core)
  if (q.kind === 'duration')
    return !linked || isNameless(core) || !(after === '' || /^[,、;。:)]/.test(after)) || q.value! > 999
  if (/^级/.test(after)) return true
  if (q.spelt && /^[眼头口期门道架列本块孔根颗粒顶盆盒袋箱匹尾剂单笔款班方里]|^批次/.test(q.unit)) return true
  if (
    q.spelt &&
    /^[个项种类条次件批级门组道本部名位人口方对场期支点张面套届成]|^大/.test(q.unit) &&
    q.unit !== '个百分点'
  ) {
    const set =
      tail.comparator !== undefined ||
      tail.level === 'set' ||
      /新建|建成|新增|打造|培育|建设|创建/.test(head.verb ?? '') ||
      head.scope !== undefined
    if (
      !set ||
      ((q.value ?? 0) < 2 &&
        tail.comparator === undefined &&
        !/每|各/.test(text.slice(Math.max(0, q.start - 14), q.start)))
    )
      return true
  }
  if (q.unit === '次' && /每(?:年|月|季|周|半年|学期|人)/.test(text.slice(Math.max(0, q.start - 16), q.start)))
    return true
  if (
    /以上|以下|以内|之内/.test(text.slice(q.end - 3, q.end)) &&
    /^的?[\u4e00-\u9fff]{2}/.test(after) &&
    q.kind !== 'rate'
  ) {
    if (q.kind === 'money' || q.kind === 'measure' || /^[人张名床米]/.test(q.unit)) return true
  }
  return false
}

function comparatorOf(q: Quantity, tail: Tail, status: Indicator['status']): Comparator {
  if (q.comparator)
    return q.comparator === '~' && tail.comparator && tail.comparator !== '~' ? tail.comparator : q.comparator
  if (tail.comparator) return tail.comparator
  if (tail.level === 'limit') return '<='
  return tail.level === 'reach' && status === 'target' && !q.implied ? '>=' : '='
}

/** The name where the number stands before its noun: 15家区域医疗中心, 29家养老机构实现医养结合. */
function nameAfter(text: string, noun: Noun): string {
  const words = text.slice(noun.start, noun.end)
  return noun.predicate ? `${noun.predicate}的${words}` : words
}

interface Named {
  name: string
  scope?: string
  of?: string
  rule: string
  close: number
}

const RATE_VERB = /^(?:全?覆盖|达标|普及|落实|到位|完成|配备|合格|纳入|办结|整改|公开|上线)/

function nameOf(q: Quantity, text: string, next: number, tail: Tail, head: Head): Named | undefined {
  const core = text.slice(head.start, tail.end).replace(/[、,的]$/, '')
  if (q.rule === 'full-coverage') return { ...nameCoverage(core), rule: q.rule, close: q.end }
  if (q.rule === 'all-of-a-group') {
    const stop = /[,;。:!?]/.exec(text.slice(q.end, q.end + 60))
    const close = q.end + (stop?.index ?? text.length - q.end)
    const verb = text.slice(q.end, close)
    return { name: verb, ...(core && { scope: core }), rule: q.rule, close }
  }
  const spend = q.kind === 'money' && /^(.*?)(投入|投资|安排|筹集|筹措)(?:资金)?$/.exec(core || (head.verb ?? ''))
  const object =
    spend && /^(?:用于|支持|加强|推进|推动|建设|改善|实施|开展)([^,;。、\d]{2,20})/.exec(text.slice(q.end, q.end + 24))
  if (spend && object)
    return {
      name: `${object[1]}${spend[2]}`,
      ...(spend[1] && { scope: spend[1] }),
      rule: 'spending',
      close: q.end + object[0].length,
    }
  const noun = readNoun(text, q.end, q.kind === 'rate' && text[q.end] === '的' ? text.length : next)
  if (q.kind === 'rate' && noun) {
    const verb = RATE_VERB.exec(text.slice(q.end, noun.close))
    if (verb && !isNameless(core))
      return {
        ...splitScope(core + (verb[0].endsWith('覆盖') ? '覆盖率' : verb[0])),
        rule: 'rate-verb',
        close: q.end + verb[0].length,
      }
    const group = text.slice(noun.start, noun.end)
    if (text[q.end] === '的' || isNameless(core)) {
      if (noun.predicate)
        return { name: noun.predicate, scope: group, of: group, rule: 'share-of-a-group', close: noun.close }
      return isNameless(core)
        ? { name: group, of: group, rule: 'share', close: noun.close }
        : { ...splitScope(core), of: group, rule: 'share', close: noun.close }
    }
    return { ...splitScope(core), rule: 'rate', close: q.end }
  }
  const counted = noun && (q.kind === 'count' || head.verb !== undefined || isNameless(core))
  if (counted && q.kind !== 'count' && !head.verb && !SPEND.test(text.slice(head.start, tail.end))) return undefined
  if (counted && noun && (q.kind === 'count' || isNameless(core))) {
    const named = nameAfter(text, noun)
    const place = /(?:在|面向)?([^,]{2,14}?(?:机构|院|学校|中心|站|室|园|企业|县|市|区|村|镇|省|社区|乡镇))$/.exec(core)
    return { name: named, ...(place && { scope: place[1]! }), rule: `${q.kind}-noun`, close: noun.close }
  }
  if (noun && q.kind !== 'count' && text[q.end] !== '的' && !isNameless(core) && q.kind !== 'money')
    return { name: core, rule: q.kind, close: q.end }
  return { ...(q.kind === 'rate' ? splitScope(core) : { name: core }), rule: q.kind, close: q.end }
}

/** Fills a name that the clause leaves out from the clause before: 重点人群覆盖率, 其中农村1万个, 增长2.8%. */
function fill(named: Named, q: Quantity, text: string, start: number, state: State): Named | undefined {
  const { last } = state
  const { name } = named
  if (last && /^占|^稳?居|^跃居|^位居|^连续|^约占/.test(name) && start - state.end <= 1)
    return {
      ...named,
      name: name.startsWith('占') ? last.name + name : last.name,
      ...(last.scope && { scope: last.scope }),
    }
  const part = /^中(?:已|有|已有)?(.{0,6}?)$/.exec(text.slice(start, q.start))
  if (part && last && state.end === start)
    return {
      ...named,
      name: `${part[1] ? `${part[1]}的` : ''}${last.name}`,
      of: `${last.name}${last.value}${last.unit}`,
    }
  if (isNameless(name)) {
    if (last && (state.end === start || text.slice(state.end, start).length <= 3))
      return { ...named, name: last.name, ...(last.scope && !named.scope && { scope: last.scope }) }
    const before = topicBefore(text, start)
    return before ? { ...named, name: before } : undefined
  }
  if (name === '覆盖率' && named.rule === 'full-coverage') {
    const program = [
      ...text
        .slice(Math.max(0, start - 240), start)
        .matchAll(/(?:推进|推行|开展|实施|加强|实行|落实)([^,;。、\d]{4,20})(?=,)/g),
    ].at(-1)
    if (program) return { ...named, name: `${program[1]}覆盖率` }
  }
  if (BARE_MEASURE.test(name)) {
    const measure = name.replace(/^的/, '')
    if (last && text.slice(state.end, start).length <= 3) {
      const stem = last.name.replace(/(?:总量|总数|总额|总产值|数量|率)$/, '')
      return {
        ...named,
        name: last.name.endsWith(measure) ? last.name : `${stem}${measure}`,
        ...(last.scope && !named.scope && { scope: last.scope }),
      }
    }
    const before = topicBefore(text, start)
    return before ? { ...named, name: `${before}${measure}` } : named
  }
  if (last && named.rule === q.kind && q.unit === last.unit && ENDS_AS_SCOPE.test(name) && name.length <= 12)
    return { ...named, name: last.name, scope: name }
  if (named.rule === 'count' && !/[家所个座]/.test(q.unit) && /(?:医院|机构|学校|企业|县|市|区|乡镇|村)$/.test(name)) {
    const before = topicBefore(text, start)
    if (before) return { ...named, name: before, scope: name }
  }
  const head =
    /^(.{2,8}(?:人群|医院|机构|学校|企业|村|县|农村|城镇))?(覆盖率|签约率|达标率|普及率|参保率|完成率)$/.exec(name)
  if (head?.[1] && last?.name.endsWith(head[2]!)) return { ...named, name: last.name, scope: head[1] }
  return named
}

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
function subjectOf(text: string): string | undefined {
  return /^((?:各级?|所有)[^,;。、\d将要应]{2,10}(?:医院|机构|学校|企业|单位))[将要应须]/.exec(text.slice(0, 24))?.[1]
}

/** Reads the indicator of one number; undefined where the number is none. */
export function readOne(
  q: Quantity,
  next: number,
  sentence: Sentence,
  context: Context,
  state: State,
): Read | undefined {
  const { text } = sentence
  const start = clauseStart(text, q.start, state.end)
  const tail = readTail(text, start, q.start)
  const head = readHead(text, start, tail.end)
  const core = text.slice(head.start, tail.end)
  if (isQualifier(q, text, tail, head, core)) return undefined
  const raw = nameOf(q, text, next, tail, head)
  const named = raw && fill(raw, q, text, start, state)
  if (!named || isNameless(named.name) || named.name.length > 60) return undefined
  if (head.scope && /[全各]/.test(text[head.scope.start]!)) state.region = text.slice(head.scope.start, head.scope.end)
  else if (named.scope && /^各级/.test(named.scope)) state.region = named.scope
  const joined =
    /^[、和及与]$/.test(text.slice(state.end, start) || text.slice(state.end, state.end + 1)) &&
    state.last !== undefined &&
    state.end > 0
  const region = head.scope && text.slice(head.scope.start, head.scope.end)
  const whole = region?.startsWith('全') && named.scope && text.startsWith(region + named.scope, head.scope!.start)
  const stated =
    (whole ? region + named.scope! : named.scope) ??
    (head.scope ? text.slice(head.scope.start, head.scope.end) : undefined)
  const scope = stated ?? (joined ? state.last?.scope : undefined) ?? state.region ?? subjectOf(text)
  const time = timeOf(text, q.start, context)
  const stop = /[,;。]/.exec(text.slice(named.close, named.close + 40))
  const clause = text.slice(start, named.close + (stop?.index ?? 0))
  const status = statusOf(
    clause,
    text.slice(Math.max(0, start - 160), start),
    time,
    tail.status === 'actual' ? 'actual' : undefined,
    context,
  )
  const news = /^新/.test(head.verb ?? '') || (tail.words[0] === '新增' && q.kind === 'count')
  const own = OWN_NAME.test(clause)
  const change = own
    ? undefined
    : tail.level === 'set' || tail.level === 'reach' || tail.level === 'be'
      ? news
        ? 'increase'
        : undefined
      : (tail.change ?? (news ? 'increase' : undefined))
  const of = named.of ?? tail.of ?? /占([^,;、占]{2,16}?)的?(?:比例|比重|比)/.exec(named.name)?.[1]
  const value: Indicator = {
    name: named.name.replace(/^的|[、,从由]$/g, ''),
    ...(scope && { scope }),
    comparator:
      joined && q.comparator === undefined && tail.words.length === 0 && stated === undefined && state.atLeast
        ? '>='
        : comparatorOf(q, tail, status),
    ...(q.value !== undefined ? { value: q.value } : { min: q.min!, max: q.max! }),
    unit: q.unit || '1',
    ...(of && { of }),
    ...(change && { change }),
    ...(tail.baseline && { baseline: tail.baseline }),
    status,
    ...(time && { time }),
    ...(q.implied && { implied: true as const }),
  }
  if (own && /^城镇|^农村|^新增/.test(named.name) && !/新增/.test(named.name)) value.name = `新增${named.name}`
  return {
    span: {
      start: Math.min(start === head.start ? start : (head.scope?.start ?? head.start), q.start),
      end: Math.max(named.close, q.end),
    },
    value: printed(value),
    rule: named.rule,
  }
}

/** The values as they are printed: one width of punctuation. */
export function printed(value: Indicator): Indicator {
  const out = { ...value, name: normalise(value.name) }
  for (const key of ['scope', 'of', 'baseline'] as const) if (value[key]) out[key] = normalise(value[key])
  return out
}
