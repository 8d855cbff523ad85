import {
  ADVERBS,
  COMPOUNDS,
  FINALS,
  INNER_ADVERBS,
  PLAIN_VERBS,
  PREDICATIVES,
  TRANSITIVES,
  VERBAL_ADVERBS,
  WEAK_ADVERBS,
} from '../../data/grammar.js'
import { among, matchAt } from '../../text/match.js'
import { firstsOf, lexicon, suffixes } from './lexicon.js'
import { isBody, isGroup } from './scope.js'
import { founding, keeping } from './words.js'

const adverb = lexicon(ADVERBS)
const inside = lexicon(INNER_ADVERBS)
const weak = lexicon(WEAK_ADVERBS)
const verbal = lexicon(VERBAL_ADVERBS)
const plain = lexicon(PLAIN_VERBS)
const compound = lexicon(COMPOUNDS)
const predicative = lexicon(PREDICATIVES + FINALS)
const transitive = lexicon(TRANSITIVES)

const finals = suffixes(FINALS)

/** True for a verb that needs no object: 扩大, 好转. */
export const isPredicative = (verb: string): boolean => predicative(verb, 0, verb.length) === verb

/** A clause taken apart at its predicate: 老年人口∣仍将持续∣增长∣. */
export interface Parts {
  subject: string
  /** A time or a sum stands before the predicate, which may be the measure itself: 某公司∣去年∣利税, 河长∣累计∣巡河. */
  timed: boolean
  summed: boolean
  verb: string
  object: string
}

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '“': '”', '《': '》', '「': '」' }

/** The longest verb of the tables that starts at an offset. */
function verbOf(words: string, at: number): string | undefined {
  const end = words.length
  const found = [predicative, transitive, founding, keeping].map((table) => table(words, at, end) ?? '')
  const longest = found.reduce((a, b) => (b.length > a.length ? b : a), '')
  return longest && !NOUN_END.test(words.slice(at + longest.length)) ? longest : undefined
}

/** What makes a noun of the verb before it: 完成∣率, 培训∣人数. */
const NOUN_END = /^(?:率|值|量|额|度|性|型|者|式|面|人数|次数|经费|资金|成本|标准|时间|能力|水平|规模)/

const DATES = '12今明去从由自在于到'
const begins = among(DATES)
/** 庚市∣2017年∣细颗粒物浓度 */
const DATE =
  /[从由自在于到]?(?:(?:20|19)\d\d年(?:度|[底末初])?|1[01]\d年度|[今明去]年(?=[底末初中上下第前起]))(?:年?(?:[底末初]|中(?!市))|[上下]半年|第?[一二三四首]季度?)?(?:\d{1,2}月(?:份|[底末初])?)?(?:以来|前后|以?[前后]|间|时)?(?![期\-至到和、])/y

/** The adverb, modal or time that starts at an offset and can only stand before a predicate. */
function adverbOf(words: string, at: number): string | undefined {
  const end = words.length
  const year = begins(words, at) ? matchAt(DATE, words, at)?.[0] : undefined
  if (year && (at > 0 || year.length < end)) return year
  const strong = adverb(words, at, end) ?? (at > 0 ? inside(words, at, end) : undefined)
  const [closing, inner] = [weak(words, at, end) ?? '', (at > 0 && verbal(words, at, end)) || '']
  const soft = inner.length > closing.length ? inner : closing
  if (!soft || (strong && strong.length >= soft.length)) return strong
  const behind = at + soft.length
  if (behind === end) return soft === closing ? soft : strong
  if (soft === closing && adverbOf(words, behind)) return soft
  return (verbOf(words, behind)?.length ?? 0) > (soft === closing ? 0 : 1) ? soft : strong
}

/** Verbs of one character before 了. */
const SHORT = '捐占买卖用花建修送派赔欠挣赚种养办开拿给调打写发成获设到来去'

/** The verb that ends before a 了: one of the tables, or two characters that may be one. */
function verbBefore(words: string, at: number, from: number): number {
  for (const length of [4, 3, 2])
    if (at - length > from && verbOf(words, at - length)?.length === length) return at - length
  const short = SHORT.includes(words[at - 1]!) ? 1 : 2
  return at - short > from + 1 ? at - short : -1
}

