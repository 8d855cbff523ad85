import type { Fact, Indicator, Sentence, Span } from '../../types.js'
import { conditionAt } from './condition.js'
import { type Head, readHead } from './head.js'
import type { Quantity } from './quantity.js'
import { readTail, type Tail } from './tail.js'
import { foundingBefore, keepingBefore } from './words.js'

/** What the clauses before say: names and scopes are filled from here. */
export interface State {
  /** The end of what the number before took. */
  end: number
  /** 全市 of the sentence. */
  region?: string
  /** The rows of this sentence so far, and in front of them those of the sentence before. */
  readonly rows: Indicator[]
  /** Rows and thing in front of an open bracket, and the end of the number read last in it. */
  bracket?: { readonly rows: number; readonly thing: string | undefined; readonly end: number } | undefined
  /** The verb of the number before, as far as it holds for the list it begins: 改造县乡道80公里、危桥26座. */
  kept?: string | undefined
  /** The number before was said to be new: 新增国家级平台2个、省级平台6个. */
  news?: boolean
  /** The number before stood under 至少, which governs the list after it. */
  atLeast?: boolean
  /** The population that the clause before was said of. */
  subject?: string | undefined
  /** What was counted last: the beds of the next clause are its. */
  thing?: string | undefined
  /** The number before was a part of a whole by its kind: 其中夏粮. */
  part?: boolean
  /** Who is given something, and for what. */
  readonly conditions: readonly Span[]
  /** The heading right above the sentence. */
  readonly heading?: string | undefined
  /** The whole list that the values before were dealt out over, and where it ended: what 均 is said of. */
  whole?: { readonly name: string; readonly end: number }
}

/** A number in its clause: what stands before it, taken apart. */
export interface Clause {
  readonly text: string
  readonly q: Quantity
  readonly start: number
  /** Where the next number starts, or the sentence ends. */
  readonly next: number
  readonly tail: Tail
  readonly head: Head
  /** The noun phrase before the number, without times, places, adverbs and verbs. */
  readonly core: string
  /** A verb right before the number: 在社康机构∣设立∣600多个…. */
  readonly verb?: string
  readonly keptVerb?: string
  /** True for a later item of a 、 list. */
  readonly joined: boolean
  readonly last: Indicator | undefined
  /** True behind another number of the sentence. */
  readonly follows: boolean
  /** The conditions of the sentence, and the one that the sum is given for. */
  readonly conditions: readonly Span[]
  readonly condition?: Span
  /** True where a number before it is its baseline: 由2.4∣缩小到∣2.2. */
  readonly based: boolean
}

/** 流感疫苗∣实现愿种尽种∣、培训: an item of a list that tells what came about, without a number. */
const CAME_ABOUT =
  /^[、和及]?[^、\d]{2,20}(?:实现|做到|得到|取得|达到)(?:.{1,2}尽.{1,2}|.{0,6}(?:覆盖|清零|破零|突破|提升|好转|改善|缓解|常态化|动态化|规范化|成效|进展|达标|到位))、(?=..)/

/** 危房户∣建筑面积 of which a bound is the mean */
const MEASURE_OF_MEAN = /((?:[建住使占].)?[面用收支产消][积房入出值费]|.{2})$/

/** A number without unit ends an item of its own: 移动用户3.4亿、∣光缆线路. */
const UNCOUNTED = /^[^、]{2,24}(?<![\d.A-Za-z])[\d.]{1,8}[万亿]余?、(?=..)/
/** 158个行政村中共有∣贫困村: the whole in front of its part. */
const AMONG = /^[^,、]{0,8}\d[个家户名所项][^,、\d]{2,8}(?:中,?(?:共有?|已?有|已)|已有)(?=..|$)/
const BOUNDARY = ',;。:!?'
const LONGEST = 90

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

const JOINT = /^(?:、|和|及|与|以及|并)$/
/** Clauses that a list goes on in: 、 between them, or nothing but a bracket. */
const isJoined = (text: string, end: number, start: number): boolean =>
  end > 0 && (JOINT.test(text.slice(end, start)) || (end === start && /[、和及与]/.test(text[start] ?? '')))

/** Takes the clause of a number apart; `nameEnd` is where the words before the number end for the reader of the tail. */
export function readClause(
  sentence: Sentence,
  found: readonly Fact[],
  state: State,
  q: Quantity,
  next: number,
  nameEnd = q.start,
): Clause {
  const { text } = sentence
  const condition = conditionAt(state.conditions, text, nameEnd)
  const from = clauseStart(text, nameEnd, Math.max(state.end, condition?.end ?? 0))
  const start = from + (CAME_ABOUT.exec(text.slice(from, nameEnd))?.[0].length ?? 0)
  const tail = readTail(text, start, nameEnd)
  const head = readHead(text, start, tail.end, found, q.kind === 'rate')
  const keptVerb = keepingBefore(text, head.start, tail.end)
  const atEnd = keptVerb ?? foundingBefore(text, head.start, tail.end)
  const words = text.slice(head.start, tail.end)
  const whole = tail.mean ? words.replace(MEASURE_OF_MEAN, `${tail.mean}$1`) : words
  const verb = atEnd && (keptVerb === undefined || keptVerb.length < whole.length) ? atEnd : undefined
  return {
    text,
    q,
    start,
    next,
    tail,
    head,
    core: whole
      .replace(UNCOUNTED, '')
      .replace(AMONG, '')
      .replace(/^的|[、,的]$/g, ''),
    ...(verb && { verb }),
    ...(keptVerb && { keptVerb }),
    conditions: state.conditions,
    ...(condition && { condition }),
    joined: isJoined(text, state.end, start),
    last: state.rows.at(-1),
    follows: state.end > 0,
    based: nameEnd !== q.start,
  }
}
