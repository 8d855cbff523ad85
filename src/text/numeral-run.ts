import { matchAt } from './match.js'
import { NUMERAL, POWERS, readNumeral } from './numerals.js'

/** A number as it is written: `digits` times ten to the `power`; `digits` is '' where the whole of it says no number. */
export interface NumeralRun {
  readonly digits: string
  readonly power: number
  readonly end: number
  /** What 余, 多, 几 (`>`) or 来 (`~`) behind or inside it makes of it. */
  readonly more: '' | '>' | '~'
  /** A small number in Chinese numerals: 三, 十四. */
  readonly spelt: boolean
}

const LONGEST_DIGITS = 20
/** 一二三(次产业): numerals in a row are no number. */
const POSITIONAL = /^[一二三四五六七八九]{2,}$/
/** 一点零五; no time of day, 八点零五分. */
const HAN_DECIMALS = /点([〇零○一二三四五六七八九]{1,6})(?![十百]|[分刻](?!之))/y
/** 一七.六八∣亿, 六九○○∣万, numerals set as digits, where a dot or a word of scale shows it. */
const SET_AS_DIGITS =
  /[〇零○一二三四五六七八九]{1,4}\.[〇零○一二三四五六七八九]{1,4}(?![〇零○一二三四五六七八九、])|[一二三四五六七八九][〇零○一二三四五六七八九]{2,7}(?=[万亿])/y
/** A word of scale that begins no unit or noun: 千瓦, 百姓, 千家万户. */
const SCALE = /[十百千万亿](?!(?<=千)(?:瓦|克|米|伏|卡|帕|焦|赫|家万户)|(?<=百)(?:分|姓|货|强))/y
const SCALES = new RegExp(`(?:${SCALE.source})+`, 'y')
const HAN = new RegExp(`(?:(?![十百千万亿])[${NUMERAL}]|${SCALE.source}){1,16}`, 'y')
/** What goes on behind a word of scale: 12万∣3千, 48万∣2150, 3万∣零∣500, 3万∣五千. */
const NEXT = new RegExp(`[零〇○]?(?:(?=\\d)|([一二三四五六七八九两])(?=${SCALE.source}))`, 'y')
/** 几十万, 数百, 上千: nobody knows how many. */
const VAGUE = /(?:[几数]|(?<![以线网])上)$/
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

/** Digits and the words of scale behind them, in order, and where they end: 12万3千 → 12, 万, 3, 千. */
function partsFrom(text: string, at: number): { parts: string[]; end: number } {
  const parts: string[] = []
  let end = at
  for (let rounds = 0; rounds < 6; rounds++) {
    const stop = endOfDigits(text, end)
    if (stop > end) parts.push(text.slice(end, stop).replaceAll(',', ''))
    const scales = matchAt(SCALES, text, stop)?.[0] ?? ''
    parts.push(...scales)
    end = stop + scales.length
    const next = scales && matchAt(NEXT, text, end)
    if (!next) break
    if ('零〇○'.includes(next[0][0] ?? '-')) parts.push('零')
    if (next[1]) parts.push(String(readNumeral(next[1])))
    end += next[0].length
  }
  return { parts, end }
}

/** What digits and words of scale say together; undefined where they do not go together: 1.2万3千, 3千5万2, 1万2. */
function sumOf(parts: readonly string[]): number | undefined {
  let [total, section, own, least, zero] = [0, 0, 0, Number.POSITIVE_INFINITY, false]
  let width = 0
  for (const part of parts) {
    const power = POWERS.get(part)
    if (part === '零') zero = true
    else if (power === undefined) {
      own = Number(part)
      width = part.length
      if (own >= 10 ** least || !Number.isInteger(own)) return undefined
    } else {
      if (power < 4 ? power >= least : total >= 10 ** power && (power === 8 || total % 1e8 !== 0)) return undefined
      if (power < 4) section += own * 10 ** power
      else total = (total >= 1e8 ? total : 0) + ((total >= 1e8 ? 0 : total) + section + own) * 10 ** power
      if (power >= 4) section = 0
      ;[own, width, least, zero] = [0, 0, power, false]
    }
  }
  // 48万2150, not 1万2, which may be 12000.
  if (width > 0 && !zero && width !== least) return undefined
  const sum = total + section + own
  return Number.isSafeInteger(sum) ? sum : undefined
}

