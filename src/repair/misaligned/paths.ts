import { widenMarks } from '../../text/marks.js'
import { glossEnd, syllableEnd, toneless } from '../gloss/page.js'
import { codeOf, decodePair, EURO } from './gbk.js'

/** A character whose lead or trail byte is lost, or one of ASCII that was lost whole: any of these. */
export interface Slot {
  readonly lead?: number
  readonly trail?: number
  readonly isMark?: true
}

/** One reading of a broken place: what stood there, from where to where, and which characters were glossed in it. */
export interface Path {
  readonly units: readonly (string | Slot)[]
  readonly start: number
  readonly end: number
  /** How many broken places follow on each other in it. */
  readonly places: number
  readonly glossed: readonly (readonly [c: string, syllable: string])[]
  /** A digit or a letter was lost in it, and nothing tells which. */
  readonly isOpen?: true
}

/** Answers whether a character may be read as a toneless syllable. */
export type Reads = (c: string, syllable: string) => boolean

const LONGEST = 80
const MOST = 64
const MOST_PLACES = 3
const STOP_LEAD = 0xa3
const MARK_TRAIL = 0xbf

/** Every reading of the question mark at an offset, `last` being the character that stands before it. */
export function findPaths(text: string, at: number, last: string, reads: Reads): Path[] {
  const search = new Search(text, reads)
  search.open(at, last, { units: [], start: at, end: at, places: 0, glossed: [] })
  return search.found
}

class Search {
  readonly found: Path[] = []
  private readonly text: string
  private readonly reads: Reads

  constructor(text: string, reads: Reads) {
    this.text = text
    this.reads = reads
  }

  /** At a question mark where pairs are still in step. */
  open(at: number, last: string, path: Path): void {
    const end = this.glossBehind(at)
    if (end > 0) this.openGloss(at, end, last, path)
    else {
      const lost = { ...path, units: [...path.units, { trail: STOP_LEAD }] }
      this.follow(at + 1, MARK_TRAIL, lost)
      if (this.text[at + 1] === '?') this.follow(at + 2, MARK_TRAIL, lost)
    }
  }

  /** The end of `?syl)` or `?(syl)`, −1 where the question mark is no lost lead of a gloss. */
  private glossBehind(at: number): number {
    const end = syllableEnd(this.text, at + 1)
    return end > 0 ? end : glossEnd(this.text, at + 1)
  }

  private syllable(at: number, end: number): string {
    return this.text.slice(this.text[at] === '(' ? at + 1 : at, end - 1)
  }

  /** The glossed character lay across two: its lead is the trail of the last one. */
  private openGloss(at: number, end: number, last: string, path: Path): void {
    const lead = (codeOf(last) || codeOf(widenMarks(last))) & 255
    const syllable = this.syllable(at + 1, end)
    for (let trail = 0x81; trail <= 0xfe; trail++) {
      const c = decodePair(lead, trail)
      if (c && this.reads(c, toneless(syllable)))
        this.follow(end, trail, { ...path, glossed: [...path.glossed, [c, syllable]] })
    }
  }

  /** Out of step: `lead` is known, its trail is the first byte at the offset. */
  private follow(from: number, from0: number, start: Path): void {
    let at = from
    let lead = from0
    let path = start
    while (path.units.length < LONGEST && at < this.text.length) {
      const c = this.text[at]!
      const code = codeOf(c)
      if (code > 0) {
        path = { ...path, units: [...path.units, decodePair(lead, code >> 8)] }
        at++
        lead = code & 255
        if (lead >= 0x81) continue
        if (lead < 0x80) this.close(at, { ...path, units: [...path.units, String.fromCharCode(lead)] })
        return
      }
      const unit = c.charCodeAt(0)
      const end = glossEnd(this.text, at)
      if (c === '€') this.closeOn(decodePair(lead, EURO), at + 1, path)
      else if (unit >= 0x40 && unit < 0x7f) this.closeOn(decodePair(lead, unit), at + 1, path)
      else if (c === '?') this.cross(at, lead, path)
      if (end < 0) return
      const before = path.units.at(-1)
      const across = typeof before === 'string' ? decodePair(codeOf(before) & 255, lead) : ''
      const syllable = this.syllable(at, end)
      if (!across || !this.reads(across, toneless(syllable))) return
      path = { ...path, glossed: [...path.glossed, [across, syllable]] }
      at = end
    }
  }

  /** In step again with a character that may have a gloss of its own; the gloss of another character tells that it is not this one. */
  private closeOn(c: string, at: number, path: Path): void {
    const end = glossEnd(this.text, at)
    const units = [...path.units, c]
    const syllable = end < 0 ? '' : this.syllable(at, end)
    if (end < 0) this.close(at, { ...path, units })
    else if (this.reads(c, toneless(syllable)))
      this.close(end, { ...path, units, glossed: [...path.glossed, [c, syllable]] })
  }

  /** A question mark while out of step. */
  private cross(at: number, lead: number, path: Path): void {
    const end = this.glossBehind(at)
    if (end > 0) {
      const syllable = this.syllable(at + 1, end)
      for (let trail = 0x40; trail <= 0xfe; trail++) {
        const c = decodePair(lead, trail)
        if (trail !== 0x7f && c && this.reads(c, toneless(syllable)))
          this.close(end, { ...path, units: [...path.units, c], glossed: [...path.glossed, [c, syllable]] })
      }
      return
    }
    this.follow(at + 1, MARK_TRAIL, { ...path, units: [...path.units, decodePair(lead, STOP_LEAD)] })
    const units = [...path.units, { lead }]
    const next = this.text.charCodeAt(at + 1)
    if (!(next >= 0x80)) this.close(at + 1, { ...path, units })
    this.closeEaten(at + 1, { ...path, units })
  }

  /** Behind a lost trail, where the decoder took a character of ASCII along: a mark, or a digit or letter that nothing tells. */
  private closeEaten(at: number, path: Path): void {
    this.close(at, { ...path, units: [...path.units, { isMark: true }] })
    const year = /^(?:0|(9))\d\d年/.exec(this.text.slice(at, at + 4))
    if (year) this.close(at, { ...path, units: [...path.units, year[1] ? '1' : '2'] })
    else this.close(at, { ...path, units: [...path.units, '0'], isOpen: true })
    if (/[a-z]/i.test(this.text[at] ?? '')) this.close(at, { ...path, units: [...path.units, 'x'], isOpen: true })
  }

  private close(end: number, path: Path): void {
    if (this.found.length >= MOST) return
    this.found.push({ ...path, end })
    const last = path.units.at(-1)
    if (this.text[end] === '?' && typeof last === 'string' && path.places < MOST_PLACES)
      this.open(end, last, { ...path, places: path.places + 1 })
  }
}
