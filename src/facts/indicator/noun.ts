import { matchesOf } from '../../text/match.js'
import { adverbs, NOMINAL, predicate } from './words.js'

/** The noun phrase behind a number, and the predicate that follows it. */
export interface Noun {
  start: number
  end: number
  /** Where the words that belong to the number end: behind the predicate. */
  close: number
  predicate?: string
}

/** 党员干部200余人∣不间断对进出人员进行筛查: how and to whom, not what was counted. */
const ADVERBIAL = /^(?:不间断|日夜|轮流|分赴|赶赴|前往|深入|[对向](?!象|口|外|接|日|阳|应|照))/

/** 创350万人∣的新高: how the number stands to others, not what it counts. */
const STANDING =
  /^的?(?:历史|同期|近年来?|[一二三四五六七八九十\d]+年来?)*(?:新高|新低|高峰|最高|最低|纪录|记录|高位|低位|峰值)/
/** What parts one counted thing from the next: not in 20个部门参与. */
const JOINS = /[、和]|(?<!参)与|(?<!普)及(?!以)/g
const STOP = ',;。:!?)…≤≥'
const LONGEST = 48
const TRAILING = /(?:的?(?:创建|建设|编制|巡查|培育|评选|申报|编办)(?:工作|任务|活动)?|工作|等|的(?:任务|目标))$/

/** The end of the run of characters that may belong to a number at `at`: a stop, a long bracket, or the next number. */
function endOfRun(text: string, at: number, next: number): number {
  let i = at
  const limit = Math.min(text.length, at + LONGEST, next)
  for (; i < limit; i++) {
    const c = text[i]!
    if (STOP.includes(c)) return i
    if (
      c >= '1' &&
      c <= '9' &&
      /^\d*[万亿](?!级|[^,;。]{0,3}以[上下]的?[一-龥])/.test(text.slice(i, i + 14)) &&
      !/[“A-Za-z.]/.test(text[i - 1] ?? '')
    )
      return '、和及与'.includes(text[i - 1]!) ? i - 1 : i
    if (c !== '(') continue
    const close = text.indexOf(')', i)
    if (close < 0 || close - i > 8 || close >= limit || /\d/.test(text.slice(i, close))) return i
    i = close
  }
  if (i !== next || text[next] === '、') return i
  const cut = matchesOf(JOINS, text.slice(at, next)).at(-1)?.index ?? 0
  return cut > 0 ? at + cut : next
}

/** The offset behind the adverbs at an offset. */
function behindAdverbs(text: string, at: number): number {
  adverbs.lastIndex = at
  return adverbs.test(text) ? adverbs.lastIndex : at
}

/** 建成∣完备∣的综合体: the quality of the object, not of what is counted. */
const PLAIN = /最.{1,2}$|^.{2}(?:完备|完善|规范|独立|健全|专业|稳定|统一|成熟|较为?.{2}|相对.{2}|现代化|标准化)$/

/** True where a verb inside a noun phrase qualifies what follows: 具有辐射引领作用∣的∣基地. */
function isAttributive(text: string, verb: number, run: number): boolean {
  const of = text.indexOf('的', verb)
  return of > 0 && of < run - 1 && !PLAIN.test(text.slice(verb, of))
}

/** 2000个县∣(注:因区划调整减少15个)∣通过认定: a note parts what is counted from its predicate. */
function behindNote(text: string, start: number, run: number): Noun | undefined {
  const from = text.indexOf(')', run) + 1
  const stop = /^[^,;。:!?()\d]{2,16}(?=[,;。]|$)/.exec(text.slice(from, from + 17))?.[0]
  if (!stop || run === start || !predicate(text, behindAdverbs(text, from), from + stop.length)) return undefined
  return { start, end: run, close: from + stop.length, predicate: stop }
}

/** 10个村∣出列 */
function doesAlone(text: string, at: number, run: number): boolean {
  const verb = predicate(text, behindAdverbs(text, at), run)
  return verb !== undefined && !NOMINAL.test(verb) && verb.length > 1
}

/** The noun phrase that starts at an offset behind a number; undefined where none does. */
export function readNoun(text: string, at: number, next: number): Noun | undefined {
  if (/[、和及与或(]/.test(text[at] ?? '') || STANDING.test(text.slice(at, at + 12))) return undefined
  const start = text[at] === '的' ? at + 1 : at
  if (ADVERBIAL.test(text.slice(start, start + 4))) return undefined
  const run = endOfRun(text, start, next)
  const noted = text[run] === '(' && text[run + 1] === '注' ? behindNote(text, start, run) : undefined
  if (noted || run - start < 2) return noted
  const first = predicate(text, behindAdverbs(text, start), run)
  if (
    !/^(?:为民|居[民家住]|建成[区面])/.test(text.slice(start, start + 3)) &&
    first &&
    !(NOMINAL.test(first) && text.startsWith(first, start) && start + first.length < run - 1 && first !== '在') &&
    !isAttributive(text, start, run)
  )
    return undefined
  const one =
    '县市镇乡村区校省'.includes(text[start]!) && (text.startsWith('被', start + 1) || doesAlone(text, start + 1, run))
  for (let i = start + (one ? 1 : 2); i < run; i++) {
    if (text[i] === '(') i = text.indexOf(')', i)
    if ('、和与及的'.includes(text[i - 1]!) || text.startsWith('居民', i)) continue
    const from = behindAdverbs(text, i)
    const verb = predicate(text, from, run)
    if (
      !verb ||
      (NOMINAL.test(verb) && !/^(?:受惠|受益|完工)/.test(verb) && from + verb.length >= run - 1 && from === i)
    )
      continue
    if (isAttributive(text, from, run) || (verb === '在' && text[from - 1] === '所')) continue
    const said = text.slice(from, run).replace(/^以上的?|(?<=..)了$/g, '')
    return { start, end: i, close: run, predicate: said }
  }
  let end = run
  const trailing = TRAILING.exec(text.slice(start, run))
  if (trailing && run - start - trailing[0].length >= 2) end = run - trailing[0].length
  return { start, end, close: run }
}
