import { fold } from '../../text/fold.js'
import type { Comparator, Indicator } from '../../types.js'

/** Words behind a number, at the end of its quote. */
const BEHIND: readonly [RegExp, Comparator][] = [
  [/\d[^\d,;、。]{0,5}以上$/, '>='],
  [/\d[^\d,;、。]{0,5}(?:以下|以内)$/, '<='],
]
/** What turns a bound round: 不得超过, 禁止低于. */
const NOT = '(?:不[得应宜能可准许]?|不允许|禁止|严禁)'
/** Words right before a number. */
const BEFORE: readonly [RegExp, Comparator][] = [
  [new RegExp(`(${NOT}(?:低于|少于|小于)|至少)\\d`), '>='],
  [new RegExp(`(${NOT}(?:超过|高于|大于|多于)|至多)\\d`), '<='],
  [new RegExp(`(?<!${NOT})(超过|突破|多于|大于)\\d`), '>'],
  [new RegExp(`(?<!${NOT})(不满|不足|小于)\\d`), '<'],
]

/** True where a quote holds one number only, so that its words can be of no other. */
const isSingle = (text: string) => (text.match(/\d+(?:[.,]\d+)*/g) ?? []).length === 1

/** The comparator that the words of a quote say without doubt: 「覆盖率达到95%以上」 → `>=` */
export function saidComparator(quote: string): { comparator: Comparator; word: string } | undefined {
  const text = fold(quote)
  if (!isSingle(text)) return undefined
  const found = [...BEHIND, ...BEFORE].filter(([pattern]) => pattern.test(text))
  if (found.length !== 1) return undefined
  const [pattern, comparator] = found[0]!
  const match = pattern.exec(text)!
  return { comparator, word: match[1] ?? match[0].slice(-2) }
}

const UP = /提高|提升|增加|增长|增幅|上升|新增|扩大|上浮|上涨|新建|新设/
const DOWN = /下降|降低|减少|降幅|压减|压缩|缩减|缩短|减轻|下浮|回落|削减|少/
/** 「提高到60%」「降至5%以下」 */
const LEVEL = /(?:提高|提升|增加|增长|上升|扩大|下降|降低|降|减少|压减|缩短|压缩|减)(?:到|至)(?=约?\d)/

/** What the words of a quote say of change: a level reached has none. */
export function saidChange(quote: string): { change: Indicator['change']; word: string } | undefined {
  const text = fold(quote)
  if (!isSingle(text)) return undefined
  const level = LEVEL.exec(text)
  if (level) return { change: undefined, word: level[0] }
  const up = UP.exec(text)
  const down = DOWN.exec(text)
  if (up && !down) return { change: 'increase', word: up[0] }
  if (down && !up) return { change: 'decrease', word: down[0] }
  return undefined
}
