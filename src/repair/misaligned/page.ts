import { isHan } from '../../text/han.js'
import type { Edit, Note } from '../../types.js'
import { type Glosses, glossEnd, repeatEnd, syllableEnd, toneless } from '../gloss/page.js'
import { type Choice, choose, type Site } from './choose.js'
import { WAYS, type Way, widen } from './forward.js'
import { canonical, codeOf, decodePair } from './gbk.js'
import type { Lexicon } from './lexicon.js'
import { findPaths, type Path } from './paths.js'
import { countPairs, type Model } from './score.js'

/** What one round over a page restored, and what it left. */
interface Round {
  readonly text: string
  readonly edits: Edit[]
  readonly notes: Note[]
  readonly choices: ReadonlyMap<number, Choice>
}

/** A reading is taken when it is this much likelier than all others, as a logarithm. */
const SURE = 2.5
/** In the first round, which does not know the words of the others. */
const SURE_AT_ONCE = 6
const LEFT = 12
const RIGHT = 6
/** The tail is cut at this length, so that no place costs more for standing late in a page. */
const LONG = 400
const LINE = 400
/** A page with more question marks than one in this many characters lost its text in another way. */
const SPARSE = 60
const SPARED = 60

/** Restores every broken place of a page that is decided; the second round knows the words and the ways of the first. */
export function mendPage(text: string, glosses: Glosses, lexicon: Lexicon): Pick<Round, 'edits' | 'notes'> {
  const count = text.split('?').length - 1
  if (count > SPARED + text.length / SPARSE) {
    const at = text.indexOf('?')
    return {
      edits: [],
      notes: [{ code: 'repair.lost', severity: 'warning', span: { start: at, end: at + 1 }, args: { count } }],
    }
  }
  const bare = bareCharacters(text)
  const first = new Walk(
    text,
    glosses,
    bare,
    { lexicon, pairs: countPairs(stripGlosses(text, 0, text.length)) },
    WAYS,
    new Map(),
    SURE_AT_ONCE,
  ).run()
  const settled = new Map(first.edits.map((edit) => [edit.span.start, edit]))
  const ways = commonWays([...first.choices.values()])
  return new Walk(text, glosses, bare, { lexicon, pairs: countPairs(first.text) }, ways, settled, SURE).run()
}

/** The ways that explain what was restored best. */
function commonWays(choices: readonly Choice[]): readonly Way[] {
  const counts = WAYS.map((way) => choices.filter(({ ways }) => ways.includes(way)).length)
  const most = Math.max(...counts)
  return WAYS.filter((_, i) => counts[i] === most)
}

/** The Han characters that a page has without a gloss. */
function bareCharacters(text: string): ReadonlySet<string> {
  const bare = new Set<string>()
  for (let i = 0; i < text.length; i++)
    if (isHan(text.charCodeAt(i)) && text.charCodeAt(i + 1) !== 0x28 && text.charCodeAt(i + 1) !== 0x3f)
      bare.add(text[i]!)
  return bare
}

/** A stretch of a page without its glosses. */
function stripGlosses(text: string, from: number, to: number): string {
  let out = ''
  for (let at = from; at < to; ) {
    const end = at > from && isHan(text.charCodeAt(at - 1)) ? glossEnd(text, at) : -1
    if (end < 0) out += text[at]
    at = end < 0 ? at + 1 : repeatEnd(text, at, end)
  }
  return out
}

/** One round over a page, left to right. */
class Walk {
  private readonly edits: Edit[] = []
  private readonly notes: Note[] = []
  private readonly done: string[] = []
  private readonly choices = new Map<number, Choice>()
  private readonly isNarrow: boolean
  /** The end of what was restored; what lies before it is in `done`. */
  private tail = ''
  /** How many round brackets are open in the line so far, and whether its sentence has a semicolon. */
  private depth = 0
  private isListed = false
  /** Where the last sound character stands in the page and in the tail. */
  private sound = { at: 0, tail: 0 }
  private readonly page: string
  private readonly glosses: Glosses
  private readonly bare: ReadonlySet<string>
  private readonly model: Model
  private readonly ways: readonly Way[]
  private readonly settled: ReadonlyMap<number, Edit>
  private readonly sure: number

  constructor(
    page: string,
    glosses: Glosses,
    bare: ReadonlySet<string>,
    model: Model,
    ways: readonly Way[],
    settled: ReadonlyMap<number, Edit>,
    sure: number,
  ) {
    this.page = page
    this.glosses = glosses
    this.bare = bare
    this.model = model
    this.ways = ways
    this.settled = settled
    this.sure = sure
    this.isNarrow = !/[，：；（）？！]/.test(page)
  }

  run(): Round {
    for (let at = 0; at < this.page.length; ) at = this.step(at)
    return { text: this.done.join('') + this.tail, edits: this.edits, notes: this.notes, choices: this.choices }
  }

  private step(at: number): number {
    const { page } = this
    const end = at > 0 && isHan(page.charCodeAt(at - 1)) ? glossEnd(page, at) : -1
    if (end > 0) return repeatEnd(page, at, end)
    const lone = this.loneGloss(at)
    if (lone > 0)
      return this.take({ span: { start: at, end: lone }, before: page.slice(at, lone), after: '', kind: 'gloss' })
    if (page[at] === '?') {
      const mended = this.mend(at)
      if (mended > at) return mended
    }
    if (this.tail.length > LONG) {
      this.done.push(this.tail.slice(0, -LEFT))
      this.tail = this.tail.slice(-LEFT)
    }
    this.sound = { at, tail: this.tail.length }
    this.add(page[at]!)
    return at + 1
  }

