import { isHan } from '../../text/han.js'
import { WIDE } from '../../text/marks.js'
import { simplify } from '../../text/script.js'
import { codeOf } from './gbk.js'
import type { Reads, Slot } from './paths.js'

/** The tables of `data/generated/` that this kind of damage needs. */
export interface Tables {
  readonly WORDS: string
  readonly PAIRS: string
  readonly READINGS: string
  /** The sums of all counts. */
  readonly ALL_WORDS: number
  readonly ALL_PAIRS: number
  readonly NATURAL: string
}

/** A word with how likely it is. */
export interface Word {
  readonly text: string
  readonly share: number
  /** What stands behind it: packed, until someone asks. */
  packed?: string | undefined
  next?: Followers
}

/** What stands behind a word: each with its share, and the share that goes to all others. */
interface Followers {
  readonly shares: ReadonlyMap<string, number>
  readonly others: number
}

/** What is known of words, their neighbours and readings. */
export interface Lexicon {
  readonly reads: Reads
  /** A simplified word; undefined for what is no word. */
  word(text: string): Word | undefined
  /** How likely a word is behind another, as a logarithm. */
  follow(before: Word, word: Word): number
  /** False for a character that a traditional text hardly holds. */
  isNatural(c: string): boolean
  /** The characters that may stand in a slot. */
  fill(slot: Slot): readonly string[]
  /** A character in simplified script, a mark full-width, a digit as 0. */
  plain(c: string): string
}

const MARKS = '。、“”《》〈〉（）：；，！　—…·〔〕【】'
/** What a decoder may have taken along with a lone lead. */
const EATEN = [',', ';', ':', '(', ')', ' ']
/** What every count gives up for words that were not seen, and what a word gives for them at least. */
const DISCOUNT = 0.75
const LEAST = 0.2
/** The end of a line as a word. */
export const END = '$'
const END_SHARE = 0.001
const SMOOTH = 5
const LEVELS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** Opens the tables; the script tables must be loaded. Words and what stands behind them are unpacked as they are asked for. */
export function openLexicon(tables: Tables): Lexicon {
  const words = new Words(tables)
  const readings = new Map<string, string>()
  for (const entry of tables.READINGS.split(' ')) {
    const [syllable] = /^[a-z]+/.exec(entry)!
    readings.set(syllable, entry.slice(syllable.length))
  }
  const slots = new Map<number, string[]>()
  const natural = new Set(tables.NATURAL)
  for (const c of [...MARKS, ...natural])
    for (const key of [codeOf(c) & 0xff00, codeOf(c) & 0xff]) {
      const slot = slots.get(key)
      if (slot) slot.push(c)
      else slots.set(key, [c])
    }
  const plain = new Map<string, string>(Object.entries(WIDE))
  for (const digit of '123456789') plain.set(digit, '0')
  return {
    reads: (c, syllable) => readings.get(syllable)?.includes(c) ?? false,
    word: (text) => words.get(text),
    follow: (before, word) => words.follow(before, word),
    isNatural: (c) => natural.has(c),
    fill: ({ lead, trail, isMark }) => (isMark ? EATEN : (slots.get(lead === undefined ? trail! : lead << 8) ?? [])),
    plain(c) {
      const known = plain.get(c)
      if (known !== undefined) return known
      const simple = isHan(c.charCodeAt(0)) ? simplify(c) : c
      plain.set(c, simple)
      return simple
    },
  }
}

const COUNTS = new Float64Array(128)
for (let i = 0; i < LEVELS.length; i++) COUNTS[LEVELS.charCodeAt(i)] = 2 ** (i / 2)
const countOf = (level: string) => COUNTS[level.charCodeAt(0)]!

/** Words and marks with their shares, and the shares of their followers. */
class Words {
  /** `专s业y科u` by 专: what begins with it, each with the level of its count. */
  private readonly lines: ReadonlyMap<string, string>
  /** `应用m于e的e` by 应用: what stands behind it, each with the level of its count. */
  private readonly behind: ReadonlyMap<string, string>
  private readonly known = new Map<string, Word>([[END, { text: END, share: END_SHARE }]])
  private readonly opened = new Set<string>()
  private readonly tables: Tables

  constructor(tables: Tables) {
    this.tables = tables
    this.lines = new Map(tables.WORDS.split(' ').map((line) => [line[0]!, line.slice(1)]))
    this.behind = new Map(
      tables.PAIRS.split(' ').map((line) => {
        const end = line.search(/[a-zA-Z]/)
        return [line.slice(0, end), line.slice(end)]
      }),
    )
  }

  get(text: string): Word | undefined {
    const first = text[0]!
    if (!this.opened.has(first)) this.open(first)
    return this.known.get(text)
  }

  follow(before: Word, word: Word): number {
    before.next ??= this.unpack(before.packed)
    const { shares, others } = before.next
    return Math.log((shares.get(word.text) ?? 0) + others * word.share)
  }

  /** Unpacks what begins with a character; a mark is a word by itself. */
  private open(first: string): void {
    this.opened.add(first)
    const line = this.lines.get(first)
    if (line !== undefined)
      each(line, (rest, count) => {
        const text = first + rest
        this.known.set(text, { text, share: count / this.tables.ALL_WORDS, packed: this.behind.get(text) })
      })
    else {
      const packed = this.behind.get(first)
      if (packed) this.known.set(first, { text: first, share: countOf(packed[0]!) / this.tables.ALL_PAIRS, packed })
    }
  }

  private unpack(packed: string | undefined): Followers {
    if (packed === undefined) return NOBODY
    const shares = new Map<string, number>()
    let told = 0
    each(packed.slice(1), (text, count) => {
      shares.set(text, count)
      told += count
    })
    const total = Math.max(countOf(packed[0]!), told) + SMOOTH
    for (const [text, count] of shares) shares.set(text, Math.max(LEAST, count - DISCOUNT) / total)
    return { shares, others: (total - told + DISCOUNT * shares.size) / total }
  }
}

const NOBODY: Followers = { shares: new Map(), others: 1 }

/** Calls back for every text and the count that the letter behind it tells. */
function each(packed: string, see: (text: string, count: number) => void): void {
  let start = 0
  for (let at = 0; at < packed.length; at++) {
    const count = COUNTS[packed.charCodeAt(at)]
    if (!count) continue
    see(packed.slice(start, at), count)
    start = at + 1
  }
}
