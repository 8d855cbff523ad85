import { isHan } from '../../text/han.js'
import type { Edit, Note } from '../../types.js'
import { type Glosses, glossEnd, syllableEnd } from '../gloss/page.js'
import { choose, type Site } from './choose.js'
import type { Lexicon } from './lexicon.js'
import { findPaths, type Path } from './paths.js'
import { countPairs, type Pairs } from './score.js'

/** What one round over a page restored, and what it left. */
interface Round {
  readonly text: string
  readonly edits: Edit[]
  readonly notes: Note[]
}

/** A reading is taken when it is this much likelier than the next, as a logarithm. */
const SURE = 2
const LEFT = 6
const RIGHT = 4
/** The tail is cut at this length, so that no place costs more for standing late in a page. */
const LONG = 400
/** A page with more question marks than one in this many characters lost its text in another way. */
const SPARSE = 60
const SPARED = 60

/** Restores every broken place of a page that is decided; the second round knows the words that the first restored. */
export function mendPage(text: string, glosses: Glosses, lexicon: Lexicon): Pick<Round, 'edits' | 'notes'> {
  if (text.split('?').length - 1 > SPARED + text.length / SPARSE) return { edits: [], notes: [] }
  const blind = new Walk(text, glosses, lexicon, countPairs(stripGlosses(text, 0, text.length)), new Map()).run()
  const settled = new Map(blind.edits.map((edit) => [edit.span.start, edit]))
  return new Walk(text, glosses, lexicon, countPairs(blind.text), settled).run()
}

/** A stretch of a page without its glosses. */
function stripGlosses(text: string, from: number, to: number): string {
  let out = ''
  for (let at = from; at < to; ) {
    const end = at > from && isHan(text.charCodeAt(at - 1)) ? glossEnd(text, at) : -1
    if (end < 0) out += text[at]
    at = end < 0 ? at + 1 : end
  }
  return out
}

/** One round over a page, left to right. */
class Walk {
  private readonly page: string
  private readonly glosses: Glosses
  private readonly lexicon: Lexicon
  private readonly pairs: Pairs
  private readonly settled: ReadonlyMap<number, Edit>
  private readonly isNarrow: boolean
  private readonly edits: Edit[] = []
  private readonly notes: Note[] = []
  private readonly done: string[] = []
  /** The end of what was restored; what lies before it is in `done`. */
  private tail = ''
  /** Where the last sound character stands in the page and in the tail. */
  private sound = { at: 0, tail: 0 }

  constructor(page: string, glosses: Glosses, lexicon: Lexicon, pairs: Pairs, settled: ReadonlyMap<number, Edit>) {
    this.page = page
    this.glosses = glosses
    this.lexicon = lexicon
    this.pairs = pairs
    this.settled = settled
    this.isNarrow = !/[，：；（）？！]/.test(page)
  }

  run(): Round {
    for (let at = 0; at < this.page.length; ) at = this.step(at)
    return { text: this.done.join('') + this.tail, edits: this.edits, notes: this.notes }
  }

  private step(at: number): number {
    const { page } = this
    const end = at > 0 && isHan(page.charCodeAt(at - 1)) ? glossEnd(page, at) : -1
    if (end > 0) return end
    if (page[at] === '?') {
      const mended = this.mend(at)
      if (mended > at) return mended
    }
    if (this.tail.length > LONG) {
      this.done.push(this.tail.slice(0, -LEFT))
      this.tail = this.tail.slice(-LEFT)
    }
    this.sound = { at, tail: this.tail.length }
    this.tail += page[at]
    return at + 1
  }

  /** Takes a broken place if it is decided; gives where to go on, the place itself where it is a plain question mark. */
  private mend(at: number): number {
    const known = this.settled.get(at)
    if (known) return this.take(known)
    if (!this.isSite(at)) return at
    const paths = findPaths(this.page, at, this.tail.at(-1) ?? '\n', this.lexicon.reads)
    const choice = paths.length > 0 ? choose(this.siteOf(paths), this.glosses, this.lexicon, this.pairs) : undefined
    if (!choice) return this.leave(at, syllableEnd(this.page, at + 1), [])
    const { text, end, margin, rivals } = choice
    const span = { start: at, end }
    if (margin >= SURE)
      return this.take({
        span,
        before: this.page.slice(at, end),
        after: text,
        kind: 'misaligned',
        margin: round(margin),
      })
    return margin > -SURE ? this.leave(at, end, rivals) : at
  }

  private take(edit: Edit): number {
    this.edits.push(edit)
    this.tail += edit.after
    return edit.span.end
  }

  /** Leaves a broken place as it is and says so. */
  private leave(at: number, end: number, candidates: readonly string[]): number {
    if (end < 0) return at
    const text = this.page.slice(at, end)
    const span = { start: at, end }
    if (candidates.length === 0)
      this.notes.push({ code: 'repair.unreadable', severity: 'warning', span, args: { text } })
    else {
      const args = { text, candidates: candidates.map((c) => `“${c}”`).join('、') }
      this.notes.push({ code: 'repair.undecided', severity: 'warning', span, args })
    }
    this.tail += text
    return end
  }

  /** False for the question mark of an address or a formula, and in a row of them. */
  private isSite(at: number): boolean {
    if (this.page.startsWith('????', at) || this.page.startsWith('???', at - 3)) return false
    const before = this.page[at - 1] ?? '\n'
    return !/[!-'*+\-./0-9<-@A-~]/.test(before) || syllableEnd(this.page, at + 1) > 0
  }

  private siteOf(paths: readonly Path[]): Site {
    const { page, sound } = this
    const restored = this.tail.slice(sound.tail)
    return {
      left: this.tail.slice(-LEFT).replace(/^.*\n/s, ''),
      paths,
      isNarrow: this.isNarrow,
      seen(end) {
        const next = /[?\n]/.test(page[end] ?? '\n') ? end : end + 1
        const close = Math.max(next, next > end ? glossEnd(page, next) : -1)
        return { sound: restored, shown: page.slice(sound.at, close), behind: page.slice(end, next) }
      },
      rest(from, to) {
        let end = to
        for (let taken = 0; taken < RIGHT && end < page.length && page[end - 1] !== '\n'; taken++) {
          end++
          end = Math.max(end, glossEnd(page, end))
        }
        return stripGlosses(page, from, end)
      },
    }
  }
}

function round(margin: number): number {
  return Math.round(margin * 10) / 10
}
