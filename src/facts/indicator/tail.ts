import type { Comparator, Indicator } from '../../types.js'
import { COMPOUND, type Effect, KEPT_CHANGE, TAIL, tailBefore } from './words.js'

/** What the words right before a number say, and where the noun phrase before them ends. */
export interface Tail {
  end: number
  comparator?: Comparator
  change?: Indicator['change']
  level?: 'reach' | 'set' | 'limit' | 'be' | 'share'
  status?: Indicator['status']
  baseline?: string
  of?: string
  /** 每人每月 right before a sum. */
  per?: string
  /** 生活补贴标准提高到∣一级∣200元 */
  grade?: string
  /** 不低于∣人均∣13平方米 */
  mean?: string
  /** What a sum is given as, between its bound and it: 最高∣补助∣2万元. */
  given?: string
  /** The words that were taken off, last first. */
  words: string[]
}

const BASELINE = /(?:较|比|与)(?!例|重|率|值)([^,;、。比较]{1,14}?)(?:相比|同期)?(?:时)?$/
/** 在2020年的基础上∣提高∣1岁 */
const BASIS = /在([^,;。、在]{2,12}?)的?基础上$/
const BASE_WORD = /[年季月]|十[一二三四五]五|期|末|初|前|水平|标准|平均|上月|同口径/
const SHARE =
  /(占|不低于|不少于|不超过|不高于|超过|达到|达|高于|低于|至少|为|相当于|是|恢复到|恢复至|按照?不(?:高于|低于|少于|超过)|按|稳定在|保持在|完成)([^,;。占]{1,24})的$/
/** 占年初预算∣10000万元∣的40%: how much the whole is. */
const SIZE = /(?:数|额)?\d[\d.,]*[万亿]*(?:元|[^\d的年月度]{1,3})$/
/** 高速铁路占世界∣60%: without 的, right behind the sign of a share. */
const SHARE_BARE = /(占)((?![比有地])[^,;。占的达为至]{1,14})$/
const SHARE_COMPARATOR: Record<string, Comparator> = {
  不低于: '>=',
  不少于: '>=',
  至少: '>=',
  不超过: '<=',
  不高于: '<=',
  超过: '>',
  高于: '>',
  低于: '<',
}

/** What a sum is paid for. */
const PER =
  /(?<!平均)(每(?:人|户|亩|公里|床|村|平方米|吨|头|台|辆|个|家|名|次|生|课时|套(?:\(间\))?|千克|公斤|千瓦时|度|立方米|件|单|份|\d{1,4}(?:公斤|平方米|千克|亩|人))(?:每(?:[月年天次日课]|学期|课时|学年)|\/[月年])?|(?<=[于过少为]|达到?|[提增降]到)[人户]均|(?<=[为按到])人[年月]|(?<!平均|年|月|[天日])每[月日天])$/

/** A bound with its verb between it and the number: 至少∣配置∣1名. */
const LEAST = /(至少|最少|不少于|不得少于|不低于|不超过|最多|最高)([^,;。、\d]{1,4})$/

/** 高于全国∣0.3个百分点 */
const BESIDE = /(?:高于|快于|高出|低于|慢于)([^,;。、\d]{2,12})$/
const POINTS = /^[\d.]{1,6}个百分点/

/** 比全省平均水平高∣9.6个百分点 */
const COMPARED = /[比较]([^,;。、比]{2,14}?)(?<![提增最较降减加])(高|低|多|少|快|慢)(?:出|了)?$/

/** 超年度计划∣28% */
const OVER_PLAN = /超(?:过|出|额完成)?((?:年度|全年|年|既定|当年|预期)?(?:计划任务|目标任务|计划|目标|任务))$/

/** Adds what one word says to what the words nearer to the number have said. */
function obey(tail: Tail, { comparator, change, level, status }: Effect): void {
  if (comparator) tail.comparator ??= comparator
  if (status) tail.status ??= status
  if (change && tail.level !== 'set') tail.change ??= change
  if (level && tail.change === undefined) tail.level ??= level
}

