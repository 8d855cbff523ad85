import { matchAt } from '../../text/match.js'
import { NUMERAL, readNumeral, scaleDecimal } from '../../text/numerals.js'
import type { Comparator } from '../../types.js'
import { readUnit, type UnitKind } from './unit.js'

/** A number with its unit and the comparator that its own words say: 「600多个」 → 600 个 `>`. */
export interface Quantity {
  start: number
  end: number
  value?: number
  min?: number
  max?: number
  unit: string
  kind: UnitKind
  comparator?: Comparator
  implied?: true
  /** A small number in Chinese numerals: 三个, 十四项. */
  spelt: boolean
  /** 每人每月 between the values of a list. */
  per?: string
  /** The pattern that read it. */
  rule: string
}

/** A number without its unit; `more` where 余, 多 or 来 follows it. */
interface Amount {
  digits: string
  power: number
  end: number
  more: '' | '>' | '~'
  spelt: boolean
}

const SCALE = /([多余几来])?(百万|千万|十万|十亿|百亿|千亿|万亿|[万亿千百])?([多余])?/y
const POWER: Record<string, number> = {
  百: 2,
  千: 3,
  万: 4,
  十万: 5,
  百万: 6,
  千万: 7,
  亿: 8,
  十亿: 9,
  百亿: 10,
  千亿: 11,
  万亿: 12,
}
const HAN = new RegExp(`[${NUMERAL}]{1,12}`, 'y')
/** 一二三(次产业): numerals in a row are no number. */
const POSITIONAL = /^[一二三四五六七八九]{2,}$/
const SUFFIX = /(?:\(含\)|含)?(?:及其?|或|\(含\))?(以上|之上|以下|之下|以内|之内|为限|左右|上下)(?:\(含\))?|\+(?!\d)/y
const SUFFIXES: Record<string, Comparator> = { 上: '>=', 下: '<=', 内: '<=', 限: '<=' }
const isDigit = (c: string | undefined): boolean => c !== undefined && c >= '0' && c <= '9'

/** The offset behind the digits, thousands marks and decimals that start at `at`. */
function endOfDigits(text: string, at: number): number {
  let i = at
  while (isDigit(text[i])) i++
  while (
    text[i] === ',' &&
    isDigit(text[i + 1]) &&
    isDigit(text[i + 2]) &&
    isDigit(text[i + 3]) &&
    !isDigit(text[i + 4]) &&
    i - at <= 3 + 4 * 4
  )
    i += 4
  if (text[i] === '.' && isDigit(text[i + 1])) for (i++; isDigit(text[i]); ) i++
  return i
}

function readAmount(text: string, at: number): Amount | undefined {
  if (isDigit(text[at])) {
    const stop = endOfDigits(text, at)
    if (stop - at > 20) return { digits: '', power: 0, end: stop, more: '', spelt: false }
    const scale = matchAt(SCALE, text, stop)!
    const compound = scale[2] === '亿' && matchAt(/(\d{1,4}|\d,\d{3})万/y, text, SCALE.lastIndex)
    if (compound) {
      const total = Number(text.slice(at, stop).replaceAll(',', '')) * 1e4 + Number(compound[1]!.replace(',', ''))
      return { digits: String(total), power: 4, end: SCALE.lastIndex + compound[0].length, more: '', spelt: false }
    }
    const mark = scale[1] ?? scale[3] ?? ''
    const more = mark === '' ? '' : mark === '来' || mark === '几' ? '~' : '>'
    return { digits: text.slice(at, stop), power: POWER[scale[2] ?? ''] ?? 0, end: SCALE.lastIndex, more, spelt: false }
  }
  const han = matchAt(HAN, text, at)?.[0]
  if (!han) return undefined
  const value = POSITIONAL.test(han) ? undefined : readNumeral(han)
  const end = at + han.length
  if (value === undefined) return { digits: '', power: 0, end, more: '', spelt: true }
  const more = text[end] === '余' || text[end] === '多' ? '>' : ''
  return { digits: String(value), power: 0, end: end + more.length, more, spelt: value <= 20 }
}

