import type { Comparator } from '../../types.js'
import { nameAround } from './around.js'
import { type Clause, clauseStart } from './clause.js'
import { nameCoverage } from './coverage.js'
import { type Noun, readNoun } from './noun.js'
import { trimName } from './phrase.js'
import { isOwner, partsOf } from './predicate.js'
import type { Quantity } from './quantity.js'
import { isGroup, isMeasure, leadingGroup, splitScope } from './scope.js'
import { innerVerb, keeping, NO_VERB, PAYS, predicate } from './words.js'

/** A name as far as its clause tells it. */
export interface Named {
  name: string
  scope?: string
  of?: string
  /** Where the name was read together with its bound: 按不低于投资额∣25%∣给予补助. */
  comparator?: Comparator
  rule: string
  close: number
  /** The verb between subject and object: 制造业企业∣新增∣上市. */
  verb?: string
}

const named = ({ name, scope }: Pick<Named, 'name' | 'scope'>, rule: string, close: number): Named =>
  scope === undefined ? { name, rule, close } : { name, scope, rule, close }

/** True where a clause leaves its name out: 「」, 「和」. */
export const isNameless = (name: string): boolean =>
  name.length < 2 || /^(?:[\d.%、,和及]+|\d{1,2}年[间来内]?)$/.test(name)

const RATE_VERB =
  /^(?:的?全?覆盖|达标|普及|落实|到位|完成|配备|合格|纳入|办结|整改|公开|上线|通达|通[^,;。、\d]{1,4}(?=[、,;。]|$))/
/** 县人民医院、中心卫生院等 behind which the noun stands that is counted. */
const LISTED = /^.*、.*?等(.{2,})$/
/** A count that only says how many act: 304个省列重大项目完成投资∣2929亿元. */
const ACTS_ON_NUMBER =
  /^[^,;。]*?(?:完成|达到|达|投入|发放|援助|提升|下降|增长|提高|缩短|减少|增加|实现|获得|提供|接待|受理|建成|拨付|资金|产值|面积|投资|挂包|挂钩|结对|帮扶|筹集)[^,;。、]*$|^[^,;。、]{2,24}(?:率|比例|比重|浓度|指数|天数|降幅|增速|总长|全长)(?:均|分别)?(?:为|达到?|约|超过?)?约?$/

/** 税收已完成∣全年目标∣的80%, 完成∣年度任务∣100.8%: what a result is held against, not what it is. */
const PLANNED = /^(?:全年|年度|年初|调整|本年|预期|既定)*(?:目标|任务|计划|预算)(?:任务|数|值)?$/

/** Parts a subject from what its verb governs: 省属企业∣完成∣产业类投资. */
function splitVerb(core: string, rule: Quantity['kind'], close: number): Named | undefined {
  for (let i = 2; i < core.length - 2; i++) {
    const verb = innerVerb(core, i, core.length - 1)
    if (!verb || '的、和与及'.includes(core[i - 1]!) || /^每[百千万]/.test(core)) continue
    NO_VERB.lastIndex = i + verb.length
    const object = core.slice(i + verb.length)
    if (NO_VERB.test(core) && !(verb === '完成' && /^(?:投资|总|业)/.test(object)) && verb !== '引进') continue
    const subject = core
      .slice(0, i)
      .replace(/^(?:对|为|向|在|给)/, '')
      .replace(/(?:已|共|累计|先后|分别|要|将|预计|全年|成功|均|都|各|每年|于)+$/, '')
    if (verb === '完成' && rule === 'rate' && subject.length > 1 && PLANNED.test(object))
      return { name: subject, of: object, rule, close }
    if (/(?:期间|以来|[中内后])$|^(?:省[上里]|市[上里]|上级|国家)$/.test(subject))
      return { name: object, rule, close, verb }
    const tasked = /^(.*?)(?:建设)?(?:(?:任务|目标|指标)[为是]|计划)$/.exec(subject)?.[1]
    if (tasked !== undefined) return { name: object, ...(isGroup(tasked) && { scope: tasked }), rule, close, verb }
    if (verb === '新增' && rule === 'rate') continue
    if (object.length < 2 || subject.length < 2 || /^新增就业/.test(core.slice(i)) || /^投[产用]/.test(object)) continue
    if (isGroup(subject) && /^(?:上市|挂牌|开工|投产|达标|签约)$/.test(object))
      return { name: object + subject, rule, close, verb }
    if (/^全|财政|[省市县区社局委厅办站所]$/.test(subject) || isGroup(subject) || object.length > 3)
      return subject.length <= 24 && !/“[^”]*$/.test(subject)
        ? { name: object, scope: subject, rule, close, verb }
        : undefined
    return { name: subject + object, rule, close, verb }
  }
  return undefined
}

