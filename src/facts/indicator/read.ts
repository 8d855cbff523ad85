import { normalise } from '../../text/width.js'
import type { Comparator, Context, Indicator, Sentence, Span } from '../../types.js'
import { nameAround } from './around.js'
import { nameCoverage } from './coverage.js'
import { clauseStart, fillName, isNameless, type Named, type State, subjectOf } from './fill.js'
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

/** Adverbs of time and the year of comparison behind a name: 粮食产量∣连续五年, 客流∣恢复到2019年. */
const TRAILING = /(?:(?:已)?连续[\d一二三四五六七八九十]{1,3}年|恢复到?(?:20\d\d年|同期|疫情前)的?)$/
const NOT_COUNTED =
  /^的?(?:大)?(?:方面|环节|阶段|步骤|层面|维度|部分|原则|要点|篇章|字|文明|关系|转变|统一|坚持|意识|自信|维护|确立|革命|面向|责任|百分|不|问题|矛盾|特色|抓手|重大|重要|专班|部门联合|单位联合|代表|附件|表格|编|月)/
/** Terms of an examination, papers to hand in, hints to visitors of a page. */
const EXAM = /笔试|面试|满分|总成绩|复印件|照片|分辨率|×|学分绩点|及格线/
const SPEND = /投入|投资|安排|筹集|下达|拨付|落实|补助|奖励|争取|募集|发放/

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
  const around = nameAround(core, q, text, noun)
  if (around) return around
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
  const named = raw && fillName(raw, q, text, start, state)
  if (!named || isNameless(named.name) || named.name.length > 60) return undefined
  if (head.scope && /[全各]/.test(text[head.scope.start]!)) state.region = text.slice(head.scope.start, head.scope.end)
  else if (named.scope && /^各级/.test(named.scope)) state.region = named.scope
  const joined =
    /^[、和及与]$/.test(text.slice(state.end, start) || text.slice(state.end, state.end + 1)) &&
    state.last !== undefined &&
    state.end > 0
  const region = head.scope && text.slice(head.scope.start, head.scope.end)
  const whole = region?.startsWith('全') && named.scope && text.startsWith(region + named.scope, head.scope!.start)
  const regional = region && !raw.scope && named.scope === state.last?.scope
  const stated =
    tail.per ??
    (regional ? region : undefined) ??
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
  const made = /^(?:新|增加|增设|净增)/.test(head.verb ?? '') || (tail.words[0] === '新增' && q.kind === 'count')
  const news = made || (joined && head.verb === undefined && state.news === q.unit)
  state.news = news ? q.unit : undefined
  const less = /^减少/.test(head.verb ?? '') && q.kind === 'count'
  const own = OWN_NAME.test(clause)
  const change = own
    ? undefined
    : tail.level === 'set' || tail.level === 'reach' || tail.level === 'be'
      ? news
        ? 'increase'
        : undefined
      : (tail.change ?? (news ? 'increase' : less ? 'decrease' : undefined))
  const of = named.of ?? tail.of ?? /占([^,;、占]{2,16}?)的?(?:比例|比重|比)/.exec(named.name)?.[1]
  const value: Indicator = {
    name: named.name.replace(TRAILING, '').replace(/^的|[、,从由]$/g, ''),
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
