import { NARROW } from '../../text/marks.js'
import type { Path, Slot } from './paths.js'
import type { Model, Reading } from './score.js'

/** A path with its slots filled so far. */
export interface Draft {
  readonly text: string
  readonly reading: Reading
}

/** How many fillings of a slot are kept. */
const KEPT = 20
/** How many of them go on where this many characters lie behind the slot. */
const FEW = 6
const SETTLED = 8
/** How far beyond a slot its fillings are compared before the worse ones go. */
const AHEAD = 3

/** Fills the slots of paths, what paths have in common once: `?崎T` by `<A3>` + `<BF C6>門` → 專科門, 磚科門 … */
export class Filler {
  private readonly known = new Map<string, Draft[]>()
  private readonly model: Model
  private readonly isNarrow: boolean

  constructor(start: Reading, model: Model, isNarrow: boolean) {
    this.known.set('', [{ text: '', reading: start }])
    this.model = model
    this.isNarrow = isNarrow
  }

  /** Every likely filling of the slots of a path. */
  fill(path: Path): Draft[] {
    let key = ''
    let drafts = this.known.get('')!
    let settled = 0
    for (const [index, unit] of path.units.entries()) {
      settled = typeof unit === 'string' ? settled + 1 : 0
      key += typeof unit === 'string' ? unit : `<${unit.lead ?? ''} ${unit.trail ?? ''}>`
      // The same units lead to different fillings where different ones follow.
      const next = path.units[index + 1]
      const whole = typeof next === 'object' ? `${key}${next.isMark ? '!' : '+'}` : key
      let filled = this.known.get(whole)
      if (!filled) {
        filled = this.extend(drafts, unit, path, index)
        if (settled > SETTLED && filled.length > FEW) filled = best(filled, '', FEW)
        this.known.set(whole, filled)
      }
      drafts = filled
    }
    return drafts
  }

  private extend(drafts: readonly Draft[], unit: string | Slot, path: Path, index: number): Draft[] {
    const before = path.units[index - 1]
    const next = path.units[index + 1]
    const isSecond = typeof before === 'object' && typeof unit === 'object' && !unit.isMark
    const longer = drafts.flatMap(({ text, reading }) =>
      (typeof unit === 'string' ? [unit] : this.fillSlot(text, unit, isSecond)).map((c) => {
        const shown = this.isNarrow ? (NARROW[c] ?? c) : c
        return { text: text + shown, reading: reading.read(shown) }
      }),
    )
    const isLast = typeof next !== 'object' || next.isMark
    return longer.length > KEPT && isLast ? best(longer, ahead(path, index), KEPT) : longer
  }

  /** The characters of a slot behind a text; two slots side by side must make a word that the page has elsewhere. */
  private fillSlot(text: string, slot: Slot, isSecond: boolean): readonly string[] {
    const { lexicon, pairs } = this.model
    const filled = lexicon.fill(slot)
    return isSecond ? filled.filter((c) => pairs.has(text.slice(-1) + c)) : filled
  }
}

function ahead(path: Path, index: number): string {
  let text = ''
  for (let i = index + 1; i < path.units.length && text.length < AHEAD; i++) {
    const unit = path.units[i]!
    if (typeof unit !== 'string') break
    text += unit
  }
  return text
}

function best(drafts: readonly Draft[], next: string, most: number): Draft[] {
  return drafts
    .map((draft) => ({ draft, score: draft.reading.read(next).score }))
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ draft }) => draft)
}
