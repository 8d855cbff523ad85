import type { Comparator } from '../types.js'
import { isUnitText, scaleOf, times } from './unit.js'

/** What a cell of values says; `unit` where the cell itself names it. */
export interface Value {
  readonly comparator: Comparator
  readonly value?: number
  readonly min?: number
  readonly max?: number
  readonly unit?: string
  readonly change?: 'increase' | 'decrease'
  /** 「年均」 before the number: it is a rate of growth. */
  readonly yearly?: true
  /** A sum over all years, which plans write in brackets: 「[13.5]」 */
  readonly cumulative?: true
  readonly implied?: true
}

const NUMBER = '-?\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|-?\\d+(?:\\.\\d+)?'
const UNIT = '[%‰℃㎡\\u4e00-\\u9fffA-Za-z²³/·]{0,14}?'
const BEFORE =
  '≥|≧|≤|≦|〉=?|〈=?|不低于|不少于|不小于|大于等于|大于|高于|超过|突破|不超过|不高于|不大于|不多于|小于等于|小于|低于|少于|控制在|达到|达|至少|最低|约|稳定在|保持在|维持在|为'
const BEHIND = '以上|及以上|或以上|以内|以下|及以下|之内|左右|上下|余'
/** 「累计下降」「年均增长」「提高」 */
const MOVE = '(累计)?(年均|年)?(增长|增加|提高|提升|上升|扩大|新增|下降|降低|减少|压减|削减|下调)?(?:到|至|为)?'
/** 「年均增长6.5%以上」「≥85」「3.2亿元左右」「5-10个」 */
const VALUE = new RegExp(
  `^(?:力争|争取|预期|预计|累计)?${MOVE}(${BEFORE})?(${NUMBER})(${UNIT})(?:-+(${NUMBER})(${UNIT}))?(${BEHIND})?(?:\\*|[①-⑳])?$`,
)
const WORDS = /^(?:实现)?(?:全覆盖|全部达标|百分之百|全达标|100%全覆盖)$/

const COMPARATORS: readonly (readonly [words: RegExp, comparator: Comparator])[] = [
  [/^(?:≥|≧|〉=|不低于|不少于|不小于|大于等于|达到|达|至少|最低|以上|及以上|或以上)$/, '>='],
  [/^(?:≤|≦|〈=|不超过|不高于|不大于|不多于|小于等于|控制在|以内|以下|及以下|之内)$/, '<='],
  [/^(?:〉|大于|高于|超过|突破|余)$/, '>'],
  [/^(?:〈|小于|低于|少于)$/, '<'],
  [/^(?:约|左右|上下)$/, '~'],
]

function comparatorOf(before: string | undefined, behind: string | undefined): Comparator {
  const of = (word: string | undefined) => COMPARATORS.find(([words]) => words.test(word ?? ''))?.[1]
  return of(behind) ?? of(before) ?? '='
}

/** The value that a cell states, `undefined` for words and for —. Folded, without white space: 「≥85%」 → >= 85 % */
export function readValue(cell: string): Value | undefined {
  if (cell.length === 0 || cell.length > 40) return undefined
  if (WORDS.test(cell)) return { comparator: '=', value: 100, unit: '%', implied: true }
  const bracket = /^\[([^[\]]+)\](.{0,8})$/.exec(cell)
  const text = bracket ? bracket[1]! + bracket[2]! : cell.replace(/^\(([^()]+)\)$/, '$1')
  const match = VALUE.exec(text)
  if (!match) return undefined
  const [, sum, yearly, move, before, first, firstUnit, second, secondUnit, behind] = match
  const written = secondUnit || firstUnit || ''
  if (written !== '' && !isUnitText(written) && !/^[万亿]{1,2}$/.test(written)) return undefined
  const { factor, unit } = /^[万亿]{1,2}$/.test(written)
    ? { factor: scaleOf(`${written}个`).factor, unit: '' }
    : scaleOf(written)
  const number = (digits: string) => times(Number(digits.replaceAll(',', '')), factor)
  const reaches = /(?:到|至|为)/.test(text.slice(0, text.indexOf(first!)).replace(before ?? '', ''))
  const said = {
    ...(unit !== '' && { unit }),
    ...(move && !reaches && { change: /降|减|下调/.test(move) ? ('decrease' as const) : ('increase' as const) }),
    ...(yearly && { yearly: true as const }),
    ...((bracket || sum) && { cumulative: true as const }),
  }
  if (second === undefined) return { comparator: comparatorOf(before, behind), value: number(first!), ...said }
  const [min, max] = [number(first!), number(second)]
  return min <= max ? { comparator: 'range', min, max, ...said } : undefined
}
