import type { Glosses } from '../gloss/page.js'
import { damage, narrow, WAYS } from './forward.js'
import type { Lexicon } from './lexicon.js'
import type { Path, Slot } from './paths.js'
import { type Pairs, scoreText } from './score.js'

/** A broken place with what stands around it. */
export interface Site {
  /** What was restored before it, nearest last. */
  readonly left: string
  readonly paths: readonly Path[]
  /** True where the page shows half-width punctuation only, whatever the damage met. */
  readonly isNarrow: boolean
  /** What the page shows from the last sound character on up to an offset and beyond it. */
  seen(end: number): { readonly sound: string; readonly shown: string; readonly behind: string }
  /** The text from one offset to another, and a little more, without its glosses. */
  rest(from: number, to: number): string
}

/** A reading of a broken place, with its score above the next best. */
export interface Choice {
  readonly text: string
  readonly end: number
  readonly margin: number
  readonly rivals: readonly string[]
}

interface Candidate {
  readonly text: string
  readonly path: Path
  readonly score: number
}

/** How many fillings of a slot are kept, and how many readings are put to the proof. */
const KEPT = 10
const PROVEN = 12

/** The best reading of a broken place that damages into what the page shows; undefined where none does. */
export function choose(site: Site, glosses: Glosses, lexicon: Lexicon, pairs: Pairs): Choice | undefined {
  const farthest = Math.max(...site.paths.map((path) => path.end))
  const score = (text: string, end: number) => scoreText(site.left + text + site.rest(end, farthest), lexicon, pairs)
  const candidates = site.paths
    .flatMap((path) =>
      fill(path, site.left, lexicon, pairs).map((full) => {
        const text = site.isNarrow ? narrow(full) : full
        return { text, path, score: score(text, path.end) }
      }),
    )
    .sort((a, b) => b.score - a.score)
  const proven = candidates
    .slice(0, PROVEN * 2)
    .filter((candidate) => proves(site, candidate, glosses))
    .slice(0, PROVEN)
  const [best] = proven
  if (!best) return undefined
  const whole = ({ text, path }: Candidate) => text + site.rest(path.end, farthest)
  const second = proven.find((candidate) => whole(candidate) !== whole(best))
  const literal = score('', site.paths[0]!.start)
  return {
    text: best.text,
    end: best.path.end,
    margin: best.score - Math.max(second?.score ?? -Infinity, literal),
    rivals: [...new Set(proven.map(({ text }) => text))].slice(0, 3),
  }
}

/** Every likely filling of the slots of a path. */
function fill(path: Path, left: string, lexicon: Lexicon, pairs: Pairs): string[] {
  let texts = ['']
  for (const [index, unit] of path.units.entries()) {
    if (typeof unit === 'string') texts = texts.map((text) => text + unit)
    else {
      const isSecond = typeof path.units[index - 1] === 'object'
      texts = texts.flatMap((text) => fillSlot(text, unit, isSecond, lexicon, pairs))
    }
    if (typeof unit === 'string' || texts.length <= KEPT) continue
    const isFirst = typeof path.units[index + 1] === 'object'
    if (isFirst || index === path.units.length - 1) continue
    texts = best(texts, (text) => scoreText(left + text + nextUnits(path, index), lexicon, pairs))
  }
  return texts
}

/** The characters of a slot behind a text; two slots side by side must make a word that the page has elsewhere. */
function fillSlot(text: string, slot: Slot, isSecond: boolean, lexicon: Lexicon, pairs: Pairs): string[] {
  const filled = lexicon.fill(slot).map((c) => text + c)
  return isSecond ? filled.filter((whole) => pairs.has(whole.slice(-2))) : filled
}

function nextUnits(path: Path, index: number): string {
  let text = ''
  for (let i = index + 1; i < path.units.length && text.length < 4; i++) {
    const unit = path.units[i]!
    if (typeof unit !== 'string') break
    text += unit
  }
  return text
}

function best(texts: readonly string[], score: (text: string) => number): string[] {
  return texts
    .map((text) => ({ text, score: score(text) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, KEPT)
    .map(({ text }) => text)
}

/** True where damaging a reading again gives exactly the characters of the page. */
function proves(site: Site, { text, path }: Candidate, glosses: Glosses): boolean {
  const { sound, shown, behind } = site.seen(path.end)
  const listed = new Map([...path.glossed, ...glosses])
  const whole = sound + text + behind
  const ways = /[,:;()?!]/.test(whole) ? WAYS : WAYS.filter((way) => !way.late)
  return ways.some((way) => damage(whole, listed, way) === shown)
}