const powerOf = (scales: string): number => [...scales].reduce((sum, scale) => sum + POWERS.get(scale)!, 0)

type Read = Pick<NumeralRun, 'digits' | 'power' | 'end' | 'spelt'>

function readDigits(text: string, at: number): Read {
  const { parts, end } = partsFrom(text, at)
  const powers = parts.slice(1).map((part) => POWERS.get(part) ?? 0)
  const none = { digits: '', power: 0, end, spelt: false }
  if (parts[0]!.length > LONGEST_DIGITS) return none
  if (powers.every((power, i) => power > (powers[i - 1] ?? 0)))
    return { digits: parts[0]!, power: powers.reduce((a, b) => a + b, 0), end, spelt: false }
  const sum = sumOf(parts)
  return sum === undefined ? none : { ...none, digits: String(sum) }
}

/** 三百五 may be 350 or a slip: a digit right behind 百, 千 or 万 says nothing sure. */
const COLLOQUIAL = /[百千万亿][一二三四五六七八九]$/

function readHan(text: string, at: number): Read | undefined {
  const set = matchAt(SET_AS_DIGITS, text, at)?.[0]
  if (set) {
    const scales = matchAt(SCALES, text, at + set.length)?.[0] ?? ''
    const { digits, power } = readDigits([...set].map((c) => readNumeral(c) ?? c).join('') + scales, 0)
    return { digits, power, end: at + set.length + scales.length, spelt: false }
  }
  const han = matchAt(HAN, text, at)?.[0]
  if (!han) return undefined
  const end = at + han.length
  const none = { digits: '', power: 0, end, spelt: true }
  const vague = /^[十百千万亿]+$/.test(han) && VAGUE.test(text.slice(Math.max(0, at - 2), at))
  const value =
    vague || POSITIONAL.test(han) || COLLOQUIAL.test(han) ? undefined : (powerAlone(han, text[end]) ?? readNumeral(han))
  const decimals = matchAt(HAN_DECIMALS, text, end)
  if (decimals) {
    const scales = matchAt(SCALES, text, HAN_DECIMALS.lastIndex)?.[0] ?? ''
    const stop = end + decimals[0].length + scales.length
    const { digits, power } = readDigits(
      `${value ?? ''}.${[...decimals[1]!].map((c) => readNumeral(c)).join('')}${scales}`,
      0,
    )
    return { digits: value === undefined ? '' : digits, power, end: stop, spelt: false }
  }
  if (value === undefined) return none
  // 三∣千万: in 二至三千万 the scale holds for both ends.
  const scales = /^[一二两三四五六七八九]([百千万亿]+)$/.exec(han)?.[1]
  if (scales) return { ...none, digits: String(readNumeral(han[0]!)), power: powerOf(scales), spelt: false }
  return { ...none, digits: String(value), spelt: value <= 20 }
}

/** 万余人: alone it is one of them, but 达到万美元 has lost its digits. */
function powerAlone(han: string, next: string | undefined): number | undefined {
  const power = POWERS.get(han)
  return power !== undefined && power >= 4 && (next === '余' || next === '多') ? 10 ** power : undefined
}

/**
 * The number that starts at an offset, read as the whole run of its digits, numerals and words of scale:
 * 「12万3千」 → 123000, 「一点零五亿」 → 1.05 × 10⁸, 「5千多万」 → more than 5 × 10⁷; undefined where none starts.
 */
export function readNumeralRun(text: string, at: number): NumeralRun | undefined {
  const read = isDigit(text[at]) ? readDigits(text, at) : readHan(text, at)
  if (!read) return undefined
  const mark = text[read.end]
  const round = /[0十百千万亿]/.test(text[read.end - 1]!)
  const some = mark === '余' || mark === '多' || (round && (mark === '来' || mark === '几'))
  if (!some) return { ...read, more: '' }
  const scales = matchAt(SCALES, text, read.end + 1)?.[0] ?? ''
  const power = read.power + powerOf(scales)
  return {
    ...read,
    power,
    end: read.end + 1 + scales.length,
    more: mark === '来' ? '~' : '>',
    spelt: false,
  }
}