function nameCoverages({ q, core }: Clause): Named | undefined {
  if (q.rule !== 'full-coverage') return undefined
  const [rule, close] = [q.rule, q.end]
  const parts = partsOf(core)
  if (parts && isOwner(parts.subject) && parts.object.length > 1)
    return { scope: parts.subject, ...nameCoverage(parts.object), rule, close }
  return core.length > 1 ? { ...nameCoverage(core), rule, close } : { name: '覆盖率', rule, close }
}

/** 村级卫生室∣全部∣达标 */
function nameAll({ q, text, core }: Clause): Named | undefined {
  if (q.rule !== 'all-of-a-group') return undefined
  const stop = /[,;。:!?]/.exec(text.slice(q.end, q.end + 60))
  const close = q.end + (stop?.index ?? text.length - q.end)
  const scope = core || text.slice(clauseStart(text, q.start, 0), q.start)
  return { name: text.slice(q.end, close), ...(scope && { scope }), rule: q.rule, close }
}

/** 为旅游业∣额外拨款∣3.9亿元 */
const GRANTED_FOR =
  /^(?:.{0,8}?(?:会|将|拟))?(?:为|向|对)([^,;。、\d]{2,16}?)(?:额外|再|合共|共)*(拨款|增拨|注资|预留|投入|投放)(?:资金)?$/
const SPENDS = /^(.*?)(投入|投资|安排|筹集|筹措|预留|拨款|增拨|拨出|核拨|注资|动用|斥资|动支)(?:资金)?$/
const FOR = /^(?:用于|用以|支持|支援|加强|推进|推动|推展|建设|改善|协助|实施|开展|资助|供|给?予)([^,;。、\d]{2,20})/

/** 投入1.1亿元用于农村饮水工程 → 农村饮水工程投入 */
function nameSpending(clause: Clause): Named | undefined {
  const { q, text, core, verb, head, tail } = clause
  if (q.kind !== 'money') return undefined
  const spend = SPENDS.exec(core || (head.verb ?? verb ?? ''))
  const object = spend && FOR.exec(text.slice(q.end, q.end + 24))
  const given =
    /[拨注预投]/.test(text.slice(Math.max(0, tail.end - 4), tail.end)) &&
    GRANTED_FOR.exec(text.slice(clause.start, tail.end))
  if (given) return { name: given[1]! + given[2]!, rule: 'spending', close: q.end }
  if (!spend || !object) return undefined
  const scope = spend[1]!.replace(/每年$|^由/, '')
  const name = text.startsWith('资助', q.end) ? object[0] : `${object[1]}${spend[2]}`
  return {
    name,
    ...(scope.length > 1 && scope.length < 12 && { scope }),
    rule: 'spending',
    close: q.end + object[0].length,
  }
}

/** 增长7%的∣目标 */
const AIM = /^(?:工作|政策|考核|约束)?(?:目标|要求|任务|标准|规定|政策|限制|底线|红线|门槛|(?:历史)?新[高低])/

