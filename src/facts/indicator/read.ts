import { normalise } from '../../text/width.js'
import type { Context, Indicator, Sentence, Span } from '../../types.js'
import { changeOf, comparatorOf, isNew, turn } from './amount.js'
import { belongsToHeading, rememberThing } from './belonging.js'
import { type Clause, readClause, type State } from './clause.js'
import { fillName } from './fill.js'
import { isNameless, type Named, nameOf } from './name.js'
import { isNoIndicator } from './qualifier.js'
import type { Quantity } from './quantity.js'
import { isBody, isGroup, isMeasure, leadingGroup, subjectOf } from './scope.js'
import { statusOf, timeOf } from './status.js'
import { OWN_NAME } from './words.js'

/** One indicator with the words it was read from and the pattern that read it. */
export interface Read {
  span: Span
  value: Indicator
  rule: string
}

/** Adverbs of time and the year of comparison behind a name: 粮食产量∣连续五年, 客流∣恢复到2019年. */
const TRAILING =
  /(?:(?:已)?连续[\d一二三四五六七八九十]{1,3}年|恢复到?(?:20\d\d年|同期|疫情前)的?|首次|(?<=.[数额量入])创|[今明去]年|(?:\d{1,2}|[两三四五六七八九十])年[间内]|翻[一两]?番|(?:突破|超过?)\d[\d.]*[万亿]*[A-Za-z]+|(?<=收入|支出)安排|由每(?:小时|[天月年人户日])|年内|全年|同口径|五年|(?<=[出入投收])[三五\d]年)$/

/** The words of a number up to the end of its clause, without those of its baseline. */
function wordsOf({ text, start, q }: Clause, close: number, nameEnd = q.start): string {
  const stop = /[,;。]/.exec(text.slice(close, close + 40))
  const from = nameEnd < q.start ? q.start - /[一-龥]{0,5}$/.exec(text.slice(nameEnd, q.start))![0].length : q.start
  return text.slice(start, nameEnd) + text.slice(from, close + (stop?.index ?? 0))
}

/** 2万公顷的耕地和∣1万公顷, 成为全省第四个∣突破2000亿元: half a clause. */
const NO_NAME =
  /^\d[\d.]*[万亿]?(?:元|公顷|亩|吨|米|公里)的|成为.*第|的是|依次|约\d|^未(?!.{2,8}(?:数|率|人口|户)$)|[一二三两四五六七八九十\d][类种批]$/

/** How, not whom. */
const MANNER = /^(?:高质量|高标准|高水平|因地制宜|新开工|大力|全力|重点|提质|统筹|科学)$/

/** 连续三年获评优秀的,∣每个∣奖励20万元: each of the receivers, where 每亩 is a part of what they have. */
const ONE_OF_THEM = /^每[个家名]|^每[^人户亩生每]{4,}/

/** 小学生∣每生每年, 二级医院∣每月: people and bodies that a sum or a duty is set for. */
const isReceiver = (scope: string): boolean => (isGroup(scope) || /供养$/.test(scope)) && !/^[每全各我]/.test(scope)

/** The population a number holds for: said in its clause, or carried from the clauses before. */
function scopeOf(clause: Clause, said: string | undefined, named: Named, state: State): string | undefined {
  const { text, head, tail, joined, last } = clause
  const region = head.scope && text.slice(head.scope.start, head.scope.end)
  if (tail.grade) return tail.grade
  const per = tail.per ?? (region?.startsWith('每') ? region : undefined)
  if (per && named.scope && named.scope !== per && (/^(?:grant|paid)$/.test(named.rule) || isReceiver(named.scope)))
    return named.scope + (ONE_OF_THEM.test(per) ? '' : per)
  if (tail.per) return tail.per
  if (region && !said && named.scope === last?.scope) return region
  if (region && /^[全各]/.test(region) && named.scope && text.startsWith(region + named.scope, head.scope!.start))
    return region + named.scope
  return (
    (named.scope && !MANNER.test(named.scope) && !/“[^”]*$/.test(named.scope) ? named.scope : undefined) ??
    region ??
    (joined && named.rule !== 'measure-noun' && !(head.verb && last?.unit === '%' && clause.q.unit !== '%')
      ? last?.scope
      : undefined) ??
    (text[clause.start - 1] === '(' ? last?.scope : undefined) ??
    givenTo(clause) ??
    carriedSubject(clause, named, state)
  )
}