/** 有 that begins a word of its own: 有效, 有色, 有限. */
const HAS_NOT = /[效色限关机序线毒害力偿奖益氧]/

/** What the predicate of a clause may start at, and what is passed over whole before it. */
const tells = among(
  `占有了(“《「${DATES}${[ADVERBS, INNER_ADVERBS, WEAK_ADVERBS, VERBAL_ADVERBS, PLAIN_VERBS, COMPOUNDS].map(firstsOf).join('')}`,
)

/** Where the predicate of a clause starts: behind what a relative clause ends with, at an adverb or at a verb before 了. */
function predicateAt(words: string): number {
  const from = words.lastIndexOf('的') + 1
  for (let i = from; i < words.length; i++) {
    if (!tells(words, i)) continue
    const close = CLOSING[words[i]!]
    if (close) {
      const end = words.indexOf(close, i)
      if (end < 0) return -1
      i = end
      continue
    }
    if (words[i] === '占' && i > from && !'地用'.includes(words[i + 1] ?? '-')) return -1
    const noun = compound(words, i, words.length)
    const mark = adverbOf(words, i)
    if (noun && noun.length >= (mark?.length ?? 0)) {
      i += noun.length - 1
      continue
    }
    if (mark && (i > from || from === 0 || verbOf(words, i + mark.length))) return i
    const bare = i > from + 1 && !/^每[百千万]/.test(words) ? plain(words, i, words.length - 1) : undefined
    if (bare && !NOUN_END.test(words.slice(i + bare.length))) return i
    if (words[i] === '有' && isOwner(words.slice(from, i)) && !HAS_NOT.test(words[i + 1] ?? '-')) return i
    if (words[i] === '了') {
      const verb = verbBefore(words, i, from)
      if (verb > 0) return verb
    }
  }
  const final = finals(words, from + 1, words.length)
  return final ? words.length - final.length : -1
}

/** 1990年前, 短短几年时间: times that a subject ends in. */
const TIME_AT_END =
  /(?:(?:20|19)\d\d年|\d{1,2}月)(?:\d{1,2}月)?(?:底|末|初|中旬|上旬|下旬)?(?:以?前|之前|起)?$|(?:短短)?(?:[\d一二两三四五六七八九十几]+|[多近]年)(?:个月|年|天)(?:多?时间|多?来|间|内|以来)$/

/** 先后∣为部队无偿∣划拨菜地: what stands between an adverb and its verb. */
const COVERB = /^[为向对给从与将把在]/

/** Where the verb of a clause starts that goes on with whom it is done for; -1 for none. */
function verbBehind(words: string, from: number): number {
  for (let i = from; i < Math.min(words.length, from + 16); i++) if ((verbOf(words, i)?.length ?? 0) > 1) return i
  return -1
}

/** A verb that no table has: before 了, or 有. */
const guessVerb = (words: string, at: number): string =>
  words[at] === '有' ? '有' : words.slice(at, Math.max(at, words.indexOf('了', at)))

/** Takes a clause apart; undefined where it is a noun phrase. */
export function partsOf(words: string): Parts | undefined {
  const at = predicateAt(words)
  if (at < 0) return undefined
  let i = at
  let adverbs = ''
  for (let word = adverbOf(words, i); word; word = adverbOf(words, i)) {
    i += word.length
    adverbs = word
  }
  const toward = COVERB.test(words.slice(i, i + 1)) ? verbBehind(words, i + 2) : -1
  if (toward > 0) i = toward
  const known = verbOf(words, i)
  const verb = known ?? (i === at ? guessVerb(words, at) : '')
  i += verb.length
  while (verb && '了过着到出起成为'.includes(words[i] ?? '-')) i++
  const summed = /[计共积]$|先后/.test(adverbs)
  const timed = summed || /[年月日前期今来在度份底末初]$/.test(adverbs)
  return {
    subject: words.slice(0, at).replace(TIME_AT_END, ''),
    timed,
    summed,
    verb,
    object: words.slice(i).replace(/^按(?=..)/, ''),
  }
}

/** Who acts or has, as a scope: a group, a body or a purse. */
export const isOwner = (subject: string): boolean =>
  subject.length > 1 && (isGroup(subject) || isBody(subject) || subject.endsWith('财政'))
