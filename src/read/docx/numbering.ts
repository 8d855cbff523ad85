import { attributeOf, scanXml } from '../archive/xml.js'
import { formatNumber } from '../page/number-format.js'
import type { Styles } from './styles.js'

interface Level {
  start: number
  format: string
  text: string
  suffix: string
  restart?: number
  legal: boolean
  style?: string
}

interface Abstract {
  readonly levels: Map<number, Level>
  /** A list style that holds the levels instead. */
  link?: string
  /** The list style that these levels are of. */
  defines?: string
}

interface Num {
  abstract: string
  readonly starts: Map<number, number>
  readonly levels: Map<number, Level>
}

/** Bullets of symbol fonts, which Unicode has elsewhere. */
const BULLETS: Readonly<Record<string, string>> = { o: '○', '\uf06e': '■', '\uf075': '◆', '\uf0b7': '●', '\uf0a7': '■' }

/** Counts automatic numbers as a word processor does (ISO/IEC 29500-1, 17.9). */
export class Numbering {
  readonly #abstracts = new Map<string, Abstract>()
  readonly #nums = new Map<string, Num>()
  readonly #styles: Styles
  /** abstract list → the numbers reached at its levels: lists of one abstract list count together. */
  readonly #counters = new Map<Abstract, (number | undefined)[]>()
  readonly #started = new Set<string>()

  constructor(bytes: Uint8Array | undefined, styles: Styles) {
    this.#styles = styles
    if (bytes) this.#read(bytes)
  }

  /** The label of the next paragraph of a list at a level, with what stands between it and the text; `''` for none. */
  next(numId: string, level: number): string {
    const num = this.#nums.get(numId)
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
    const num = this.#nums.get(numId)
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
    const abstract = this.#abstracts.get(num.abstract)
    if (!abstract?.link || abstract.levels.size > 0) return abstract
    for (const other of this.#abstracts.values()) if (other.defines === abstract.link) return other
    const linked = this.#nums.get(this.#styles.numberingOf(abstract.link)?.numId ?? '')
    return linked ? this.#abstracts.get(linked.abstract) : abstract
  }

  #read(bytes: Uint8Array): void {
    let abstract: Abstract | undefined
    let num: Num | undefined
    let level: Level | undefined
    let overridden = 0
    scanXml(bytes, {
      open: (name, attributes) => {
        const value = attributeOf(attributes, 'val') ?? ''
        const id = (key: string) => attributeOf(attributes, key) ?? ''
        if (name === 'abstractNum') {
          abstract = { levels: new Map() }
          this.#abstracts.set(id('abstractNumId'), abstract)
        } else if (name === 'num') {
          num = { abstract: '', starts: new Map(), levels: new Map() }
          abstract = undefined
          this.#nums.set(id('numId'), num)
        } else if (name === 'lvlOverride') overridden = Number(id('ilvl'))
        else if (name === 'startOverride') num?.starts.set(overridden, Number(value))
        else if (name === 'abstractNumId' && num) num.abstract = value
        else if (name === 'numStyleLink' && abstract) abstract.link = value
        else if (name === 'styleLink' && abstract) abstract.defines = value
        else if (name === 'lvl') {
          level = { start: 1, format: 'decimal', text: '', suffix: 'tab', legal: false }
          ;(abstract ?? num)?.levels.set(Number(id('ilvl')), level)
        } else if (level) readLevel(level, name, value)
      },
    })
  }
}

function readLevel(level: Level, name: string, value: string): void {
  if (name === 'start') level.start = Number(value) || 0
  else if (name === 'numFmt') level.format = value
  else if (name === 'lvlText') level.text = value
  else if (name === 'suff') level.suffix = value
  else if (name === 'lvlRestart') level.restart = Number(value)
  else if (name === 'isLgl') level.legal = true
  else if (name === 'pStyle') level.style = value
}
