import { bracketOf, hasNarrowMark } from '../../text/marks.js'
import type { Glosses } from '../gloss/page.js'
import { type Draft, Filler } from './fill.js'
import { damage, type Way } from './forward.js'
import type { Path } from './paths.js'
import { type Model, Reading } from './score.js'
import type { Site } from './site.js'

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

/** How many readings are put to the proof, and how many of them may fail it. */
const PROVEN = 16
const TRIED = 40

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
  for (const c of text) depth += bracketOf(c)
  return depth
}

/** True where damaging a reading again gives exactly the characters of the page. */
function proves(site: Site, { text, path }: Candidate, glosses: Glosses, way: Way): boolean {
  const { sound, shown, behind } = site.seen(path.end)
  const whole = sound + text + behind
  if (way.late && !hasNarrowMark(whole)) return false
  const listed = { get: (c: string) => glosses.get(c) ?? path.glossed.find(([glossed]) => glossed === c)?.[1] }
  return damage(whole, listed, way) === shown
}
