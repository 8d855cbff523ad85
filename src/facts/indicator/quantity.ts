import { matchAt } from '../../text/match.js'
import { type NumeralRun, readNumeralRun } from '../../text/numeral-run.js'
import { readNumeral, scaleDecimal } from '../../text/numerals.js'
import type { Comparator } from '../../types.js'
import { readUnit, type Unit, type UnitKind } from './unit.js'

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

const SUFFIX = /(?:\(含\)|含)?(?:及其?|或|\(含\))?(以上|之上|以下|之下|以内|之内|为限|左右|上下)(?:\(含\))?|\+(?!\d)/y
const SUFFIXES: Record<string, Comparator> = { 上: '>=', 下: '<=', 内: '<=', 限: '<=' }
const numberOf = (amount: NumeralRun, power = amount.power): number => scaleDecimal(amount.digits, power)
const round4 = (n: number): number => Math.round(n * 1e4) / 1e4

/** 1/3, 三分之二, 1.5∶1: a ratio without unit. */
function readRatio(text: string, at: number, first: NumeralRun): Quantity | undefined {
  const sign = text.startsWith('分之', first.end) ? '分之' : text[first.end]!
  if (!/^(?:\/|分之|:|∶)$/.test(sign ?? '')) return undefined
  const second = readNumeralRun(text, first.end + sign.length)
  if (!second?.digits || second.power > 0 || !first.digits) return undefined
  const [a, b] = [numberOf(first), numberOf(second)]
  const quotient = sign === '分之' ? b / a : a / b
  if (sign === '/' && (a >= b || !Number.isInteger(a) || !Number.isInteger(b) || b > 100)) return undefined
  if (!Number.isFinite(quotient) || quotient <= 0) return undefined
  if (/[:∶/]/.test(text[second.end] ?? '') || /[:∶]/.test(text[at - 1] ?? '')) return undefined
  if (sign !== '/' && sign !== '分之' && !/比[^,;。]{0,8}$/.test(text.slice(Math.max(0, at - 10), at))) return undefined
  return { start: at, end: second.end, value: round4(quotient), unit: '1', kind: 'rate', spelt: false, rule: 'ratio' }
}

/** What 百分之 and the like give a number as its unit. */
const SHARES: Readonly<Record<string, string>> = { 百: '%', 千: '‰', 万: '/万', 十万: '/10万', 百万: '/百万' }

/** 百分之三十, 千分之五, 十万分之九, 百分之百, 百分之三至百分之五. */
function readPercent(text: string, at: number): Quantity | undefined {
  const base = /(百|千|万|十万|百万)分之|百分百/y
  const match = matchAt(base, text, at)
  if (!match) return undefined
  const first = base.lastIndex
  const found = {
    start: at,
    unit: SHARES[match[1] ?? '百']!,
    kind: 'rate' as const,
    spelt: false,
    rule: 'percent-words',
  }
  if (!match[1] || text.startsWith('百分之百', at))
    return { ...found, end: at + match[0].length + (match[1] ? 1 : 0), value: 100, implied: true }
  const amount = readNumeralRun(text, first)
  if (!amount?.digits) return undefined
  const value = numberOf(amount)
  const other = /[至到-]/.test(text[amount.end] ?? ',') && readPercent(text, amount.end + 1)
  if (other && other.unit === found.unit && other.value !== undefined && value < other.value)
    return { ...found, end: other.end, min: value, max: other.value, comparator: 'range' }
  return { ...found, end: amount.end, value }
}

const NO_NUMBER = { unit: '', kind: 'none' as const, spelt: false, rule: 'no-number' }

/** 5—10%, 1-2种, 3%至5%; the second end gives the unit, and its 万 holds for the first. */
function readRange(text: string, at: number, first: NumeralRun): Quantity | undefined {
  const inner = readUnit(text, first.end)
  const dash = inner ? inner.end : first.end
  const sign = text[dash]
  if (sign !== '-' && sign !== '至' && sign !== '到') return undefined
  if (sign !== '-' && /[从由]/.test(text.slice(Math.max(0, at - 5), at))) return undefined
  const second = readNumeralRun(text, dash + 1)
  const outer = second && readUnit(text, second.end)
  if (!second?.digits || !outer || (inner && inner.unit !== outer.unit)) return undefined
  const max = numberOf(second)
  // 5-10万: 50000; 8000-1万: 8000.
  const scaled = numberOf(first, first.power || (inner ? 0 : second.power))
  const min = scaled < max ? scaled : numberOf(first)
  if (min >= max) return inner ? undefined : { ...NO_NUMBER, start: at, end: outer.end }
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
    /([一两二三四五六七八])(?:、(?=.[成]))?([二三四五六七八九])(?=[^〇零○一二三四五六七八九十百千万亿分之年月])/y,
    text,
    at,
  )
  if (!match) return undefined
  const [min, max] = [readNumeral(match[1]!)!, readNumeral(match[2]!)!]
  const unit = readUnit(text, at + match[0].length)
  if (max !== min + 1 || !unit) return undefined
  return {
    start: at,
    end: unit.end,
    min,
    max,
    unit: unit.unit,
    kind: unit.kind,
    comparator: match[0].length === 2 ? '~' : 'range',
    spelt: true,
    rule: 'about',
  }
}