/** A rate and the verb or the group behind it: 远程会诊100%覆盖, 75%以上的村卫生室能够提供…. */
function nameRate({ q, text, core, tail }: Clause, noun: Noun | undefined): Named | undefined {
  if (q.kind !== 'rate') return undefined
  const verb = RATE_VERB.exec(text.slice(q.end, noun?.close ?? q.end + 4))
  if (verb && !isNameless(core))
    return {
      ...splitScope(core + (verb[0].endsWith('覆盖') ? '覆盖率' : verb[0])),
      rule: 'rate-verb',
      close: q.end + verb[0].length,
    }
  if (!noun || (isNameless(core) && AIM.test(text.slice(noun.start, noun.end)))) return undefined
  if (AIM.test(text.slice(noun.start, noun.end))) return { ...splitScope(core), rule: 'rate', close: q.end }
  const group = text.slice(noun.start, noun.end)
  if (tail.change && text[q.end] !== '的' && !noun.predicate)
    return { name: group, ...(core && { scope: core }), rule: 'change-of', close: noun.close }
  if (text[q.end] !== '的' && !isNameless(core) && !/覆盖$/.test(core)) return named(splitScope(core), 'rate', q.end)
  if (isNameless(core) && isMeasure(group)) return { name: group, rule: 'rate', close: noun.close }
  if (noun.predicate)
    return { name: noun.predicate, scope: group, of: group, rule: 'share-of-a-group', close: noun.close }
  if (isNameless(core)) return { name: group, of: group, rule: 'share', close: noun.close }
  return { ...splitScope(core), of: group, rule: 'share', close: noun.close }
}

/** 4个健康城市（中心城区和各县城区） */
function scopeInBracket(text: string, at: number): string | undefined {
  const inside = /^\(([^()\d]{2,24})\)/.exec(text.slice(at, at + 26))?.[1]
  return inside && isGroup(inside) ? inside : undefined
}

/** 1.4万户∣2.5万人∣享受低保: the same people in another unit. */
const OTHER_COUNT = /^\d[\d.]*[万余多]?(?:人次|[户人名])/
/** 6万人∣享受最低生活保障: people who are counted by what they do. */
function nameDoing({ q, text, core }: Clause): Named | undefined {
  const place = /、(全[省市县区镇乡村])$/.exec(core)?.[1]
  const people = /^(?:人|名|户|人次)$/.test(q.unit) && (place || isNameless(core.replace(OTHER_COUNT, '')))
  const at = q.end + (people ? (OTHER_COUNT.exec(text.slice(q.end, q.end + 10))?.[0].length ?? 0) : 0)
  if (!people || !predicate(text, at, text.length)) return undefined
  const did = /^(?:脱贫|就业|死亡|受伤|失踪|获救|辍学|返乡|[^,;。:、()\d]{3,20})(?=[,;。、)]|$|(\d))/.exec(
    text.slice(at, at + 21),
  )
  const close = did?.[1] || at > q.end ? q.end : at + (did?.[0].length ?? 0)
  return did
    ? { name: did[0].replace(/的(?:任务|目标)$/, ''), ...(place && { scope: place }), rule: 'doing', close }
    : undefined
}

/** 已有8所∣投入使用∣、11所∣正在装修∣: things that were counted before, by what became of them. */
function nameBecome({ q, text, core }: Clause): Named | undefined {
  if (q.kind !== 'count' || !isNameless(core) || !predicate(text, q.end, text.length)) return undefined
  const did = /^[^,;。:、()\d]{2,8}(?=[,;。、)]|$)/.exec(text.slice(q.end, q.end + 9))?.[0]
  return did ? { name: '', verb: did, rule: 'become', close: q.end + did.length } : undefined
}

/** 利用闲置资源改造∣建设∣100个: means are no place. */
const MEANS = /^(?:利用|依托|通过|围绕|结合|根据|采取|聚焦|按照)/

/** Verbs of giving right before a sum or a measure: 投入∣3亿元∣, whose noun is what it is for. */
const GIVEN = /投入|投资|安排|筹集|下达|拨付|落实|补助|奖励|争取|募集|发放|达|超|突破/

/** True where the noun behind a number is what it counts, not only what follows it. */
function isCountedNoun({ q, text, core, verb, head, tail, joined }: Clause, noun: Noun): boolean {
  if (/^(?:历史)?新[高低]|^单位$/.test(text.slice(noun.start, noun.end)))
    if (isMeasure(core) || core === '' || core === '创') return false
  if (q.kind === 'count' || verb) return true
  if (!isNameless(core)) return false
  if (head.verb || GIVEN.test(text.slice(Math.max(0, q.start - 4), q.start))) return true
  if (core !== '') return false
  return (
    joined ||
    tail.words.some((word) => /^(?:完成|建成)/.test(word)) ||
    (q.kind === 'measure' && noun.predicate !== undefined)
  )
}