const numberOf = (amount: Amount, power = amount.power): number => scaleDecimal(amount.digits, power)
const round4 = (n: number): number => Math.round(n * 1e4) / 1e4

/** 1/3, 三分之二, 1.5∶1: a ratio without unit. */
function readRatio(text: string, at: number, first: Amount): Quantity | undefined {
  const sign = text.startsWith('分之', first.end) ? '分之' : text[first.end]!
  if (!/^(?:\/|分之|:|∶)$/.test(sign ?? '')) return undefined
  const second = readAmount(text, first.end + sign.length)
  if (!second?.digits || second.power > 0 || !first.digits) return undefined
  const [a, b] = [numberOf(first), numberOf(second)]
  const quotient = sign === '分之' ? b / a : a / b
  if (sign === '/' && (a >= b || !Number.isInteger(a) || !Number.isInteger(b) || b > 100)) return undefined
  if (!Number.isFinite(quotient) || quotient <= 0) return undefined
  if (/[:∶/]/.test(text[second.end] ?? '') || /[:∶]/.test(text[at - 1] ?? '')) return undefined
  if (sign !== '/' && sign !== '分之' && !/比[^,;。]{0,8}$/.test(text.slice(Math.max(0, at - 10), at))) return undefined
  return { start: at, end: second.end, value: round4(quotient), unit: '1', kind: 'rate', spelt: false, rule: 'ratio' }
}

/** 百分之三十, 千分之五, 百分之百. */
function readPercent(text: string, at: number): Quantity | undefined {
  const base = /(百|千)分(?:之|百)?/y
  const match = matchAt(base, text, at)
  if (!match) return undefined
  const whole = match[0] === '百分百'
  const amount = whole ? undefined : readAmount(text, base.lastIndex)
  const all = whole || text.startsWith('百分之百', at)
  if (!all && (!amount?.digits || !match[0].endsWith('之'))) return undefined
  const decimal = amount && /点[〇零○一二三四五六七八九]{1,4}/y
  const point = decimal && matchAt(decimal, text, amount.end)
  const fraction = point ? [...point[0].slice(1)].map((c) => readNumeral(c)).join('') : ''
  return {
    start: at,
    end: all ? at + (whole ? 3 : 4) : amount!.end + (point?.[0].length ?? 0),
    value: all ? 100 : Number(fraction ? `${amount!.digits}.${fraction}` : numberOf(amount!)),
    unit: match[1] === '百' ? '%' : '‰',
    kind: 'rate',
    ...(all && { implied: true as const }),
    spelt: false,
    rule: 'percent-words',
  }
}

/** 5—10%, 1-2种, 3%至5%; the second end gives the unit, and its 万 holds for the first. */
function readRange(text: string, at: number, first: Amount): Quantity | undefined {
  const inner = readUnit(text, first.end)
  const dash = inner ? inner.end : first.end
  const sign = text[dash]
  if (sign !== '-' && sign !== '至' && sign !== '到') return undefined
  if (sign !== '-' && /[从由]/.test(text.slice(Math.max(0, at - 5), at))) return undefined
  const second = readAmount(text, dash + 1)
  const outer = second && readUnit(text, second.end)
  if (!second?.digits || !outer || (inner && inner.unit !== outer.unit)) return undefined
  const min = numberOf(first, first.power || (inner ? 0 : second.power))
  const max = numberOf(second)
  if (min >= max) return undefined
  return {
    start: at,
    end: outer.end,
    min,
    max,
    unit: outer.unit,
    kind: outer.kind,
    comparator: 'range',
    spelt: false,
    rule: 'range',
  }
}

