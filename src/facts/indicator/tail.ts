import type { Comparator, Indicator } from '../../types.js'
import { KEPT_CHANGE, LONGEST_TAIL, TAIL } from './words.js'

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
  /** The words that were taken off, last first. */
  words: string[]
}

const BASELINE = /(?:较|比|与)(?!例|重|率|值)([^,;、。比较]{1,12}?)(?:相比)?(?:时)?$/
const BASE_WORD = /年|期|末|初|前|水平|标准|平均|上月|同口径/
const SHARE = /(占|不低于|不少于|不超过|不高于|超过|达到|达|高于|低于|至少|为|相当于)([^,;。占]{1,18})的$/
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
const PER = /(?<!平均)(每(?:人|户|亩|公里|床|村|平方米|吨|头|台|辆)(?:每[月年天次])?)$/

/** A bound with its verb between it and the number: 至少配置1名. */
const LEAST = /(至少|最少|不少于|不得少于|不超过|最多)([^,;。、\d]{1,4})$/

function takeWord(text: string, start: number, tail: Tail): boolean {
  for (let length = Math.min(LONGEST_TAIL, tail.end - start); length > 0; length--) {
    const word = text.slice(tail.end - length, tail.end)
    const effect = TAIL.get(word)
    if (!effect) continue
    if (
      length === 1 &&
      /(?:产能|性能|智能|功能|动能|节能|行为|作为|总量占|周转|税收减|累计增|主要|需要|其中)$/.test(
        text.slice(0, tail.end).slice(-3),
      )
    )
      return false
    if (effect.change && KEPT_CHANGE.test(text.slice(Math.max(start, tail.end - length - 6), tail.end - length))) {
      tail.change ??= effect.change
      return false
    }
    Object.assign(tail, { ...effect, ...tail })
    tail.end -= length
    tail.words.push(word)
    return true
  }
  return false
}

/** Takes the words before a number off, from the right: 「…发生率较上年度至少下降」 → decrease, >=, 上年度. */
export function readTail(text: string, start: number, end: number): Tail {
  const tail: Tail = { end, words: [] }
  const share = SHARE.exec(text.slice(start, end))
  if (share) {
    tail.of = share[2]!
    tail.level = share[1] === '占' ? 'share' : 'reach'
    const comparator = SHARE_COMPARATOR[share[1]!]
    if (comparator) tail.comparator = comparator
    tail.end = share[1] === '占' ? end - 1 : start + share.index
    return tail
  }
  const least = LEAST.exec(text.slice(Math.max(start, end - 9), end))
  if (least && !TAIL.has(least[2]!)) {
    tail.comparator = least[1]!.startsWith('不超') || least[1]!.startsWith('最多') ? '<=' : '>='
    tail.end -= least[0].length
    tail.words.push(least[1]!)
  }
  for (let rounds = 0; rounds < 12; rounds++) {
    const per: RegExpExecArray | null = tail.per ? null : PER.exec(text.slice(Math.max(start, tail.end - 8), tail.end))
    if (per) {
      tail.per = per[1]!
      tail.end -= per[0].length
      continue
    }
    if (takeWord(text, start, tail)) continue
    const base = !tail.baseline && BASELINE.exec(text.slice(Math.max(start, tail.end - 18), tail.end))
    if (!base || !BASE_WORD.test(base[1]!)) break
    tail.baseline = base[1]!
    tail.end -= base[0].length
  }
  return tail
}
