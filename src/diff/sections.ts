import type { MatchReason } from '../types.js'
import { type Assignment, assign } from './assign.js'
import type { Flat } from './flatten.js'
import { likenessOf, type Pair, round } from './likeness.js'

/** The sections of two plans, matched; index 0 is the preamble on both sides. */
export interface SectionAlignment {
  readonly sections: Assignment
  /** Sections that one was split into, beside the one it is matched with: old index → new indexes. */
  readonly splits: ReadonlyMap<number, readonly number[]>
  /** Sections that were merged into one, beside the one it is matched with: new index → old indexes. */
  readonly merges: ReadonlyMap<number, readonly number[]>
  /** True for matched sections and for the parts of a split or merged one. */
  related(i: number, j: number): boolean
  reason(pair: Pair): MatchReason
}

/** The least score of a match, with the sections above taken into account. */
const LEAST = 0.45
/** How much the sections above count. */
const ABOVE = 0.15

/** Matches sections by title, by the sentences inside that are clearly alike, and by the sections above them. */
export function alignSections(old: Flat, fresh: Flat, seeds: readonly Pair[]): SectionAlignment {
  const evidence = new Evidence(old, fresh, seeds)
  const candidates = evidence.pairs().filter(({ score }) => score >= LEAST)
  const preamble = { i: 0, j: 0, score: 1 }
  const sections = assign([preamble, ...candidates], old.sections.length, fresh.sections.length)
  const { splits, merges } = findParts(old, fresh, seeds, sections)
  const partOf = new Set([
    ...[...splits].flatMap(([i, js]) => js.map((j) => `${i} ${j}`)),
    ...[...merges].flatMap(([j, is]) => is.map((i) => `${i} ${j}`)),
  ])
  return {
    sections,
    splits,
    merges,
    related: (i, j) => sections.ofOld.get(i)?.j === j || partOf.has(`${i} ${j}`),
    reason: (pair) => evidence.reason(pair),
  }
}

/** What speaks for two sections being one. */
class Evidence {
  readonly #old: Flat
  readonly #fresh: Flat
  readonly #titles = new Map<string, number>()
  readonly #contents = new Map<string, number>()
  readonly #oldTitles: Map<string, number>
  readonly #newTitles: Map<string, number>

  constructor(old: Flat, fresh: Flat, seeds: readonly Pair[]) {
    this.#old = old
    this.#fresh = fresh
    this.#oldTitles = countTitles(old)
    this.#newTitles = countTitles(fresh)
    const titles = (flat: Flat) => flat.sections.map(({ title }) => title)
    for (const { i, j, score } of likenessOf(titles(old), titles(fresh)).candidates())
      if (titles(old)[i] !== '' && titles(fresh)[j] !== '') this.#titles.set(`${i} ${j}`, score)
    for (const { i, j, score } of seeds) this.#count(i, j, score)
  }

  /** Adds a pair of sentences to all sections that hold them. */
  #count(i: number, j: number, score: number): void {
    const length = this.#old.tasks[i]!.task.text.length + this.#fresh.tasks[j]!.task.text.length
    for (let a = this.#old.tasks[i]!.section; a > 0; a = this.#old.sections[a]!.parent)
      for (let b = this.#fresh.tasks[j]!.section; b > 0; b = this.#fresh.sections[b]!.parent) {
        const key = `${a} ${b}`
        this.#contents.set(key, (this.#contents.get(key) ?? 0) + score * length)
      }
  }

  title(i: number, j: number): number {
    return this.#titles.get(`${i} ${j}`) ?? 0
  }

  contents(i: number, j: number): number {
    const both = this.#old.sections[i]!.weight + this.#fresh.sections[j]!.weight
    return both === 0 ? 0 : Math.min(1, (this.#contents.get(`${i} ${j}`) ?? 0) / both)
  }

  /** Title and contents taken together: either alone is enough, a title that stands several times is not. */
  #alone(i: number, j: number): number {
    const title = this.title(i, j) * (this.#isCommon(i, j) ? 0.5 : 1)
    return 1 - (1 - title) * (1 - this.contents(i, j))
  }

  #isCommon(i: number, j: number): boolean {
    const count = (counts: Map<string, number>, title: string) => counts.get(title) ?? 0
    return (
      count(this.#oldTitles, this.#old.sections[i]!.title) > 1 ||
      count(this.#newTitles, this.#fresh.sections[j]!.title) > 1
    )
  }

  #above(i: number, j: number): number {
    const a = this.#old.sections[i]!.parent
    const b = this.#fresh.sections[j]!.parent
    if (a < 0 || b < 0) return a === b ? 1 : 0
    return this.#alone(a, b)
  }

  pairs(): Pair[] {
    return [...new Set([...this.#titles.keys(), ...this.#contents.keys()])].map((key) => {
      const [i, j] = key.split(' ').map(Number) as [number, number]
      return { i, j, score: round(this.#alone(i, j) * (1 - ABOVE) + this.#above(i, j) * ABOVE) }
    })
  }

  reason({ i, j }: Pair): MatchReason {
    const title = this.title(i, j)
    if (title === 1 && this.contents(i, j) === 1) return 'same'
    return title >= this.contents(i, j) ? 'title' : 'contents'
  }
}

function countTitles(flat: Flat): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { title } of flat.sections) if (title !== '') counts.set(title, (counts.get(title) ?? 0) + 1)
  return counts
}

/** The least share of a part that must come from the whole, and of the whole that must have gone into the part. */
const OF_PART = 0.5
const OF_WHOLE = 0.2

/** Unmatched sections whose sentences stood in, or now stand in, one section of the other plan. */
function findParts(old: Flat, fresh: Flat, seeds: readonly Pair[], sections: Assignment) {
  const flows = new Map<string, number>()
  for (const { i, j } of seeds) {
    const [a, b] = [old.tasks[i]!, fresh.tasks[j]!]
    if (a.isTitle || b.isTitle || a.home < 0 || b.home < 0) continue
    const key = `${a.home} ${b.home}`
    flows.set(key, (flows.get(key) ?? 0) + a.task.text.length + b.task.text.length)
  }
  const oldWeights = homeWeights(old)
  const newWeights = homeWeights(fresh)
  const splits = new Map<number, number[]>()
  const merges = new Map<number, number[]>()
  for (const [key, flow] of flows) {
    const [i, j] = key.split(' ').map(Number) as [number, number]
    const ofOld = flow / 2 / oldWeights.get(i)!
    const ofNew = flow / 2 / newWeights.get(j)!
    const oldPair = sections.ofOld.get(i)
    const newPair = sections.ofNew.get(j)
    if (oldPair && !newPair && ofNew >= OF_PART && ofOld >= OF_WHOLE && flows.has(`${i} ${oldPair.j}`))
      splits.set(i, [...(splits.get(i) ?? []), j])
    if (newPair && !oldPair && ofOld >= OF_PART && ofNew >= OF_WHOLE && flows.has(`${newPair.i} ${j}`))
      merges.set(j, [...(merges.get(j) ?? []), i])
  }
  for (const parts of [...splits.values(), ...merges.values()]) parts.sort((a, b) => a - b)
  return { splits, merges }
}

/** Characters of the sentences of a titled section and the untitled ones in it. */
function homeWeights(flat: Flat): Map<number, number> {
  const weights = new Map<number, number>()
  for (const { home, task, isTitle } of flat.tasks)
    if (!isTitle) weights.set(home, (weights.get(home) ?? 0) + task.text.length)
  return weights
}
