import { bracketOf } from '../../text/marks.js'

/** The tail is cut at this length, so that no place costs more for standing late in a page; so much of it stays. */
const LONG = 400
const KEPT = 12

/** What was restored of a page so far, left to right. */
export class Restored {
  /** Round brackets that are open in the line so far. */
  depth = 0
  /** True where the sentence so far has a semicolon. */
  isListed = false
  private readonly done: string[] = []
  /** The end of what was restored; what lies before it is in `done`. */
  private tail = ''
  /** Where the last sound character stands in the page and in the tail. */
  private place = { at: 0, tail: 0 }

  get text(): string {
    return this.done.join('') + this.tail
  }

  /** The offset in the page of the last sound character, and what was restored from it on. */
  get sound(): { readonly at: number; readonly text: string } {
    return { at: this.place.at, text: this.tail.slice(this.place.tail) }
  }

  /** The last characters, at most twelve: what is kept of the tail. */
  last(count: number): string {
    return this.tail.slice(-count)
  }

  /** Adds a character that the page has as it was. */
  addSound(c: string, at: number): void {
    if (this.tail.length > LONG) {
      this.done.push(this.tail.slice(0, -KEPT))
      this.tail = this.tail.slice(-KEPT)
    }
    this.place = { at, tail: this.tail.length }
    this.add(c)
  }

  /** Adds what a broken place is taken for. */
  add(text: string): void {
    this.tail += text
    for (const c of text) {
      this.depth = Math.max(0, this.depth + bracketOf(c))
      if (c === ';' || c === '；') this.isListed = true
      else if (c === '\n' || c === '。') this.isListed = false
      if (c === '\n') this.depth = 0
    }
  }
}
