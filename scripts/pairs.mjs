// src/data/generated/pairs.ts: which words stand behind which, for the repair of damaged pages.
// Source: the bigram table of HanLP, hanlp-portable 1.8.4 (com.hankcs, Apache-2.0), a jar of 8 MB that is no npm package:
// fetch it with `mvn dependency:get -Dartifact=com.hankcs:hanlp:portable-1.8.4 -Dtransitive=false`, then `node scripts/pairs.mjs JAR`.
import { readFileSync, writeFileSync } from 'node:fs'
import { unzipSync } from 'fflate'

const [, , jar] = process.argv
if (!jar) throw new Error('usage: node scripts/pairs.mjs hanlp-portable-1.8.4.jar')

const DICTIONARY = 'data/dictionary/CoreNatureDictionary.mini.txt.bin'
const BIGRAMS = 'data/dictionary/CoreNatureDictionary.ngram.mini.txt.table.bin'
/** Rarer pairs cost more room than they decide places. */
const RAREST = 4
/** A pair is kept if it is this many times as common as chance would have it, or tells of a beginning, an end or a number. */
const LEAST_LIFT = 5
const LEVELS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
/** What newspapers, which the table counts, begin and end with less often than notices do. */
const NOTICES = {
  '。': { 县: 350, 可: 150, 总: 30 },
  局: { $: 60 },
  厅: { $: 30 },
  会: { $: 60 },
  室: { $: 30 },
  委: { $: 20 },
}

const files = unzipSync(readFileSync(jar), { filter: ({ name }) => name === DICTIONARY || name === BIGRAMS })
const ints = (bytes) => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return (at) => view.getInt32(at)
}

/** The words of a dictionary by number: attributes, then a double-array trie whose leaves hold −number − 1. */
function readWords(bytes) {
  const int = ints(bytes)
  const counts = []
  let at = 4
  for (let i = int(0); i > 0; i--) {
    counts.push(int(at))
    at += 8 + 8 * int(at + 4)
  }
  const size = int(at)
  const base = (i) => int(at + 4 + 8 * i)
  const children = new Map()
  for (let i = 1; i < size; i++) {
    const parent = int(at + 8 + 8 * i)
    if (!children.has(parent)) children.set(parent, [])
    children.get(parent).push(i)
  }
  const words = []
  const open = [[base(0), '']]
  for (let next = open.pop(); next; next = open.pop())
    for (const i of children.get(next[0]) ?? [])
      if (i !== next[0]) open.push([base(i), next[1] + String.fromCharCode(i - next[0] - 1)])
      else if (base(i) < 0) words[-base(i) - 1] = next[1]
  return [words, new Map(words.map((word, i) => [word, counts[i]]))]
}

/** Two serialised arrays of Java: where the pairs of each word begin, and the pairs as second word and count. */
function readPairs(bytes) {
  const int = ints(bytes)
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const first = text.indexOf('xp', 0, 'latin1') + 2
  const starts = Array.from({ length: int(first) }, (_, i) => int(first + 4 + 4 * i))
  const second = text.indexOf(Buffer.from([0x75, 0x71]), first + 4 + 4 * starts.length) + 6
  return starts.slice(0, -1).map((start, word) =>
    Array.from({ length: starts[word + 1] - start }, (_, i) => {
      const at = second + 4 + 8 * (start + i)
      return [int(at), int(at + 4)]
    }),
  )
}

/** A word as the tables write it: a sentence begins behind 。, ends at $, and 0 is any number; '' for what is left out. */
function nameOf(word, isFirst) {
  if (word === '始##始') return isFirst ? '。' : ''
  if (word === '末##末') return isFirst ? '' : '$'
  if (word === '未##数') return '0'
  if (word === '。' && isFirst) return ''
  return /^(?:\p{Script=Han}{1,4}|[，。、；：（）“”《》？！])$/u.test(word ?? '') ? word : ''
}

const [words, counts] = readWords(files[DICTIONARY])
const behind = new Map()
readPairs(files[BIGRAMS]).forEach((pairs, number) => {
  const first = nameOf(words[number], true)
  const named = pairs.map(([second, count]) => [nameOf(words[second], false), count]).filter(([second]) => second)
  if (first && named.length > 0) behind.set(first, new Map(named))
})
for (const [first, more] of Object.entries(NOTICES))
  for (const [second, count] of Object.entries(more)) {
    const seconds = behind.get(first) ?? new Map()
    behind.set(first, seconds.set(second, (seconds.get(second) ?? 0) + count))
  }
const sum = (list) => list.reduce((all, count) => all + count, 0)
const everything = sum([...counts].filter(([word]) => !word.includes('##')).map(([, count]) => count))
const isTelling = (first, second, count) =>
  count >= RAREST &&
  (/[。0$]/.test(first + second) ||
    (count * everything) / ((counts.get(first) || 1) * (counts.get(second) || 1)) >= LEAST_LIFT)
const level = (count) => LEVELS[2 * Math.round(Math.log2(count))]
const lines = []
let all = 0
for (const [first, seconds] of behind) {
  const common = [...seconds].filter(([second, count]) => isTelling(first, second, count))
  if (common.length === 0) continue
  const total = sum([...seconds.values()])
  all += total
  lines.push(first + level(total) + common.map(([second, count]) => second + level(count)).join(''))
}
writeFileSync(
  new URL('../src/data/generated/pairs.ts', import.meta.url),
  `// Written by \`node scripts/pairs.mjs\` from the bigram table of HanLP, hanlp-portable 1.8.4 (Apache-2.0).
/** What stands behind a word: each text with a letter for twice the binary logarithm of its count, the word's own first. */
export const PAIRS =
  '${lines.join(' ')}'
/** The sum of their counts. */
export const ALL_PAIRS = ${all}
`,
)
