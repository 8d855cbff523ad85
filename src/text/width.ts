import { isBlank, isHan } from './han.js'
import { NARROW, WIDE } from './marks.js'

/** Han characters and the punctuation that stands only among them. */
function isChinese(c: string | undefined): boolean {
  return c !== undefined && (isHan(c.charCodeAt(0)) || '、。《》〈〉“”‘’〔〕【】「」…'.includes(c))
}

/** Full-width letters, digits and signs to ASCII, all but the seven marks whose width depends on their neighbours. */
function narrow(c: string): string {
  const unit = c.charCodeAt(0)
  return unit >= 0xff01 && unit <= 0xff5e && !(c in NARROW) ? String.fromCharCode(unit - 0xfee0) : c
}

/**
 * Joins what white space separates, but for a single space between two words of Latin letters or digits. A tab, or a
 * wide gap between two numbers, parts the cells of a table.
 */
function squeeze(text: string): string {
  let out = ''
  let last = ''
  let gap = false
  let cell = false
  let wide = false
  for (let i = 0; i < text.length; i++) {
    if (isBlank(text.charCodeAt(i))) {
      cell ||= text[i] === '\t'
      wide ||= text[i] === '\u3000' || (i > 0 && text[i] === ' ' && text[i - 1] === ' ')
      gap = text.charCodeAt(i) !== 0x200b && text.charCodeAt(i) !== 0xfeff ? true : gap
      continue
    }
    const c = narrow(text[i]!)
    if (cell || (wide && /\d/.test(last) && /\d/.test(c))) {
      if (last !== '' && last !== '|' && c !== '|') out += '|'
    } else if (gap && /[A-Za-z0-9]/.test(last) && /[A-Za-z0-9]/.test(c) && /[A-Za-z]/.test(last + c)) out += ' '
    cell = wide = false
    gap = false
    out += c
    last = c
  }
  return out
}

/** Units that are normal wherever they stand: Han and its own punctuation, ASCII digits, letters and signs. */
const PLAIN = new Uint8Array(65536).fill(1, 0x3001, 0xff00).fill(1, 0x2014, 0x201e)
for (const c of '，；：0123456789%.+-ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz') PLAIN[c.charCodeAt(0)] = 1
const isBracket = (unit: number): boolean => unit === 0xff08 || unit === 0xff09

/** True for text that is normal as it is. */
function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (PLAIN[unit] === 1) continue
    if (!isBracket(unit) || !(isHan(text.charCodeAt(i - 1)) || isHan(text.charCodeAt(i + 1)))) return false
  }
  return true
}

/**
 * A text value as a plan prints it (plan-format section 2): spaces inside Chinese text removed, letters and digits
 * half-width, `，；：？！（）` full-width beside Han characters, both marks of a pair alike.
 * 「1/3 左右的机构,（试行)」 → 「1/3左右的机构，（试行）」; the tab between two cells of a table becomes `|`.
 */
export function normalise(text: string): string {
  if (isPlain(text)) return text
  const chars = [...squeeze(text)]
  const open: number[] = []
  for (let i = 0; i < chars.length; i++) {
    const c = chars[i]!
    if (c === '(' || c === '（') open.push(i)
    else if (c === ')' || c === '）') {
      const start = open.pop()
      const places = start === undefined ? [i] : [start, i]
      const wide = places.some((p) => isChinese(chars[p - 1]) || isChinese(chars[p + 1]))
      for (const p of places) {
        const other = wide ? WIDE[chars[p]!] : start === undefined ? undefined : NARROW[chars[p]!]
        if (other) chars[p] = other
      }
    }
  }
  for (const p of open) if (isChinese(chars[p - 1]) || isChinese(chars[p + 1])) chars[p] = '（'
  for (let i = 0; i < chars.length; i++) {
    const wide = WIDE[chars[i]!]
    if (!wide || chars[i] === '(' || chars[i] === ')') continue
    const beside = (c: string | undefined) => isChinese(c) || c === '（' || c === '）'
    if (beside(chars[i - 1]) || beside(chars[i + 1])) chars[i] = wide
  }
  return chars.join('')
}

/** Full-width letters, digits and signs to ASCII, Chinese punctuation left alone: 「９５％，Ａ级」 → 「95%，A级」 */
export const narrowed = (text: string): string => text.replace(/[\uff01-\uff5e]/g, narrow)
