import type { Matched, MatchReason } from '../types.js'
import { type Assignment, assign } from './assign.js'
import type { Flat } from './flatten.js'
import { groupBy } from './group.js'
import { comparable, type Likeness, likenessOf, type Pair } from './likeness.js'
import { alignSections, type SectionAlignment } from './sections.js'

/** The sections and tasks of two plans, matched. */
export interface Alignment extends SectionAlignment {
  readonly tasks: Assignment
}

/** How much less alike two sentences must be where their sections are matched. */
const AT_HOME = 0.15

/**
 * Matches sections and tasks over renumbering, moving, splitting and merging: sentences that are clearly alike say which
 * sections belong together, sections then say which of the less alike sentences do.
 */
export function align(old: Flat, fresh: Flat, minSimilarity: number): Alignment {
  const texts = (flat: Flat) => flat.tasks.map(({ task }) => task.text)
  const likeness = likenessOf(texts(old), texts(fresh))
  const candidates = [...likeness.candidates(), ...titles(old, fresh)].filter((pair) => bothTitles(old, fresh, pair))
  const clear = candidates.filter(({ score }) => score >= Math.max(minSimilarity, 0.4))
  const seeds = assign(clear, old.tasks.length, fresh.tasks.length)
  const sections = alignSections(old, fresh, seeds.pairs)
  const judged = [...candidates, ...neighbours(old, fresh, sections, likeness)].flatMap(({ i, j, score }) => {
    const home = sections.related(old.tasks[i]!.section, fresh.tasks[j]!.section)
    if (score < (home ? minSimilarity - AT_HOME : minSimilarity)) return []
    if (!home && isReportOf(old, fresh, i, j)) return []
    return [{ i, j, score: score + (home ? AT_HOME : 0) }]
  })
  const tasks = assign(judged, old.tasks.length, fresh.tasks.length)
  return { ...sections, tasks: withPlainScores(tasks, likeness) }
}

/** True where one sentence only sets targets and the other only reports results: alike in words, not the same task. */
function isReportOf(old: Flat, fresh: Flat, i: number, j: number): boolean {
  const statuses = (flat: Flat, index: number) =>
    new Set(flat.tasks[index]!.task.indicators?.map(({ status }) => status))
  const [a, b] = [statuses(old, i), statuses(fresh, j)]
  return a.size === 1 && b.size === 1 && [...a][0] !== [...b][0]
}

/** A task that only repeats the title of its section is matched with another such task, never with a sentence. */
function bothTitles(old: Flat, fresh: Flat, { i, j }: Pair): boolean {
  return old.tasks[i]!.isTitle === fresh.tasks[j]!.isTitle
}

/** Title tasks of the two plans whose title is the same. */
function titles(old: Flat, fresh: Flat): Pair[] {
  const places = new Map(fresh.tasks.flatMap(({ task, isTitle }, j) => (isTitle ? [[task.text, j] as const] : [])))
  return old.tasks.flatMap(({ task, isTitle }, i) => {
    const j = isTitle ? places.get(task.text) : undefined
    return j === undefined ? [] : [{ i, j, score: 1 }]
  })
}

/** In matched sections of few tasks every pair is looked at, however common the words in it are. */
function neighbours(old: Flat, fresh: Flat, { sections }: SectionAlignment, likeness: Likeness): Pair[] {
  const oldTasks = tasksBySection(old)
  const newTasks = tasksBySection(fresh)
  return sections.pairs.flatMap((pair) => {
    const is = oldTasks.get(pair.i) ?? []
    const js = newTasks.get(pair.j) ?? []
    if (is.length * js.length > 64) return []
    return is
      .flatMap((i) => js.map((j) => ({ i, j, score: likeness.of(i, j) })))
      .filter((p) => bothTitles(old, fresh, p))
  })
}

const tasksBySection = (flat: Flat) => groupBy(flat.tasks.keys(), (i) => flat.tasks[i]!.section)

function withPlainScores({ pairs }: Assignment, likeness: Likeness): Assignment {
  const plain = pairs.map(({ i, j }) => ({ i, j, score: likeness.of(i, j) }))
  return {
    pairs: plain,
    ofOld: new Map(plain.map((pair) => [pair.i, pair])),
    ofNew: new Map(plain.map((pair) => [pair.j, pair])),
  }
}

/** The reason of a match of two sentences. */
export function reasonOf(oldText: string, newText: string): MatchReason {
  return comparable(oldText) === comparable(newText) ? 'same' : 'text'
}

/** What was matched, as the JSON tells it. */
export function listMatches(old: Flat, fresh: Flat, { sections, tasks, reason }: Alignment): Matched[] {
  const bySection = sections.pairs
    .filter(({ i, j }) => old.sections[i]!.section && fresh.sections[j]!.section)
    .map((pair) => ({
      item: 'section' as const,
      old: old.sections[pair.i]!.id,
      new: fresh.sections[pair.j]!.id,
      reason: reason(pair),
      score: pair.score,
    }))
  const byTask = tasks.pairs.map(({ i, j, score }) => {
    const [a, b] = [old.tasks[i]!.task, fresh.tasks[j]!.task]
    return { item: 'task' as const, old: a.id, new: b.id, reason: reasonOf(a.text, b.text), score }
  })
  return [...bySection, ...byTask]
}
