import { isHan } from '../../text/han.js'
import { isConvertible } from '../../text/script.js'

/** The glosses of a page: character → the syllable that stands behind every one of its occurrences. */
export type Glosses = ReadonlyMap<string, string>

const TONED = 'āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜḿńňǹ'
const OPEN = 0x28
const CLOSE = 0x29
const LONGEST = 'zhuāng'.length

const LETTER = new Uint8Array(65536)
for (const c of 'abcdefghijklmnopqrstuvwxyzüêɑɡ') LETTER[c.charCodeAt(0)] = 1
for (const c of TONED) LETTER[c.charCodeAt(0)] = 2

/** The readings that bear no tone: what a conversion puts behind these characters looks like any letters in brackets. */
const NEUTRAL: Readonly<Record<string, string>> = { 們: 'men', 麼: 'me', 嗎: 'ma' }
const NEUTRALS = new Set(Object.values(NEUTRAL))

/** The end of a syllable with one tone mark, or known for none, and its closing bracket: 「wèi)生」 at 0 → 4; −1 where there is none. */
export function syllableEnd(text: string, at: number): number {
  let tones = 0
  for (let i = at; i <= at + LONGEST; i++) {
    const unit = text.charCodeAt(i)
    if (unit === CLOSE) return tones === 1 || (tones === 0 && NEUTRALS.has(text.slice(at, i))) ? i + 1 : -1
    const letter = LETTER[unit]
    if (!letter) return -1
    tones += letter - 1
  }
  return -1
}

/** The end of a gloss that opens at an offset: 「衛(wèi)生」 at 1 → 6; −1 where none does. */
export function glossEnd(text: string, at: number): number {
  const end = text.charCodeAt(at) === OPEN ? syllableEnd(text, at + 1) : -1
  const syllable = end > 0 ? text.slice(at + 1, end - 1) : ''
  const before = text[at - 1] ?? ''
  return NEUTRALS.has(syllable) && before !== '?' && NEUTRAL[before] !== syllable ? -1 : end
}

/** The end of a gloss that a page damaged twice has twice: 「衛(wèi)(wèi)生」, the first ending at 6 → 11. */
export function repeatEnd(text: string, at: number, end: number): number {
  let last = end
  while (text.startsWith(text.slice(at, end), last)) last += end - at
  return last
}

const plain = new Map<string, string>()

/** A syllable without its tone: `jì` → `ji`. */
export function toneless(syllable: string): string {
  const known = plain.get(syllable) ?? stripTone(syllable)
  plain.set(syllable, known)
  return known
}

function stripTone(syllable: string): string {
  return syllable
    .replaceAll('ü', 'v')
    .normalize('NFD')
    .replace(/\u0308/g, 'v')
    .replace(/uv/g, 'v')
    .replace(/\p{M}/gu, '')
}

/** Calls back for every gloss behind a Han character. */
export function eachGloss(text: string, see: (at: number, end: number) => void): void {
  for (let at = text.indexOf('(', 1); at >= 0; at = text.indexOf('(', at + 1)) {
    const end = glossEnd(text, at)
    if (end > 0 && isHan(text.charCodeAt(at - 1))) see(at, end)
  }
}

/** A stretch of a page without its glosses: 「衛(wèi)生」 → 「衛生」 */
export function stripGlosses(text: string, from: number, to: number): string {
  let out = ''
  for (let at = from; at < to; ) {
    const end = at > from && isHan(text.charCodeAt(at - 1)) ? glossEnd(text, at) : -1
    if (end < 0) out += text[at]
    at = end < 0 ? at + 1 : repeatEnd(text, at, end)
  }
  return out
}

/** One character of a page: how often it is glossed and how often not, and its first syllable. */
interface Count {
  readonly syllable: string
  glossed: number
  bare: number
}

/**
 * The glosses that a conversion put into a page, undefined for any other page. Damage glosses a traditional character
 * always or never, with one reading; a primer or a dictionary glosses simplified ones too, now and then, and each in its way.
 */
export function readGlosses(text: string): Glosses | undefined {
  if (last?.text !== text) last = { text, glosses: findGlosses(text) }
  return last.glosses
}

/** Every kind of repair asks about the same page. */
let last: { readonly text: string; readonly glosses: Glosses | undefined } | undefined

/** Characters that a converter to traditional script puts: 著 too, which it has for 着, though simplified text knows it as well. */
const isTelling = (c: string) => c === '著' || isConvertible(c)

function findGlosses(text: string): Glosses | undefined {
  const counts = new Map<string, Count>()
  let first = -1
  let end = 0
  let hits = 0
  let others = 0
  eachGloss(text, (at, close) => {
    const c = text[at - 1]!
    const syllable = text.slice(at + 1, close - 1)
    const count = counts.get(c)
    if (!isTelling(c) || (count && count.syllable !== syllable)) others++
    else {
      hits++
      if (count) count.glossed++
      else counts.set(c, { syllable, glossed: 1, bare: 0 })
    }
    if (first < 0) first = at - 1
    end = close
  })
  if (hits < 3 || counts.size < 2 || others * 9 > hits) return undefined
  // A part of a page may be damaged alone, but then glosses repeat: first mentions that an author glossed do not.
  const part = text.slice(first, end)
  return (
    listed(hits < 2 * counts.size ? text : part, counts, hits, 9) ??
    (hits >= MANY ? listed(part, counts, hits, 50) : undefined)
  )
}

/** As many glosses, hardly one of them missing in a part of a page, no author puts. */
const MANY = 30

/** The characters that are glossed more often than not, if there are so many glosses for each that is missing. */
function listed(text: string, counts: ReadonlyMap<string, Count>, hits: number, share: number): Glosses | undefined {
  const index = new Int16Array(65536)
  const occurrences = [0]
  for (const c of counts.keys()) index[c.charCodeAt(0)] = occurrences.push(0) - 1
  for (let i = 0; i < text.length; i++) occurrences[index[text.charCodeAt(i)]!]!++
  let bare = 0
  for (const [c, count] of counts) bare += count.bare = occurrences[index[c.charCodeAt(0)]!]! - count.glossed
  if (bare * share > hits) return undefined
  const sure = [...counts].filter(([, count]) => count.glossed > count.bare)
  return new Map(sure.map(([c, { syllable }]) => [c, syllable]))
}