/** 三成, 六成五 as %: 30, 65. */
function tenthsAsPercent(text: string, found: Quantity): void {
  const rest = /[半一二三四五六七八九](?![一二三四五六七八九十百千万亿个家名])/y
  const half = found.value !== undefined && matchAt(rest, text, found.end)?.[0]
  if (half) found.end++
  const extra = half ? (half === '半' ? 5 : readNumeral(half)!) : 0
  for (const key of ['value', 'min', 'max'] as const)
    if (found[key] !== undefined) found[key] = round4(found[key] * 10 + extra)
  Object.assign(found, { unit: '%', spelt: false })
}

/** 翻一番, 翻两番: what is added to the whole, in % of it: 100, 300. */
function doublingsAsPercent(found: Quantity): void {
  for (const key of ['value', 'min', 'max'] as const)
    if (found[key] !== undefined) found[key] = round4((2 ** found[key] - 1) * 100)
  Object.assign(found, { unit: '%', implied: true, spelt: false })
}

/** 两三个: two numerals in a row are about both. */
function readAbout(text: string, at: number): Quantity | undefined {
  const match = matchAt(
    /([一两二三四五六七八])([二三四五六七八九])(?=[^〇零○一二三四五六七八九十百千万亿分之年月])/y,
    text,
    at,
  )
  if (!match) return undefined
  const [min, max] = [readNumeral(match[1]!)!, readNumeral(match[2]!)!]
  const unit = readUnit(text, at + 2)
  if (max !== min + 1 || !unit) return undefined
  return {
    start: at,
    end: unit.end,
    min,
    max,
    unit: unit.unit,
    kind: unit.kind,
    comparator: '~',
    spelt: true,
    rule: 'about',
  }
}

/** 自然增长率为∣-2.5‰: a minus, where no number or word stands before it. */
const isNegative = (text: string, at: number): boolean =>
  text[at - 1] === '-' && /[为达是至到在、,(:率长额]/.test(text[at - 2] ?? ' ')

/** The quantity that starts at an offset of folded text, with 以上, 左右 and the like behind it; a bare number has unit ''. */
export function readQuantity(text: string, at: number): Quantity | undefined {
  const found = readPercent(text, at) ?? readAbout(text, at) ?? readPlain(text, at)
  if (!found) return undefined
  if (found.value && isNegative(text, at)) Object.assign(found, { start: at - 1, value: -found.value })
  if (found.unit === '成') tenthsAsPercent(text, found)
  if (found.unit === '番' && /翻了?$/.test(text.slice(Math.max(0, at - 2), at))) doublingsAsPercent(found)
  const suffix = matchAt(SUFFIX, text, found.end)
  if (suffix && found.comparator !== 'range')
    found.comparator = SUFFIXES[suffix[1]?.[1] ?? ''] ?? (suffix[1] ? '~' : '>=')
  if (suffix) found.end = SUFFIX.lastIndex
  return found
}

function readPlain(text: string, at: number): Quantity | undefined {
  const amount = readAmount(text, at)
  if (!amount) return undefined
  if (!amount.digits)
    return { start: at, end: amount.end, unit: '', kind: 'none', spelt: amount.spelt, rule: 'no-number' }
  const found = readRatio(text, at, amount) ?? readRange(text, at, amount)
  if (found) return found
  const points = text.startsWith('个多百分点', amount.end)
  if (points) amount.more = '>'
  const unit = points ? { unit: '个百分点', kind: 'rate' as const, end: amount.end + 5 } : readUnit(text, amount.end)
  const late =
    unit && (text[unit.end] === '多' || text[unit.end] === '余') && /[,、;。)]/.test(text[unit.end + 1] ?? '。')
  return {
    start: at,
    end: (unit?.end ?? amount.end) + (late ? 1 : 0),
    value: numberOf(amount),
    unit: unit?.unit ?? '',
    kind: unit?.kind ?? 'none',
    ...((amount.more || late) && { comparator: amount.more || ('>' as const) }),
    spelt: amount.spelt,
    rule: unit ? `${unit.kind}` : 'bare',
  }
}