/** 自然增长率为∣-2.5‰, 为∣负3.2%: a minus, where no number or word stands before it. */
const isNegative = (text: string, at: number): boolean =>
  /[-负]/.test(text[at - 1] ?? ',') && /[为达是至到在、和与及,(:率长额速幅温]/.test(text[at - 2] ?? ' ')

const CURRENCY = /(?:人民币|新台币|台币|港币|美金|HK\$|US\$|NT\$|RMB|[¥￥])$/
const FOREIGN: Readonly<Record<string, string>> = { 港币: '港元', HK$: '港元', 美金: '美元', US$: '美元' }

/** The currency in front of a sum is its unit: 港币∣5000万元 → 港元, 人民币∣1.2亿 → 元. */
function takeCurrency(text: string, found: Quantity): void {
  const currency = CURRENCY.exec(text.slice(Math.max(0, found.start - 3), found.start))?.[0]
  if (!currency || !(found.unit === '' || found.unit === '元')) return
  Object.assign(found, { start: found.start - currency.length, unit: FOREIGN[currency] ?? '元', kind: 'money' })
}

/** The quantity that starts at an offset of folded text, with 以上, 左右 and the like behind it; a bare number has unit ''. */
export function readQuantity(text: string, at: number): Quantity | undefined {
  const found = readPercent(text, at) ?? readAbout(text, at) ?? readPlain(text, at)
  if (!found) return undefined
  if (found.value && isNegative(text, at)) Object.assign(found, { start: at - 1, value: -found.value })
  if (found.rule !== 'no-number') takeCurrency(text, found)
  if (found.unit === '成') tenthsAsPercent(text, found)
  // 翻一番半: twice and a half, or once more by half; nobody knows.
  if (found.unit === '番' && text[found.end] === '半') return { ...NO_NUMBER, start: found.start, end: found.end + 1 }
  if (found.unit === '番' && /翻了?$/.test(text.slice(Math.max(0, at - 2), at))) doublingsAsPercent(found)
  const suffix = matchAt(SUFFIX, text, found.end)
  if (suffix && found.comparator !== 'range')
    found.comparator = SUFFIXES[suffix[1]?.[1] ?? ''] ?? (suffix[1] ? '~' : '>=')
  if (suffix) found.end = SUFFIX.lastIndex
  return found
}

/** 两个半月, 3天半, 一倍半: a half behind the unit, or inside it. */
const HALF = /半(?![年月径导数场天封])/y

/** The unit behind a number, with what a half or 多 inside it adds: 2个∣半∣小时, 3个∣多∣百分点. */
function readCounted(text: string, at: number): (Unit & { half?: true; more?: '>' }) | undefined {
  const inside = text[at] === '个' && (text[at + 1] === '半' || text[at + 1] === '多') ? text[at + 1] : undefined
  if (inside) {
    const whole = readUnit(`个${text.slice(at + 2, at + 10)}`, 0)
    if (whole && whole.unit.length > 1 && whole.kind !== 'count')
      return { ...whole, end: at + 1 + whole.end, ...(inside === '半' ? { half: true } : { more: '>' }) }
  }
  const unit = readUnit(text, at)
  const half = unit && (unit.kind === 'duration' || unit.unit === '倍') && matchAt(HALF, text, unit.end)
  return half ? { ...unit, end: unit.end + 1, half: true } : unit
}

function readPlain(text: string, at: number): Quantity | undefined {
  const amount = readNumeralRun(text, at)
  if (!amount) return undefined
  if (!amount.digits) return { ...NO_NUMBER, start: at, end: amount.end, spelt: amount.spelt }
  const found = readRatio(text, at, amount) ?? readRange(text, at, amount)
  if (found) return found
  const unit = readCounted(text, amount.end)
  const late = unit && '多余'.includes(text[unit.end] ?? '-') && /[,、;。)]/.test(text[unit.end + 1] ?? '。')
  const more = amount.more || unit?.more || (late ? '>' : '')
  return {
    start: at,
    end: (unit?.end ?? amount.end) + (late ? 1 : 0),
    value: numberOf(amount) + (unit?.half ? 0.5 : 0),
    unit: unit?.unit ?? '',
    kind: unit?.kind ?? 'none',
    ...(more && { comparator: more }),
    spelt: amount.spelt,
    rule: unit ? `${unit.kind}` : 'bare',
  }
}
