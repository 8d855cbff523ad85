import { isHan } from '../../text/han.js'
import type { Lexicon } from './lexicon.js'

/** How often characters stand side by side in a page. */
export type Pairs = ReadonlyMap<string, number>

const LONGEST_WORD = 4
const UNKNOWN = -22
const LETTER = -8
const MARK = -6
const STOP = -4.5
const LIKE_STOP = /[。、“”《》]/
const STOP_AT_MARK = -12
const BEFORE_MARK = /[，,、。；;：:？?）)]/
const BEHIND_MARK = /[，,、。；;：:（(《“]/
const STOP_AT_END = 3

/** Counts the neighbours of a page: 「專科」 → 專科 1. */
export function countPairs(text: string): Pairs {
  const pairs = new Map<string, number>()
  for (let i = 1; i < text.length; i++) {
    if (!isText(text[i]!) || !isText(text[i - 1]!)) continue
    const pair = text.slice(i - 1, i + 1)
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return pairs
}

function isText(c: string): boolean {
  return c === '。' || isHan(c.charCodeAt(0))
}

/** How well a text reads, as a logarithm: its likeliest words, and its neighbours as the page has them elsewhere. */
export function scoreText(text: string, lexicon: Lexicon, pairs: Pairs): number {
  let score = scoreWords(text, lexicon)
  for (let i = 1; i < text.length; i++) score += Math.log1p(pairs.get(text.slice(i - 1, i + 1)) ?? 0)
  for (let at = text.indexOf('。'); at >= 0; at = text.indexOf('。', at + 1)) {
    if (text[at + 1] === '\n') score += STOP_AT_END
    if (BEFORE_MARK.test(text[at + 1] ?? '') || BEHIND_MARK.test(text[at - 1] ?? '')) score += STOP_AT_MARK
  }
  return score
}

/** The likeliest way to cut a text into words. */
function scoreWords(text: string, lexicon: Lexicon): number {
  const plain = Array.from(text, (c) => lexicon.simple(c)).join('')
  const best = [0]
  for (let end = 1; end <= plain.length; end++) {
    let score = best[end - 1]! + scoreCharacter(plain[end - 1]!, lexicon)
    for (let start = Math.max(0, end - LONGEST_WORD); start < end - 1; start++) {
      const word = lexicon.likelihood(plain.slice(start, end))
      if (word !== undefined && best[start]! + word > score) score = best[start]! + word
    }
    best.push(score)
  }
  return best[plain.length]!
}

function scoreCharacter(c: string, lexicon: Lexicon): number {
  if (isHan(c.charCodeAt(0))) return lexicon.likelihood(c) ?? UNKNOWN
  if (c === '?') return MARK
  if (LIKE_STOP.test(c)) return STOP
  if (/[a-z\\|~`{}^_@]/i.test(c)) return LETTER
  return /[\s!-?[\]、。〈-】〔〕“”‘’！-？·…—％℃]/.test(c) ? 0 : UNKNOWN
}
