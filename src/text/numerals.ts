const DIGITS = new Map([...'〇零○一二三四五六七八九'].map((c, i) => [c, Math.max(0, i - 2)]))
DIGITS.set('两', 2)
/** Words of scale and the power of ten that they say: 万 → 4. */
export const POWERS: ReadonlyMap<string, number> = new Map([
  ['十', 1],
  ['百', 2],
  ['千', 3],
  ['万', 4],
  ['亿', 8],
])
for (const [formal, plain] of ['壹一', '贰二', '叁三', '肆四', '伍五', '陆六', '柒七', '捌八', '玖九'].map((p) => [
  ...p,
]))
  DIGITS.set(formal!, DIGITS.get(plain!)!)

/** Characters that a Chinese number is written with. */
export const NUMERAL = '〇零○一二三四五六七八九十百千万亿两'

/**
 * The whole number that Chinese numerals say: 「二十三」 → 23, 「一千零五」 → 1005, 「三亿二千万」 → 320000000, 「二〇一九」 → 2019, 「3万」 → undefined.
 * Undefined for anything that is no well-formed number.
 */
export function readNumeral(text: string): number | undefined {
  if (text.length === 0 || text.length > 24) return undefined
  if ([...text].every((c) => DIGITS.has(c))) {
    if (text.length > 1 && text.includes('两')) return undefined
    return Number([...text].map((c) => DIGITS.get(c)).join(''))
  }
  let total = 0
  let section = 0
  let digit: number | undefined
  let last = 9
  for (const c of text) {
    const power = POWERS.get(c)
    if (power === undefined) {
      if (!DIGITS.has(c) || (digit !== undefined && digit !== 0)) return undefined
      digit = DIGITS.get(c)!
    } else if (power >= 4) {
      const own = section + (digit ?? 0)
      if (total >= 10 ** power && (power === 8 || total % 1e8 !== 0)) return undefined
      total = total >= 1e8 ? total + own * 10 ** power : (total + own) * 10 ** power
      section = 0
      digit = undefined
      last = 9
    } else {
      if (power >= last) return undefined
      section += (digit ?? 1) * 10 ** power
      digit = undefined
      last = power
    }
  }
  return total + section + (digit ?? 0)
}

const ROMAN = [
  'I',
  'II',
  'III',
  'IV',
  'V',
  'VI',
  'VII',
  'VIII',
  'IX',
  'X',
  'XI',
  'XII',
  'XIII',
  'XIV',
  'XV',
  'XVI',
  'XVII',
  'XVIII',
  'XIX',
  'XX',
]

/** The number, up to 20, that Roman numerals say: 「iv」 → 4, 「Ⅶ」 → 7; undefined for anything else. */
export function readRoman(text: string): number | undefined {
  const number = ROMAN.indexOf(text.normalize('NFKC').toUpperCase()) + 1
  return number > 0 ? number : undefined
}

/** A decimal number times a power of ten, without binary rounding: ("1.1", 8) → 110000000, ("4.07", 0) → 4.07. */
export function scaleDecimal(digits: string, power: number): number {
  return Number(`${digits.replaceAll(',', '')}e${power}`)
}