function takeWord(text: string, start: number, tail: Tail): boolean {
  const word = tailBefore(text, start, tail.end)
  if (!word) return false
  const effect = TAIL.get(word)!
  if (word.length < 3 && (COMPOUND(text, start, tail.end)?.length ?? 0) > word.length) return false
  let dropped = word.length
  if (effect.change) {
    const kept = KEPT_CHANGE(text, start, tail.end - word.length)
    const named = kept && !kept.endsWith('分别')
    if (named && !(/^[同环]比/.test(kept) && word !== '增长')) {
      tail.change ??= effect.change
      return false
    }
    if (named) dropped += kept.length
  }
  obey(tail, effect)
  tail.end -= dropped
  tail.words.push(word)
  return true
}

function takeShare(text: string, start: number, tail: Tail): boolean {
  const before = text.slice(start, tail.end)
  const share = SHARE.exec(before) ?? SHARE_BARE.exec(before)
  const size = share ? (SIZE.exec(share[2]!)?.[0].length ?? 0) : 0
  if (share && size === 0 && share[2]!.length > 18) return false
  if (share?.[1] === '完成' && share.index > 1 && size === 0) return false
  if (!share || (!before.endsWith('的') && /比重|比例|比率|[比率重]$/.test(share[2]!))) return false
  const [, sign, whole] = share
  const about = size === 0 ? /(?:大约|约|近)$/.exec(whole!)?.[0] : undefined
  if (about) tail.comparator = '~'
  tail.of = whole!.slice(0, whole!.length - (about?.length ?? size))
  tail.level = sign === '占' ? 'share' : /达|低于|少于|超过|高于|至少/.test(sign!) ? 'reach' : 'be'
  const comparator = SHARE_COMPARATOR[sign!.replace(/^按照?(?=不)/, '')]
  if (comparator) tail.comparator = comparator
  tail.end = start + share.index
  if (sign === '完成') tail.words.push(sign)
  return true
}

function takeLeast(text: string, start: number, tail: Tail): void {
  const least = LEAST.exec(text.slice(Math.max(start, tail.end - 9), tail.end))
  if (!least || TAIL.has(least[2]!) || /[额价限温]|标准/.test(least[2]!) || least[2]!.startsWith('每')) return
  tail.comparator = /^(?:不超|最[多高])/.test(least[1]!) ? '<=' : '>='
  if (/^(?:奖励|奖补|补贴|补助|资助)$/.test(least[2]!)) tail.given = least[2]!
  tail.end -= least[0].length
  tail.words.push(least[1]!)
}

/** A remark between what is said and its number: 增长∣(按可比价计算)∣7.9%. */
const REMARK = /\((?:注|其中|含|不含|以下|以上|同|下同|按|不变价|可比|剔除|扣除|预计|初步|快报)[^()]{0,40}\)$/
/** 审批时限∣由原来的两个月∣压缩到20个工作日 */
const FROM_WORDS =
  /[由从](?:原来的?|原|过去的?|以前的?)?([一二两三四五六七八九十半][一二两三四五六七八九十半]?(?:个?(?:月|年|周|小时|学期|工作日)|天|日|成|倍))$/
/** 上升至∣2020-21年度的∣65% */
const YEAR_OF_LEVEL = /(?<=[到至为])(?<!恢复[到至])(?:20\d\d|19\d\d)(?:[-/]\d{2,4})?(?:学?年度?)(?:[底末初])?的?$/

/** 提高到∣一级∣200元 */
/** 不能低于∣人均∣13平方米: what a bound is the mean of. */
const MEAN = /(?<=[低少高超多]于|[超不]过|不足|达到?|为)([人户亩床生村]均)$/

const GRADE = /(?<=[到至为])([一二三四五甲乙丙]{1,3}级)$/

