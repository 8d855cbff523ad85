import { isHan } from '../../text/han.js'
import { END, type Lexicon, type Word } from './lexicon.js'

/** How often characters stand side by side in a page. */
export type Pairs = ReadonlyMap<string, number>

const LONGEST_WORD = 4
/** How much a pair counts that the page has elsewhere. */
const KNOWN = 2
/** What a word of one character costs more: most are parts of words that no list has. */
const SINGLE = -1.5
const STRANGE: Word = { text: '', share: Math.exp(-18) }
const NEUTRAL: Word = { text: '', share: 1 }
const UNNATURAL = -6
const ODD = -8
const LETTER = -8
const MARK = -10
const CLASH = -10
const FULL_END = Math.log(0.3)

/** Counts the neighbours of a page: 「專科」 → 專科 1. */
export function countPairs(text: string): Pairs {
  const pairs = new Map<string, number>()
  for (let i = 1; i < text.length; i++) {
    if (text[i] === '?' || text[i - 1] === '?') continue
    const pair = text.slice(i - 1, i + 1)
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return pairs
}

/** The likeliest way to cut a text into words so that a given word is the last. */
interface Step {
  readonly word: Word
  readonly score: number
}

/** What a reading needs to know. */
export interface Model {
  readonly lexicon: Lexicon
  readonly pairs: Pairs
}

/** A text read so far, with how well it reads as a logarithm: its likeliest words, and its neighbours as the page has them. */
export class Reading {
  private readonly model: Model
  /** The steps that end at each of the last places, nearest last. */
  private readonly ends: readonly (readonly Step[])[]
  /** The last characters in plain form. */
  private readonly tail: string
  private readonly last: string

  private constructor(model: Model, ends: readonly (readonly Step[])[], tail: string, last: string) {
    this.model = model
    this.ends = ends
    this.tail = tail
    this.last = last
  }

  /** Before any text. */
  static open(model: Model): Reading {
    return new Reading(model, [[{ word: model.lexicon.word('。') ?? NEUTRAL, score: 0 }]], '', '')
  }

  /** How well what was read so far reads. */
  get score(): number {
    return this.ends.at(-1)!.reduce((best, { score }) => Math.max(best, score), -Infinity)
  }

  /** With more text behind. */
  read(text: string): Reading {
    let reading: Reading = this
    for (const c of text) reading = reading.push(c)
    return reading
  }

  private push(c: string): Reading {
    const { model, ends, last } = this
    const plain = model.lexicon.plain(c)
    const own =
      (isHan(c.charCodeAt(0)) && !model.lexicon.isNatural(c) ? UNNATURAL : 0) +
      KNOWN * Math.log1p(model.pairs.get(last + c) ?? 0) +
      clash(this.tail.at(-1) ?? '', plain)
    const tail = (this.tail + plain).slice(-LONGEST_WORD)
    const steps: Step[] = []
    if (isHan(plain.charCodeAt(0)))
      for (let length = 1; length <= tail.length && length <= ends.length; length++) {
        const text = tail.slice(-length)
        const word = model.lexicon.word(text) ?? (length === 1 ? STRANGE : undefined)
        if (word)
          steps.push({ word, score: reach(ends.at(-length)!, word, model.lexicon) + own + (length === 1 ? SINGLE : 0) })
      }
    else if (plain === '\n') {
      const start = model.lexicon.word('。')!
      const score = this.tail.endsWith('。')
        ? this.score + FULL_END
        : reach(ends.at(-1)!, model.lexicon.word(END)!, model.lexicon)
      steps.push({ word: start, score: score + own })
    } else {
      const [word, cost] = markOf(plain, this.tail.at(-1) ?? '', model.lexicon)
      const before = ends.at(-1)!
      steps.push({
        word,
        score: own + (cost ?? reach(before, word, model.lexicon)) + (cost === undefined ? 0 : this.score),
      })
    }
    return new Reading(model, [...ends.slice(1 - LONGEST_WORD), steps], tail, c)
  }
}

function reach(before: readonly Step[], word: Word, lexicon: Lexicon): number {
  let best = -Infinity
  for (const step of before) {
    const score = step.score + lexicon.follow(step.word, word)
    if (score > best) best = score
  }
  return best
}

/** A mark as a word, and what it costs where words do not tell. */
function markOf(c: string, before: string, lexicon: Lexicon): [word: Word, cost?: number] {
  if (c === '?') return [NEUTRAL, MARK]
  if (c === '0') return before === '0' ? [lexicon.word('0')!, 0] : [lexicon.word('0')!]
  const word = lexicon.word(c)
  if (word) return [word]
  if (/[a-z\\|~`{}^_@]/i.test(c)) return [NEUTRAL, LETTER]
  return [NEUTRAL, /[\s!-?[\]〈-】〔〕‘’！-？·…—％℃×]/.test(c) ? ODD : -18]
}

const OPENING = '，、；：（《“‘〔'
const STOPS = '，、；：。？！）》”'
/** What a mark costs behind another that it does not stand behind. */
function clash(before: string, c: string): number {
  if (before === '。' || before === '？' || before === '！')
    return '，、；：。？！》'.includes(c) && c !== '' ? CLASH : 0
  return before !== '' && OPENING.includes(before) && STOPS.includes(c) ? CLASH : 0
}