/** The name where the number stands before its noun: 15家区域医疗中心, 29家养老机构实现医养结合. */
function nameNoun(clause: Clause, noun: Noun | undefined): Named | undefined {
  const { q, text, core, verb, keptVerb } = clause
  if (!noun || q.kind === 'rate' || !isCountedNoun(clause, noun)) return undefined
  const served = core.length < 2 && isServed(text, q.start)
  const words = text
    .slice(noun.start, noun.end)
    .replace(served ? /(?<=..)(?:发放|发给|派发|拨付|提供|减免|兑现|追回|购买|实施|开展|办理|落实|减免).*$/ : '', '')
    .replace(/^(?:居住|生活|使用|就读)的(?=..)/, '')
  const kept = keptVerb && verb === keptVerb ? keptVerb : ''
  const every = /^(?:户均|人均|每人|每户)/.test(noun.predicate ?? '')
  const all = /^(?:全部|全员)([^,;。、\d]{2,12})/.exec(text.slice(noun.close, noun.close + 14))?.[1]
  const did = every || served || noun.predicate === '组成' ? undefined : (noun.predicate ?? all)
  const example = /^(?:项目|工程|企业|单位|任务|事项|活动|工作)$/.test(words) && /^[^\d]{2,18}等$/.test(core)
  const name = example ? core + words : kept ? kept + words : did ? `${did}的${words}` : words
  const subject = (verb ? core.slice(0, -verb.length) : core).replace(
    /^(?:在|面向|为|对)|(?:要|将|应|须|可|再|继续|内|中|共|累计|全年|今年|年内|先后|每(?:年|月|学期|季度|半年|周)|已)+$/g,
    '',
  )
  const place =
    subject.length > (verb && !isGroup(subject) ? 2 : 1) &&
    !MEANS.test(subject) &&
    subject.length <= 24 &&
    (isGroup(subject) || (verb && !/[率额值]$/.test(subject)))
  const inside = scopeInBracket(text, noun.close)
  const scope = place ? subject : inside
  const gives = served && /\d/.test(text[noun.close] ?? '')
  const close = every ? noun.end : gives ? noun.start + words.length : noun.close
  return { name, ...(scope && { scope }), rule: `${q.kind}-noun`, close }
}

/** 13个重点产业园区∣累计∣建成面积: the group that is counted in front of its measure is whom it holds for. */
function splitCounted(core: string, rule: Quantity['kind'], close: number): Named | undefined {
  if (!/^[^\d,]{0,10}\d/.test(core)) return undefined
  const [scope, rest] = leadingGroup(core) ?? []
  const name = rest?.replace(/^(?:累计|共计?|合计|已|全年|今年|[上下]半年|[一二三四]季度|实现|完成|达到)+/, '')
  return scope && name && isMeasure(name) && /\d[个家户所名座条项]/.test(scope)
    ? { name, scope, rule, close }
    : undefined
}

/** 改造∣2个社区∣的∣活动室 */
const OF_COUNTED = /^(\D{0,4}?)(\d+[个家所户名座条][^的\d]{1,8})的([^的\d]{2,12})$/

/** 永久性居民∣每人∣获发∣8000元: who gets a sum. */
const RECEIVES =
  /^(.{2,24}?)(每[人名户])?(?:可以?|将|会|再|均|都|亦|则|继续|今次)*(获派?发|获派送?|获得|派发|领取|领到|收到)$/

/** 省卫生厅∣负责∣3万户 */
const RESPONSIBLE = /^(.{3,16})负责$/
/** 收入∣合计∣109亿元: the last line of a budget. */
const summed = (words: readonly string[]): string => (/^[合总]计$/.test(words.at(-1) ?? '') ? words.at(-1)! : '')