/** Takes off what stands between the words of a level or a change and their number. */
function takeBetween(text: string, start: number, tail: Tail): void {
  const last = tail.end > start ? text[tail.end - 1]! : '-'
  const pattern =
    last === ')'
      ? REMARK
      : last === '均'
        ? MEAN
        : '的年度底末初'.includes(last)
          ? YEAR_OF_LEVEL
          : last === '级'
            ? GRADE
            : undefined
  const between = pattern?.exec(text.slice(Math.max(start, tail.end - 46), tail.end))
  if (!between) return
  tail.end -= between[0].length
  if (last === '均') tail.mean = between[1]!
  else if (between[1]) tail.grade = between[1]
}

/** 与2020年∣相比,分别∣下降9%: what all that follows is held against. */
const AGAINST_ALL = /[与和同较]([^,;。]{2,12})相[比较],$/

/** Takes something off the end of the words; false where it is not there. */
type Take = (text: string, start: number, tail: Tail) => boolean

/** The last characters of the words that are left, `reach` at most. */
const lastOf = (text: string, start: number, { end }: Tail, reach: number): string =>
  text.slice(Math.max(start, end - reach), end)

/** Drops what was matched, and what it says goes into the tail. */
function drop(tail: Tail, match: RegExpExecArray, said: Partial<Tail>): true {
  Object.assign(tail, said, { end: tail.end - match[0].length })
  return true
}

const takePer: Take = (text, start, tail) => {
  const per = tail.per ? null : PER.exec(lastOf(text, start, tail, 12))
  return per !== null && drop(tail, per, { per: per[1]! })
}

const takeBeside: Take = (text, start, tail) => {
  if (tail.words.length > 0 || !POINTS.test(text.slice(tail.end, tail.end + 14))) return false
  const beside = BESIDE.exec(lastOf(text, start, tail, 16))
  if (!beside) return false
  return drop(tail, beside, { baseline: beside[1]!, change: /^[低慢]/.test(beside[0]) ? 'decrease' : 'increase' })
}

const takeCompared: Take = (text, start, tail) => {
  if (tail.words.length > 0 || !'高低多少快慢出了'.includes(text[tail.end - 1] ?? '-')) return false
  const than = COMPARED.exec(lastOf(text, start, tail, 20))
  if (!than) return false
  const change = /[低少慢]/.test(than[2]!) ? 'decrease' : 'increase'
  return drop(tail, than, { baseline: than[1]!, change, words: [than[2]!] })
}

const takeOverPlan: Take = (text, start, tail) => {
  const plan = OVER_PLAN.exec(lastOf(text, start, tail, 12))
  return plan !== null && drop(tail, plan, { baseline: plan[1]!, change: 'increase' })
}

const takeFormer: Take = (text, start, tail) => {
  if (tail.level !== 'set' || tail.baseline || !/[月年周天日时期成倍]/.test(text[tail.end - 1] ?? '-')) return false
  const former = FROM_WORDS.exec(lastOf(text, start, tail, 14))
  return former !== null && drop(tail, former, { baseline: former[1]! })
}

const takeBaseline: Take = (text, start, tail) => {
  if (tail.baseline) return false
  const before = lastOf(text, start, tail, 20)
  const base = BASIS.exec(before) ?? BASELINE.exec(before)
  if (!base || !BASE_WORD.test(base[1]!)) return false
  return drop(tail, base, { baseline: base[1]!.replace(/\([^()]*\)$/, '') })
}

const TAKES: readonly Take[] = [takePer, takeBeside, takeCompared, takeOverPlan, takeWord, takeFormer, takeBaseline]
const MOST = 12

/** Takes the words before a number off, from the right: 「…发生率较上年度至少下降」 → decrease, >=, 上年度. */
export function readTail(text: string, start: number, end: number): Tail {
  const tail: Tail = { end, words: [] }
  takeBetween(text, start, tail)
  if (takeShare(text, start, tail)) {
    while (takeWord(text, start, tail));
    return tail
  }
  takeLeast(text, start, tail)
  for (let rounds = 0; rounds < MOST && TAKES.some((take) => take(text, start, tail)); ) rounds++
  const against = tail.change && !tail.baseline && AGAINST_ALL.exec(text.slice(Math.max(0, start - 18), start))
  if (against) tail.baseline = against[1]!
  return tail
}