  /** The end of the gloss of a character whose trail byte is a letter and whose lead is the end of the one before: 款I(lǐng)P. */
  private loneGloss(at: number): number {
    const { page, glosses } = this
    if (page[at] !== '(' || !/[@-~]/.test(page[at - 1] ?? '')) return -1
    const end = glossEnd(page, at)
    const before = this.tail.at(-2)
    if (end < 0 || !before) return -1
    const c = decodePair((codeOf(before) || codeOf(widen(before))) & 255, page.charCodeAt(at - 1))
    const syllable = page.slice(at + 1, end - 1)
    const fits = glosses.get(c) === syllable || (!this.bare.has(c) && this.model.lexicon.reads(c, toneless(syllable)))
    return fits ? end : -1
  }

  /** Takes a broken place if it is decided; gives where to go on, the place itself where it is a plain question mark. */
  private mend(at: number): number {
    const known = this.settled.get(at)
    if (known) return this.take(known)
    if (!this.isSite(at)) return at
    const paths = findPaths(this.page, at, this.tail.at(-1) ?? '\n', this.model.lexicon.reads)
    const site = this.siteOf(at, paths)
    const choice =
      paths.length === 0
        ? undefined
        : (choose(site, this.glosses, this.model, this.ways) ??
          (this.ways.length < WAYS.length ? choose(site, this.glosses, this.model, WAYS) : undefined))
    if (!choice) return this.leave(at, syllableEnd(this.page, at + 1), [])
    const { text, end, margin, rivals } = choice
    const span = { start: at, end }
    if (margin >= this.sure) {
      this.choices.set(at, choice)
      return this.take({
        span,
        before: this.page.slice(at, end),
        after: text,
        kind: 'misaligned',
        margin: round(margin),
      })
    }
    return margin > -this.sure ? this.leave(at, end, rivals) : at
  }

  private take(edit: Edit): number {
    this.edits.push(edit)
    this.add(edit.after)
    return edit.span.end
  }

  private add(text: string): void {
    this.tail += text
    for (const c of text)
      if (c === '(' || c === '（') this.depth++
      else if (c === ')' || c === '）') this.depth = Math.max(0, this.depth - 1)
      else if (c === ';' || c === '；') this.isListed = true
      else if (c === '\n' || c === '。') {
        this.isListed = false
        if (c === '\n') this.depth = 0
      }
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
    this.add(text)
    return end
  }

  /** False for the question mark of an address or a formula, and in a row of them. */
  private isSite(at: number): boolean {
    const { page } = this
    if (page.startsWith('????', at) || page.startsWith('???', at - 3)) return false
    if (syllableEnd(page, at + 1) > 0 || glossEnd(page, at + 1) > 0) return true
    const before = page[at - 1] ?? '\n'
    if (/[%\d]/.test(before)) {
      const [open] = /^\?+[@-~]?/.exec(page.slice(at, at + 4))!
      return page.charCodeAt(at + open.length) >= 0x80 || glossEnd(page, at + open.length) > 0
    }
    return !/[!-'*+\-./<-@A-~]/.test(before)
  }

  private siteOf(at: number, paths: readonly Path[]): Site {
    const { page, sound, tail } = this
    const restored = tail.slice(sound.tail)
    const depths = new Map<number, number>()
    return {
      left: tail.slice(-LEFT).replace(/^.*\n/s, ''),
      paths,
      isNarrow: this.isNarrow,
      depth: this.depth,
      isListed: this.isListed || /^[^。\n]*[;；]/.test(page.slice(at, at + LINE)),
      seen(end) {
        const next = /[?\n]/.test(page[end] ?? '\n') ? end : end + 1
        const close = Math.max(next, next > end ? glossEnd(page, next) : -1)
        return { sound: restored, shown: canonical(page.slice(sound.at, close)), behind: page.slice(end, next) }
      },
      rest(from, to) {
        let end = to
        for (let taken = 0; taken < RIGHT && end < page.length && page[end - 1] !== '\n'; taken++) {
          end++
          end = Math.max(end, glossEnd(page, end))
        }
        return stripGlosses(page, from, end)
      },
      closed: (from) => {
        const known = depths.get(from)
        if (known !== undefined) return known
        const closed = countClosed(page, from, from + LINE)
        depths.set(from, closed)
        return closed
      },
      mayBeGlossed: (c) => this.glosses.has(c) || !this.bare.has(c),
    }
  }
}

/** Round brackets that a line closes from an offset on beyond those that it opens, glosses aside. */
function countClosed(page: string, from: number, to: number): number {
  let open = 0
  let closed = 0
  for (let at = from; at < to && at < page.length && page[at] !== '\n'; at++) {
    const c = page[at]!
    const end =
      c === '(' ? glossEnd(page, at) : c === '?' ? Math.max(syllableEnd(page, at + 1), glossEnd(page, at + 1)) : -1
    if (end > 0) at = end - 1
    else if (c === '(' || c === '（') open++
    else if (c === ')' || c === '）') {
      if (open > 0) open--
      else closed++
    }
  }
  return closed
}

function round(margin: number): number {
  return Math.round(margin * 10) / 10
}
