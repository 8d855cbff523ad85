// src/data/generated/repair.ts: what the repair of damaged pages knows of words and readings.
// Words and counts: dict.txt of @node-rs/jieba (MIT). Readings: pinyin-pro (MIT). Script: opencc-js (Apache-2.0).
import { readFileSync, writeFileSync } from 'node:fs'
import { Converter } from 'opencc-js/t2cn'
import { pinyin, polyphonic } from 'pinyin-pro'
import pairs from '../../node_modules/opencc-js/dist/esm-lib/dict/STCharacters.js'

/** Rarer words are left out: they cost more room than they decide places. */
const RAREST_WORD = 100
const RAREST_CHARACTER = 40

const simplify = Converter({ from: 't', to: 'cn' })
const gbk = new TextDecoder('gbk')

/** Every Han character of the two-byte code. */
function* hanOfGbk() {
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const c = trail === 0x7f ? '' : gbk.decode(Uint8Array.of(lead, trail))
      if (/^\p{Script=Han}$/u.test(c)) yield c
    }
}

/** Words by their first character, each rest closed by a letter for the logarithm of its count: `专j业n科k门m`. */
function packWords() {
  const lines = new Map()
  const dictionary = readFileSync(new URL('../../node_modules/@node-rs/jieba/dict.txt', import.meta.url), 'utf8')
  const singles = new Map()
  for (const line of dictionary.split('\n')) {
    const [word, count] = line.split(' ')
    if (!/^\p{Script=Han}{1,4}$/u.test(word) || word.length > 4) continue
    if (word.length === 1) singles.set(word, Number(count))
    if (Number(count) < (word.length === 1 ? 2 : RAREST_WORD)) continue
    const level = String.fromCharCode(97 + Math.round(Math.log2(Number(count))))
    if (!lines.has(word[0])) lines.set(word[0], [])
    lines.get(word[0]).push([word.slice(1), level])
  }
  const packed = [...lines].map(([first, rests]) => {
    const alone = rests.find(([rest]) => rest === '')?.[1] ?? 'a'
    return (
      first +
      alone +
      rests
        .filter(([rest]) => rest)
        .map(([rest, level]) => rest + level)
        .join('')
    )
  })
  return { packed: packed.join(' '), singles }
}

/** Toneless syllable → the traditional characters that are read so: `ji機計績`. */
function packReadings() {
  const readings = new Map()
  for (const c of hanOfGbk()) {
    const plain = simplify(c)
    if (plain === c) continue
    const syllables = new Set(
      [c, plain].flatMap((one) => [
        ...(polyphonic(one, { toneType: 'none', v: true })[0] ?? '').split(' '),
        pinyin(one, { toneType: 'none', v: true }),
      ]),
    )
    for (const syllable of syllables)
      if (/^[a-z]+$/.test(syllable)) readings.set(syllable, (readings.get(syllable) ?? '') + c)
  }
  return [...readings]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([syllable, chars]) => syllable + chars)
    .join(' ')
}

export default function () {
  const { packed, singles } = packWords()
  const forms = new Map(pairs.split('|').map((pair) => [pair.split(' ')[0], pair.split(' ').slice(1)]))
  const natural = [...hanOfGbk()].filter((c) => {
    const plain = simplify(c)
    return (forms.get(plain) ?? [plain]).includes(c) && (singles.get(plain) ?? 0) >= RAREST_CHARACTER
  })
  writeFileSync(
    new URL('../../src/data/generated/repair.ts', import.meta.url),
    `// Written by \`npm run gen\` from dict.txt of @node-rs/jieba (MIT), pinyin-pro (MIT) and opencc-js (Apache-2.0).
/** Words by first character; the letter behind each rest is the binary logarithm of its count, from a. */
export const WORDS =
  '${packed}'
/** Toneless syllable and the traditional characters that are read so. */
export const READINGS =
  '${packReadings()}'
/** Characters that a traditional text may well hold. */
export const NATURAL =
  '${natural.join('')}'
`,
  )
}