/** 为2000名∣困难学生∣发放助学金80万元: who was counted right before. */
function givenTo({ text, start, last, q }: Clause): string | undefined {
  if (!last || q.kind !== 'money' || !text.slice(0, start).endsWith(last.name)) return undefined
  const at = start - last.name.length
  return SERVED.test(text.slice(Math.max(0, at - 14), at)) ? last.name : undefined
}
const SERVED = /[为给向对][\d.,]+[万余多]*[名户人个家位]$/

/** A subject that goes on being spoken of: 县医院药占比降至30%,∣医疗费用增幅控制在10%以内. */
function carriedSubject(clause: Clause, named: Named, state: State): string | undefined {
  const { text, head, verb, start } = clause
  const gap = text.slice(state.end, Math.max(state.end, start))
  const goesOn = /^;?$/.test(gap) && head.verb === '实现' && isMeasure(named.name)
  const own = leadingGroup(named.name) !== undefined
  const open = !gap.includes(';') && gap.length <= 3 && !head.verb && !verb && isMeasure(named.name) && !own
  if (state.subject && (open || goesOn)) return state.subject
  return state.region ?? subjectOf(text) ?? belongsToHeading(named, state)
}

function remember(clause: Clause, named: Named, scope: string | undefined, state: State, news: boolean): void {
  const { text, head, tail, keptVerb, joined, start } = clause
  const region = head.scope && text.slice(head.scope.start, head.scope.end)
  if (region && /^[全各]/.test(region) && text[start - 1] !== '(') state.region = region
  else if (named.scope && /^各级/.test(named.scope)) state.region = named.scope
  state.news = news
  rememberThing(named, clause, state)
  if (!joined) state.atLeast = tail.comparator === '>=' && /^(?:至少|最少)/.test(tail.words.at(-1) ?? '')
  const opening = /^([一-龥]{2,4})/.exec(named.name)?.[0] ?? ''
  const verbFirst = text.startsWith(opening, head.start) && VERBAL.test(opening)
  if (!joined || keptVerb) state.kept = verbFirst ? VERBAL.exec(opening)![0] : undefined
  state.subject = scope && !/^每|^全|财政$/.test(scope) && isBody(scope) && isMeasure(named.name) ? scope : undefined
}

const VERBAL =
  /^(?:改造提升|提质改造|改造|淘汰|化解|治理|救助|帮扶|培训|出动|引进|招聘|拆除|修复|清理|消除|取消|处置|整治|监督检查|查处|选派|整改|开行|输转|退出|压减)/

/** A later item of a list takes the verb that opened it: 改造县乡道80公里、∣危桥∣26座. */
function takeVerb(named: Named, clause: Clause, state: State): Named {
  const open =
    clause.joined &&
    state.kept &&
    !clause.head.verb &&
    !clause.keptVerb &&
    (!isMeasure(named.name) || /产能$/.test(named.name))
  return open && !VERBAL.test(named.name) ? { ...named, name: state.kept + named.name } : named
}

