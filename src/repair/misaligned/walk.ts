import { isHan } from '../../text/han.js'
import { widenMarks } from '../../text/marks.js'
import type { Edit, Note } from '../../types.js'
import { glossEnd, repeatEnd, syllableEnd, toneless } from '../gloss/page.js'
import { type Choice, choose } from './choose.js'
import { WAYS, type Way } from './forward.js'
import { codeOf, decodePair } from './gbk.js'
import { findPaths } from './paths.js'
import { Restored } from './restored.js'
import type { Model } from './score.js'
import { isSite, type Page, siteOf } from './site.js'

/** A page of which so many broken places were left, and more than restored, lost its text in another way: no further one is tried. */
const MOST_LEFT = 100

/** What a round over a page knows beforehand. */
export interface Known {
  readonly model: Model
  /** The ways of damage that readings must go. */
  readonly ways: readonly Way[]
  /** Edits that an earlier round was sure of, by where they start. */
  readonly settled: ReadonlyMap<number, Edit>
  /** A reading is taken when it is this much likelier than all others, as a logarithm. */
  readonly sure: number
}

/** What one round over a page restored, and what it left. */
export interface Round {
  readonly text: string
  readonly edits: readonly Edit[]
  readonly notes: readonly Note[]
  readonly choices: readonly Choice[]
}

/** One round over a page, left to right: each broken place by what was restored before it. */
export function walk(page: Page, known: Known): Round {
  return new Walk(page, known).run()
}

class Walk {
  private readonly edits: Edit[] = []
  private readonly notes: Note[] = []
  private readonly choices: Choice[] = []
  private readonly restored = new Restored()
  /** How many broken places were left as they are, and how many restored. */
  private left = 0
  private mended = 0
  private readonly page: Page
  private readonly text: string
  private readonly known: Known

  constructor(page: Page, known: Known) {
    this.page = page
    this.text = page.text
    this.known = known
  }

  run(): Round {
    for (let at = 0; at < this.text.length; ) at = this.step(at)
    return { text: this.restored.text, edits: this.edits, notes: this.notes, choices: this.choices }
  }

  private step(at: number): number {
    const { text } = this
    const end = at > 0 && isHan(text.charCodeAt(at - 1)) ? glossEnd(text, at) : -1
    if (end > 0) return repeatEnd(text, at, end)
    const lone = this.loneGloss(at)
    if (lone > 0)
      return this.take({ span: { start: at, end: lone }, before: text.slice(at, lone), after: '', kind: 'gloss' })
    if (text[at] === '?') {
      const mended = this.mend(at)
      if (mended > at) return mended
    }
    this.restored.addSound(text[at]!, at)
    return at + 1
  }

  /** The end of the gloss of a character whose trail byte is a letter and whose lead is the end of the one before: 款I(lǐng)P. */
  private loneGloss(at: number): number {
    const { text, page } = this
    if (text[at] !== '(' || !/[@-~]/.test(text[at - 1] ?? '')) return -1
    const end = glossEnd(text, at)
    const before = this.restored.last(2)
    if (end < 0 || before.length < 2) return -1
    const c = decodePair((codeOf(before) || codeOf(widenMarks(before))) & 255, text.charCodeAt(at - 1))
    const syllable = text.slice(at + 1, end - 1)
    const { reads } = this.known.model.lexicon
    const fits = page.glosses.get(c) === syllable || (!page.bare.has(c) && reads(c, toneless(syllable)))
    return fits ? end : -1
  }

  /** Takes a broken place if it is decided; gives where to go on, the place itself where it is a plain question mark. */
  private mend(at: number): number {
    const settled = this.known.settled.get(at)
    if (settled) return this.take(settled)
    const { text, known } = this
    if (!isSite(text, at)) return at
    if (this.left >= MOST_LEFT && this.left > this.mended) return this.leave(at, at + 1, [])
    const choice = this.choose(at)
    if (!choice) return this.leave(at, syllableEnd(text, at + 1), [])
    const { end, margin } = choice
    if (margin < known.sure) return margin > -known.sure ? this.leave(at, end, choice.rivals) : at
    this.choices.push(choice)
    const span = { start: at, end }
    return this.take({
      span,
      before: text.slice(at, end),
      after: choice.text,
      kind: 'misaligned',
      margin: Math.round(margin * 10) / 10,
    })
  }

  private choose(at: number): Choice | undefined {
    const { page, known, restored } = this
    const { model, ways } = known
    const paths = findPaths(page.text, at, restored.last(1) || '\n', model.lexicon.reads)
    if (paths.length === 0) return undefined
    const site = siteOf(page, at, paths, restored)
    return (
      choose(site, page.glosses, model, ways) ??
      (ways.length < WAYS.length ? choose(site, page.glosses, model, WAYS) : undefined)
    )
  }

  private take(edit: Edit): number {
    if (edit.kind === 'misaligned') this.mended++
    this.edits.push(edit)
    this.restored.add(edit.after)
    return edit.span.end
  }

  /** Leaves a broken place as it is and says so. */
  private leave(at: number, end: number, candidates: readonly string[]): number {
    if (end < 0) return at
    this.left++
    const text = this.text.slice(at, end)
    const span = { start: at, end }
    if (candidates.length === 0)
      this.notes.push({ code: 'repair.unreadable', severity: 'warning', span, args: { text } })
    else {
      const args = { text, candidates: candidates.map((c) => `“${c.replaceAll(' ', '␣')}”`).join(' / ') }
      this.notes.push({ code: 'repair.undecided', severity: 'warning', span, args })
    }
    this.restored.add(text)
    return end
  }
}
