const DIGITS = '〇一二三四五六七八九'
const FORMAL = '零壹贰叁肆伍陆柒捌玖'
const FORMAL_TRADITIONAL = '零壹貳參肆伍陸柒捌玖'
const STEMS = '甲乙丙丁戊己庚辛壬癸'
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥'
const ROMAN: readonly string[] = ['m', 'cm', 'd', 'cd', 'c', 'xc', 'l', 'xl', 'x', 'ix', 'v', 'iv', 'i']
const ROMAN_VALUES: readonly number[] = [1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1]

/** 1 to 9999 with units: 110 → 一百一十; 零 where a unit between is left out. */
function counted(n: number, digits: string, units: string): string {
  if (n < 1 || n > 9999) return String(n)
  let out = ''
  let gap = false
  for (let power = 3; power >= 0; power--) {
    const digit = Math.floor(n / 10 ** power) % 10
    if (digit === 0) {
      gap = out !== ''
      continue
    }
    if (gap) out += digits[0] === '〇' ? '零' : digits[0]
    gap = false
    out += digits[digit]! + (power > 0 ? units[power - 1] : '')
  }
  return units[0] === '十' ? out.replace(/^一十/, '十') : out
}

const spelled = (n: number) => [...String(n)].map((digit) => DIGITS[Number(digit)]).join('')
const letter = (n: number, first: number) => String.fromCharCode(first + ((n - 1) % 26)).repeat(Math.ceil(n / 26))
/** The n-th of a run of signs that Unicode has for 1 to `last`, else the plain number. */
const sign = (n: number, first: number, last: number) => (n <= last ? String.fromCharCode(first + n - 1) : String(n))

function roman(n: number): string {
  let out = ''
  ROMAN.forEach((numeral, i) => {
    for (; n >= ROMAN_VALUES[i]! && out.length < 40; n -= ROMAN_VALUES[i]!) out += numeral
  })
  return out
}

/** Number formats by their names in ISO/IEC 29500 (ST_NumberFormat); others are decimal. */
const FORMATS: Readonly<Record<string, (n: number) => string>> = {
  none: () => '',
  decimalZero: (n) => String(n).padStart(2, '0'),
  decimalFullWidth: (n) => [...String(n)].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join(''),
  decimalEnclosedCircle: (n) => sign(n, 0x2460, 20),
  decimalEnclosedCircleChinese: (n) => sign(n, 0x2460, 20),
  decimalEnclosedParen: (n) => sign(n, 0x2474, 20),
  decimalEnclosedFullstop: (n) => sign(n, 0x2488, 20),
  ideographEnclosedCircle: (n) => sign(n, 0x3280, 10),
  chineseCounting: (n) => (n < 100 ? counted(n, DIGITS, '十百千') : spelled(n)),
  chineseCountingThousand: (n) => counted(n, DIGITS, '十百千'),
  japaneseCounting: (n) => counted(n, DIGITS, '十百千'),
  taiwaneseCounting: (n) => (n < 100 ? counted(n, DIGITS, '十百千') : spelled(n)),
  taiwaneseCountingThousand: (n) => counted(n, DIGITS, '十百千'),
  ideographDigital: spelled,
  japaneseDigitalTenThousand: spelled,
  taiwaneseDigital: spelled,
  chineseLegalSimplified: (n) => counted(n, FORMAL, '拾佰仟'),
  ideographLegalTraditional: (n) => counted(n, FORMAL_TRADITIONAL, '拾佰仟'),
  ideographTraditional: (n) => STEMS[n - 1] ?? String(n),
  ideographZodiac: (n) => BRANCHES[n - 1] ?? String(n),
  upperLetter: (n) => letter(n, 65),
  lowerLetter: (n) => letter(n, 97),
  upperRoman: (n) => roman(n).toUpperCase(),
  lowerRoman: roman,
}

/** A number as a format of word processors writes it: (12, 'chineseCounting') → 十二 */
export function formatNumber(n: number, format: string): string {
  return n < 1 ? String(n) : (FORMATS[format]?.(n) ?? String(n))
}