/** Reads the indicator of one number; undefined where the number is none. */
export function readOne(
  q: Quantity,
  next: number,
  sentence: Sentence,
  context: Context,
  state: State,
  nameEnd?: number,
): Read | undefined {
  const clause = readClause(sentence, context.found, state, q, next, nameEnd)
  if (isNoIndicator(clause)) return undefined
  const raw = nameOf(clause)
  if (!raw) return undefined
  const named = takeVerb(fillName(raw, clause, state), clause, state)
  if (isNameless(named.name) || named.name.length > 60 || NO_NAME.test(named.name)) return undefined
  const time = timeOf(clause, q.start, context)
  const words = wordsOf(clause, named.close, nameEnd)
  const status = statusOf(clause, words, time, context)
  const scope = scopeOf(clause, raw.scope, named, state)
  const news = isNew(clause, named, state)
  const value = rowOf(clause, named, scope, { status, ...(time && { time }) }, changeOf(clause, news, words), state)
  if (OWN_NAME.test(words) && /^城镇|^农村/.test(value.name) && !/新增/.test(value.name))
    value.name = `新增${value.name}`
  remember(clause, named, scope, state, news)
  const { head, start, condition } = clause
  const given =
    named.rule === 'grant' && condition?.end === start
      ? condition.start - Number(clause.text[condition.start - 1] === '对')
      : q.start
  const from = Math.min(start === head.start ? start : (head.scope?.start ?? head.start), given)
  return {
    span: {
      start: named.name === head.verb ? Math.min(from, clause.text.lastIndexOf(named.name, q.start)) : from,
      end: Math.max(named.close, q.end),
    },
    value: printed(value),
    rule: named.rule,
  }
}

/** A name as it is printed: 收入年均(分别增长) → 收入年均增长. */
function titleOf(name: string, change: Indicator['change']): string {
  const title = name
    .replace(/\(注[^()]*\)/, '')
    .replace(/(?:跨上|迈上|站上|突破)\d[\d.]*[万亿]+(?:台阶|大关)?、/, '')
    .replace(/^\d+[条座个](?=[总全]长)|的?基础上$|\d+天$|(?:建设)?任务是(?=..)/, '')
    .replace(TRAILING, '')
    .replace(
      /^的|(?<![高初集其])中$|(?<=..)(?<![创更翻革最高全刷])新$|^发生的(?=..)|[、,从由]$|(?<=..)(?:已经?|(?<![年人户亩日月平地村生件床])均)$/g,
      '',
    )
    .replace(/^“([^“”]+)”$/, '$1')
  if (!change) return title
  if (change === 'decrease') return title.replace(/[同环]比(?:增长)?$/, '').replace(/年均(?:增长)?$/, '年均下降')
  return /(?:年均|同比|环比)$/.test(title) ? `${title}增长` : title
}

function rowOf(
  clause: Clause,
  named: Named,
  scope: string | undefined,
  { status, time }: Pick<Indicator, 'status' | 'time'>,
  said: Indicator['change'],
  state: State,
): Indicator {
  const { q, tail } = clause
  const of = named.of ?? tail.of ?? /占([^,;、占]{2,16}?)的?(?:比例|比重|比)/.exec(named.name)?.[1]
  const { value, change } = turn(q.value, said)
  return {
    name: titleOf(named.name, change),
    ...(scope && { scope }),
    comparator: named.comparator ?? comparatorOf(clause, state, status),
    ...(value !== undefined ? { value } : { min: q.min!, max: q.max! }),
    unit: q.unit || '1',
    ...(of && { of }),
    ...(change && { change }),
    ...(tail.baseline && { baseline: tail.baseline }),
    status,
    ...(time && { time }),
    ...(q.implied && { implied: true as const }),
  }
}

/** 城区机构∣[1] */
const NOTE_MARK = /\[\d{1,3}\]|\((?:见|附)[^()]{0,6}\)/g
const HALF_BRACKET = /^[^()]*\)|\([^()]*$/g
const plain = (words: string): string => normalise(words.replace(NOTE_MARK, '').replace(HALF_BRACKET, ''))

/** The values as they are printed: one width of punctuation, no marks of notes. */
export function printed(value: Indicator): Indicator {
  const out = { ...value, name: plain(value.name) }
  for (const key of ['scope', 'of', 'baseline'] as const) if (value[key]) out[key] = plain(value[key])
  return out
}
