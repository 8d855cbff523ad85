import { isHan } from '../../text/han.js'
import { simplify } from '../../text/script.js'
import { codeOf } from './gbk.js'
import type { Reads, Slot } from './paths.js'

/** The tables that `data/generated/repair.ts` packs. */
export interface Tables {
  readonly WORDS: string
  readonly READINGS: string
  readonly NATURAL: string
}

/** What is known of words and readings. */
export interface Lexicon {
  readonly reads: Reads
  /** The logarithm of how likely a simplified word is; undefined for what is no word. */
  likelihood(word: string): number | undefined
  /** The characters that may stand in a slot. */
  fill(slot: Slot): readonly string[]
  /** A character in simplified script. */
  simple(c: string): string
}

const MARKS = '。、“”《》'
const LEVEL_A = 'a'.charCodeAt(0)

/** Unpacks the tables; the script tables must be loaded. */
export function unpackLexicon({ WORDS, READINGS, NATURAL }: Tables): Lexicon {
  const words = unpackWords(WORDS)
  const readings = new Map<string, string>()
  for (const entry of READINGS.split(' ')) {
    const [syllable] = /^[a-z]+/.exec(entry)!
    readings.set(syllable, entry.slice(syllable.length))
  }
  const slots = new Map<string, string[]>()
  for (const c of MARKS + NATURAL)
    for (const key of [`lead ${codeOf(c) >> 8}`, `trail ${codeOf(c) & 255}`])
      slots.set(key, [...(slots.get(key) ?? []), c])
  const simple = new Map<string, string>()
  return {
    reads: (c, syllable) => readings.get(syllable)?.includes(c) ?? false,
    likelihood: (word) => words.get(word),
    fill: ({ lead, trail }) => slots.get(lead === undefined ? `trail ${trail}` : `lead ${lead}`) ?? [],
    simple(c) {
      const known = simple.get(c)
      if (known !== undefined) return known
      const plain = isHan(c.charCodeAt(0)) ? simplify(c) : c
      simple.set(c, plain)
      return plain
    },
  }
}

/** `专j业n科k`: 专 with the level of its count, 专业, 专科 with theirs → the logarithm of each likelihood. */
function unpackWords(packed: string): Map<string, number> {
  const levels = new Map<string, number>()
  let total = 0
  for (const line of packed.split(' '))
    for (const [, rest, level] of line.slice(1).matchAll(/([^a-z]*)([a-z])/g)) {
      const exponent = level!.charCodeAt(0) - LEVEL_A
      levels.set(line[0]! + rest!, exponent * Math.LN2)
      total += 2 ** exponent
    }
  const log = Math.log(total)
  for (const [word, level] of levels) levels.set(word, level - log)
  return levels
}