/** The noun phrase before the number. */
function nameCore({ q, core, verb, keptVerb, tail, head, text }: Clause): Named | undefined {
  const rule = q.kind
  const counts = q.kind === 'count' || q.kind === 'measure'
  const bare =
    verb &&
    !core.endsWith('基本建设') &&
    !keptVerb &&
    !keeping(core, 0, core.length) &&
    counts &&
    core.length > verb.length + 1 &&
    !isMeasure(core)
  const words = bare ? core.slice(0, -verb.length) : /^(?:收入|支出)$/.test(core) ? core + summed(tail.words) : core
  const [, receiver, each, gets] = (q.kind === 'money' && RECEIVES.exec(core)) || []
  if (receiver && gets && isGroup(receiver)) return { name: gets, scope: receiver + (each ?? ''), rule, close: q.end }
  const split = splitCounted(words, q.kind, q.end) ?? splitVerb(words, q.kind, q.end)
  if (split) return split
  const owned = OF_COUNTED.exec(words)
  if (owned)
    return { name: (keeping(owned[1]!, 0, owned[1]!.length) ?? '') + owned[3], scope: owned[2]!, rule, close: q.end }
  const given = /^[为给向对]/.test(words) ? leadingGroup(words.slice(1)) : undefined
  if (given && given[1].length > 1) return { name: given[1], scope: given[0], rule, close: q.end }
  const held = q.kind === 'rate' && head.verb === '完成' && PLANNED.test(words)
  if (held) return { name: '', of: words, rule, close: q.end }
  const who = RESPONSIBLE.exec(words)?.[1]
  if (who) return { name: '', scope: who, rule, close: q.end }
  const listed = q.kind === 'count' ? LISTED.exec(words)?.[1] : undefined
  if (listed) return { name: listed, rule, close: q.end }
  if (tail.level === 'share' && tail.of && words.length > 1) return { name: `${words}占${tail.of}`, rule, close: q.end }
  if (q.kind === 'rate' && tail.of === undefined) return named(splitScope(words), rule, q.end)
  if (isNameless(words) && head.verb && isNameless(text.slice(head.start, tail.end)) && PAYS.test(head.verb))
    return { name: head.verb, rule, close: q.end }
  return named(isMeasure(words) ? splitScope(words) : { name: words }, rule, q.end)
}

/** 为∣2000名困难学生∣发放助学金80万元: whom something is given to. */
export const isServed = (text: string, at: number): boolean => '为对给向'.includes(text[at - 1] ?? '-')
const GIVES_TO = /.(?:发放|发给|提供|减免|落实|兑现|办理|送上|派发|拨付|追回|购买)/

/** 304个省列重大项目∣完成投资∣2929亿元: the count only says who acts. */
function actsOnNumber({ q, text, next }: Clause, noun: Noun | undefined): boolean {
  if (q.kind !== 'count' || !noun || noun.close !== next || next >= text.length) return false
  if (/以[上下]$/.test(text.slice(q.start, q.end))) return true
  if (isServed(text, q.start) && GIVES_TO.test(text.slice(noun.start, noun.close))) return false
  return ACTS_ON_NUMBER.test(text.slice(noun.start, noun.close)) && !/^全[部员覆]/.test(text.slice(next, next + 2))
}

/** （各县市区辖区内的∣30%∣村） */
function nameShareInBracket({ q, text, core, start }: Clause): Named | undefined {
  const group =
    text[start - 1] === '(' && q.kind === 'rate' && /^的?([^,;()]{1,6})\)/.exec(text.slice(q.end, q.end + 9))
  return group ? { name: '', of: `${core}的${group[1]}`, rule: 'share', close: q.end + group[0].length - 1 } : undefined
}

/** What a number measures or counts, as far as its clause tells. */
export function nameOf(clause: Clause): Named | undefined {
  const { q, text, next } = clause
  const listed = q.kind === 'rate' && text[q.end] === '的' ? /、\d[\d.]*%/.exec(text.slice(q.end, q.end + 50)) : null
  const far = listed ? q.end + listed.index : text.length
  const noun = readNoun(text, q.end, q.kind === 'rate' && text[q.end] === '的' ? far : next)
  if (actsOnNumber(clause, noun)) return undefined
  const named =
    nameShareInBracket(clause) ??
    nameCoverages(clause) ??
    nameAll(clause) ??
    nameSpending(clause) ??
    nameAround(clause, noun) ??
    nameRate(clause, noun) ??
    nameNoun(clause, noun) ??
    nameDoing(clause) ??
    nameBecome(clause) ??
    nameCore(clause)
  return named && trimName(named)
}
