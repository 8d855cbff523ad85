import type { Glosses } from '../gloss/page.js'
import { damage, narrow, type Way } from './forward.js'
import type { Path, Slot } from './paths.js'
import { type Model, Reading } from './score.js'

/** A broken place with what stands around it. */
export interface Site {
  /** What was restored before it, nearest last. */
  readonly left: string
  readonly paths: readonly Path[]
  /** True where the page shows half-width punctuation only, whatever the damage met. */
  readonly isNarrow: boolean
  /** Round brackets that are open before it in its line. */
  readonly depth: number
  /** What the page shows from the last sound character on up to an offset and beyond it. */
  seen(end: number): { readonly sound: string; readonly shown: string; readonly behind: string }
  /** The text from one offset to another, and a little more, without its glosses. */
  rest(from: number, to: number): string
  /** True where its sentence has a semicolon. */
  readonly isListed: boolean
  /** How many round brackets are closed, less those opened, behind an offset in its line. */
  closed(from: number): number
  /** False for a character that the page has without a gloss. */
  mayBeGlossed(c: string): boolean
}

/** A reading of a broken place, with how much likelier it is than all others together, as a logarithm. */
export interface Choice {
  readonly text: string
  readonly end: number
  readonly margin: number
  readonly rivals: readonly string[]
  /** The ways of damage that make of it what the page shows. */
  readonly ways: readonly Way[]
}

interface Candidate {
  readonly text: string
  readonly path: Path
  readonly score: number
}

interface Draft {
  readonly text: string
  readonly reading: Reading
}

/** How many fillings of a slot are kept, and how many readings are put to the proof. */
const KEPT = 20
const PROVEN = 16
const TRIED = 40
/** How many of them go on where this many characters lie behind the slot. */
const FEW = 6
const SETTLED = 8
/** How far beyond a slot its fillings are compared before the worse ones go. */
const AHEAD = 3

// What speaks against a reading beyond its words, as logarithms that the pages of a test corpus settled.
/** A bracket opened or closed too much. */
const UNBALANCED = -7
/** A glossed character that the page has elsewhere without a gloss, and one that it has nowhere else. */
const BARE = -12
const UNLISTED = -3
/** A digit before what is not counted. */
const LONE = -4
const COUNTED = /^[\d.%％‰年月日时時个個名人家项項次所亿億万萬元吨噸件户戶亩畝倍台臺座处處辆輛期批级級岁歲米]/
/** The only semicolon of a sentence, and one among others. */
const ALONE = -3
const LISTED = 2.5
/** What a character of sound text costs in the mean. */
const USUAL = -5
/** Shown for a digit or letter that nothing tells. */
const ANY = '□'

/** The best reading of a broken place that damages into what the page shows; undefined where none does. */
export function choose(site: Site, glosses: Glosses, model: Model, ways: readonly Way[]): Choice | undefined {
  const scale = new Scale(site, glosses, model)
  const proven: Candidate[] = []
  for (const candidate of scale.candidates().slice(0, TRIED)) {
    if (ways.some((way) => proves(site, candidate, glosses, way))) proven.push(candidate)
    if (proven.length === PROVEN) break
  }
  const [best] = proven
  if (!best) return undefined
  const rivals = new Map([['', scale.literal]])
  for (const other of proven) {
    const whole = scale.whole(other)
    if (whole !== scale.whole(best) && !rivals.has(whole)) rivals.set(whole, other.score)
  }
  const margin = best.score - logSum([...rivals.values()])
  const shown = proven.map(({ text, path }) => (path.isOpen ? text.slice(0, -1) + ANY : text))
  return {
    text: best.text,
    end: best.path.end,
    margin: best.path.isOpen ? Math.min(margin, 0) : margin,
    rivals: [...new Set(shown)].slice(0, 3),
    ways: ways.filter((way) => proves(site, best, glosses, way)),
  }
}

/** Weighs the readings of one place against each other. */
class Scale {
  private readonly site: Site
  private readonly glosses: Glosses
  private readonly model: Model
  private readonly start: Reading
  /** Where the farthest reading ends: all are compared up to there. */
  private readonly farthest: number

  constructor(site: Site, glosses: Glosses, model: Model) {
    this.site = site
    this.glosses = glosses
    this.model = model
    this.start = Reading.open(model).read(site.left)
    this.farthest = Math.max(...site.paths.map((path) => path.end))
  }

  /** Every reading, the best first. */
  candidates(): Candidate[] {
    const filler = new Filler(this.start, this.model, this.site.isNarrow)
    return this.site.paths
      .flatMap((path) => filler.fill(path).map((draft) => this.weigh(draft, path)))
      .sort((a, b) => b.score - a.score)
  }

  /** How well the place reads as it stands. */
  get literal(): number {
    const { paths, depth, closed } = this.site
    const { start } = paths[0]!
    return this.start.read(this.site.rest(start, this.farthest)).score + UNBALANCED * Math.abs(depth - closed(start))
  }

  /** What a reading makes of all that is compared. */
  whole({ text, path }: Candidate): string {
    return text + this.site.rest(path.end, this.farthest)
  }

  private weigh({ text, reading }: Draft, path: Path): Candidate {
    const { site, glosses } = this
    let score =
      this.readOn(reading, path.end) + UNBALANCED * Math.abs(site.depth + depthOf(text) - site.closed(path.end))
    for (const [c, syllable] of path.glossed)
      if (glosses.get(c) !== syllable) score += site.mayBeGlossed(c) ? UNLISTED : BARE
    if (path.isOpen && !COUNTED.test(site.rest(path.end, path.end + 1))) score += LONE
    if (/[;；]/.test(text)) score += site.isListed ? LISTED : ALONE
    return { text, path, score }
  }

  /** What is broken behind a reading is not held against it: it costs what any text costs. */
  private readOn(reading: Reading, end: number): number {
    const rest = this.site.rest(end, this.farthest)
    const broken = rest.indexOf('?')
    if (broken < 0) return reading.read(rest).score
    const unread = rest.slice(broken).match(/[^\x00-\x7f\u00e0-\u01dc]/g) ?? []
    return reading.read(rest.slice(0, broken)).score + unread.length * USUAL
  }
}

function logSum(scores: readonly number[]): number {
  const top = Math.max(...scores)
  return top + Math.log(scores.reduce((sum, score) => sum + Math.exp(score - top), 0))
}

function depthOf(text: string): number {
  let depth = 0
  for (const c of text) depth += c === '(' || c === '（' ? 1 : c === ')' || c === '）' ? -1 : 0
  return depth
}

/** Fills the slots of paths; what paths have in common is filled once. */
class Filler {
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
        const shown = this.isNarrow ? narrow(c) : c
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

/** True where damaging a reading again gives exactly the characters of the page. */
function proves(site: Site, { text, path }: Candidate, glosses: Glosses, way: Way): boolean {
  const { sound, shown, behind } = site.seen(path.end)
  const whole = sound + text + behind
  if (way.late && !/[,:;()?!]/.test(whole)) return false
  const listed = { get: (c: string) => glosses.get(c) ?? path.glossed.find(([glossed]) => glossed === c)?.[1] }
  return damage(whole, listed, way) === shown
}
