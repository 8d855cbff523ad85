import { formatNumber } from './number-format.js'

/** A level of a list; in its text %1 to %9 stand for the numbers of the levels. */
export interface Level {
  start: number
  format: string
  text: string
  suffix: string
  restart?: number
  legal: boolean
  style?: string
}

export interface Abstract {
  readonly levels: Map<number, Level>
  /** A list style that holds the levels instead. */
  link?: string
  /** The list style that these levels are of. */
  defines?: string
}

export interface Num {
  abstract: string
  readonly starts: Map<number, number>
  readonly levels: Map<number, Level>
}

/** The lists of a document: what they look like, and each run of them. */
export interface Lists {
  readonly abstracts: Map<string, Abstract>
  readonly nums: Map<string, Num>
}

/** Bullets of symbol fonts, which Unicode has elsewhere. */
const BULLETS: Readonly<Record<string, string>> = { o: '○', '\uf06e': '■', '\uf075': '◆', '\uf0b7': '●', '\uf0a7': '■' }

/** Counts automatic numbers as a word processor does (ISO/IEC 29500-1, 17.9). */
export class Numbering {
  readonly #lists: Lists
  readonly #listOfStyle: (style: string) => string | undefined
  /** abstract list → the numbers reached at its levels: lists of one abstract list count together. */
  readonly #counters = new Map<Abstract, (number | undefined)[]>()
  readonly #started = new Set<string>()

  /** `listOfStyle` says which list a list style brings along. */
  constructor(lists: Lists, listOfStyle: (style: string) => string | undefined = () => undefined) {
    this.#lists = lists
    this.#listOfStyle = listOfStyle
  }

  has(numId: string): boolean {
    return this.#lists.nums.has(numId)
  }

  /** The label of the next paragraph of a list at a level, with what stands between it and the text; `''` for none. */
  next(numId: string, level: number): string {
    const num = this.#lists.nums.get(numId)
    const abstract = num && this.#abstractOf(num)
    if (!num || !abstract) return ''
    const levelOf = (i: number) => num.levels.get(i) ?? abstract.levels.get(i)
    const own = levelOf(level)
    if (!own) return ''
    const counters = this.#count(numId, num, abstract, level, own, levelOf)
    if (own.format === 'none') return ''
    if (own.format === 'bullet')
      return own.text === '' ? '' : (BULLETS[own.text] ?? (/[\uf000-\uf0ff]/.test(own.text) ? '●' : own.text))
    const label = own.text.replace(/%([1-9])/g, (_, n: string) => {
      const i = Number(n) - 1
      const format = own.legal ? 'decimal' : (levelOf(i)?.format ?? 'decimal')
      return formatNumber(counters[i] ?? levelOf(i)?.start ?? 1, format)
    })
    const gap = own.suffix === 'nothing' || /[、）)．，。:：]\s*$/.test(label) ? '' : ' '
    return label.trim() === '' ? '' : label + gap
  }

  /** The level of a list that a paragraph style stands for. */
  levelOfStyle(numId: string, style: string): number | undefined {
    const num = this.#lists.nums.get(numId)
    const abstract = num && this.#abstractOf(num)
    if (!abstract) return undefined
    for (const [i, level] of [...num.levels, ...abstract.levels]) if (level.style === style) return i
    return undefined
  }

  #count(
    numId: string,
    num: Num,
    abstract: Abstract,
    level: number,
    own: Level,
    levelOf: (i: number) => Level | undefined,
  ): (number | undefined)[] {
    const counters = this.#counters.get(abstract) ?? []
    this.#counters.set(abstract, counters)
    const override = num.starts.get(level)
    const first = `${numId}/${level}`
    if (override !== undefined && !this.#started.has(first)) counters[level] = override
    else counters[level] = (counters[level] ?? own.start - 1) + 1
    this.#started.add(first)
    for (let deeper = level + 1; deeper < 9; deeper++) {
      const restart = levelOf(deeper)?.restart
      if (restart === undefined || (restart > 0 && level < restart)) counters[deeper] = undefined
    }
    return counters
  }

  #abstractOf(num: Num): Abstract | undefined {
    const abstract = this.#lists.abstracts.get(num.abstract)
    if (!abstract?.link || abstract.levels.size > 0) return abstract
    for (const other of this.#lists.abstracts.values()) if (other.defines === abstract.link) return other
    const linked = this.#lists.nums.get(this.#listOfStyle(abstract.link) ?? '')
    return linked ? this.#lists.abstracts.get(linked.abstract) : abstract
  }
}
