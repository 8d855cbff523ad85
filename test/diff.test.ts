import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { readPlan } from '../src/cli/diff/plan.js'
import type { Io } from '../src/cli.js'
import { compare, trend } from '../src/diff.js'
import type { Change, Comparison, Plan, PlanSection, Task } from '../src/types.js'

const FOLDER = new URL('../fixtures/diff/', import.meta.url)
const PAIRS = readdirSync(FOLDER).filter((name) => readdirSync(new URL(`${name}/`, FOLDER)).includes('old.yaml'))

/** What a person found when laying two plans side by side. */
interface Truth {
  /** Matched sections: `1 2` old id, new id. */
  sections: string[]
  tasks: string[]
  /** `raised 签约覆盖率 1.t2 1.t1`: class, name, old task, new task. */
  indicators: string[]
  /** `section added 1`, `deadline later 1.t2 1.t2 P9M`: changes that must be among those found. */
  changes?: string[]
}

const read = (pair: string, name: string) => parse(readFileSync(new URL(`${pair}/${name}.yaml`, FOLDER), 'utf8'))
const owner = (id: string | undefined) => id?.split('/')[0]

/** Found, expected and right, over all pairs. */
class Tally {
  found = 0
  expected = 0
  right = 0
  readonly misses: string[] = []

  add(pair: string, expected: readonly string[], found: readonly string[]): void {
    const left = [...found]
    this.expected += expected.length
    this.found += found.length
    for (const row of expected) {
      const at = left.indexOf(row)
      if (at >= 0) left.splice(at, 1)
      else this.misses.push(`${pair}: missed ${row}`)
    }
    this.right += found.length - left.length
    this.misses.push(...left.map((row) => `${pair}: wrong ${row}`))
  }

  get f1(): number {
    return (2 * this.right) / (this.found + this.expected)
  }
}

/** All pairs of sections: those matched one to one and the parts of split and merged ones. */
function sectionPairs({ matches, changes }: Comparison): string[] {
  const pairs = matches.filter(({ item }) => item === 'section').map((match) => `${match.old} ${match.new}`)
  for (const change of changes)
    if (change.item === 'section' && change.change === 'split')
      pairs.push(...change.parts.map((part) => `${change.old.id} ${part.id}`))
    else if (change.item === 'section' && change.change === 'merged')
      pairs.push(...change.parts.map((part) => `${part.id} ${change.new.id}`))
  return [...new Set(pairs)]
}

function indicatorRow(change: Change): string[] {
  if (change.item !== 'indicator') return []
  const [old, fresh] = ['old' in change ? change.old : undefined, 'new' in change ? change.new : undefined]
  const { name } = (fresh ?? old)!.value
  return [`${change.change} ${name} ${owner(old?.id) ?? '-'} ${owner(fresh?.id) ?? '-'}`]
}

function changeRow(change: Change): string {
  const ids = ['old', 'new'].flatMap((side) => {
    const value = (change as unknown as Record<string, { id: string } | undefined>)[side]
    return value ? [owner(value.id)] : []
  })
  return [
    change.item,
    change.change,
    ...ids,
    ...(change.item === 'deadline' && 'by' in change ? [change.by] : []),
  ].join(' ')
}

describe('own pairs with hand-made truth', () => {
  const [sections, tasks, indicators, others] = [new Tally(), new Tally(), new Tally(), new Tally()]
  for (const pair of PAIRS) {
    const truth: Truth = read(pair, 'truth')
    const comparison = compare(read(pair, 'old'), read(pair, 'new'))
    sections.add(pair, truth.sections, sectionPairs(comparison))
    const pairsOfTasks = comparison.matches.filter(({ item }) => item === 'task')
    tasks.add(
      pair,
      truth.tasks,
      pairsOfTasks.map((match) => `${match.old} ${match.new}`),
    )
    indicators.add(pair, truth.indicators, comparison.changes.flatMap(indicatorRow))
    const rows = comparison.changes.map(changeRow)
    others.add(
      pair,
      truth.changes ?? [],
      rows.filter((row) => truth.changes?.includes(row)),
    )
  }

  it('aligns sections', () => expect(sections.f1, sections.misses.join('\n')).toBeGreaterThanOrEqual(0.97))
  it('aligns tasks', () => expect(tasks.f1, tasks.misses.join('\n')).toBeGreaterThanOrEqual(0.93))
  it('names what became of indicators', () =>
    expect(indicators.f1, indicators.misses.join('\n')).toBeGreaterThanOrEqual(0.95))
  it('names the other changes', () => expect(others.f1, others.misses.join('\n')).toBeGreaterThanOrEqual(0.95))
})

describe('a series of four years', () => {
  const table = trend(['2016', '2017', '2018', '2019'].map((year) => read('series', year)))
  const truth: { indicators: string[]; sections: string[] } = read('series', 'truth')
  const clean = (row: string) => row.split('|').map((cell) => cell.trim())

  it('lays indicators side by side, shortened names and gaps included', () => {
    const rows = table.indicators.map(({ name, cells }) => [
      name,
      ...cells.map((cell) =>
        cell
          .map(({ value }) => `${value.status[0]}${value.value}`)
          .sort()
          .reverse()
          .join(' '),
      ),
    ])
    expect(rows).toEqual(truth.indicators.map(clean))
  })

  it('says which year holds which section', () => {
    expect(table.sections.map(({ title, ids }) => [title, ...ids.map((id) => id ?? '')])).toEqual(
      truth.sections.map(clean),
    )
  })
})

it('refuses a plan that is too large to compare, and says so', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'policyplan-diff-'))
  let said = ''
  const sink = {
    write: async (text: string | Uint8Array) => {
      said += String(text)
    },
  }
  const io = { cwd: folder, env: {}, stdin: Readable.from([]), stdout: sink, stderr: sink } as unknown as Io
  writeFileSync(join(folder, 'large.plan.json'), `{"planVersion":"1","note":"${'字'.repeat(6 << 20)}"}`)
  expect(await readPlan('large.plan.json', io, 'en')).toBeUndefined()
  rmSync(folder, { recursive: true })
  expect(said).toMatch(/^large\.plan\.json: the plan has 18 MB, more than the 16 MB that are compared/)
})

describe('laws', () => {
  const plans: Plan[] = PAIRS.flatMap((pair) => [read(pair, 'old'), read(pair, 'new')])
  const sorted = (changes: readonly Change[]) => changes.map((change) => JSON.stringify(change)).sort()

  it('finds nothing between a plan and itself', () => {
    for (const plan of plans) expect(compare(plan, plan).changes).toEqual([])
  })

  it('says the same the other way round', () => {
    for (const pair of PAIRS) {
      const [old, fresh] = [read(pair, 'old'), read(pair, 'new')]
      const pairsOf = (a: Plan, b: Plan) => compare(a, b).changes.map((change) => ends(change))
      expect(
        pairsOf(old, fresh)
          .map(([a, b]) => `${a} ${b}`)
          .sort(),
        pair,
      ).toEqual(
        pairsOf(fresh, old)
          .map(([a, b]) => `${b} ${a}`)
          .sort(),
      )
    }
  })

  it('gives the same bytes for the same input', () => {
    for (const pair of PAIRS)
      expect(sorted(compare(read(pair, 'old'), read(pair, 'new')).changes)).toEqual(
        sorted(compare(read(pair, 'old'), read(pair, 'new')).changes),
      )
  })

  it('says by how much in the unit of the newer plan', () => {
    const [raised] = compare(read('units', 'old'), read('units', 'new')).changes.filter(
      ({ change }) => change === 'raised',
    )
    expect(raised).toMatchObject({ by: 20 })
  })

  it('finds every generated edit where it was made, and no other sentence', () => {
    for (const plan of plans)
      fc.assert(
        fc.property(fc.constantFrom('drop', 'add', 'reword', 'move'), fc.nat(), fc.nat(), (edit, at, to) => {
          const { edited, removed, added, reworded } = editSentence(plan, edit, at, to)
          const changes = compare(plan, edited).changes.filter(({ item }) => item === 'task')
          const of = (kinds: string[], side: 'old' | 'new') =>
            changes
              .filter(({ change }) => kinds.includes(change))
              .map((change) => (change as unknown as Record<typeof side, { value: string }>)[side].value)
          expect(of(['removed'], 'old')).toEqual(removed)
          expect(of(['added'], 'new')).toEqual(added)
          expect(of(['reworded'], 'new')).toEqual(reworded)
          const mirrored = compare(edited, plan).changes.filter(({ item }) => item === 'task')
          const kinds = (list: readonly Change[]) => list.map(({ change }) => change).sort()
          const turned: Record<string, string> = { added: 'removed', removed: 'added' }
          expect(
            kinds(mirrored)
              .map((kind) => turned[kind] ?? kind)
              .sort(),
          ).toEqual(kinds(changes))
        }),
        { numRuns: 30 },
      )
  })

  it('finds nothing but renumbering where only numbers changed, and every dropped section', () => {
    for (const plan of plans.filter(({ sections }) => (sections?.length ?? 0) > 1))
      fc.assert(
        fc.property(fc.integer({ min: 1, max: 40 }), fc.nat(plan.sections!.length - 1), (shift, at) => {
          const renumbered = structuredClone(plan)
          for (const section of renumbered.sections!) if (section.marker) section.marker = `${shift}.`
          const kinds = new Set(compare(plan, renumbered).changes.map(({ item, change }) => `${item} ${change}`))
          expect([...kinds].filter((kind) => kind !== 'section renumbered')).toEqual([])

          const shorter = structuredClone(plan)
          const [gone] = shorter.sections!.splice(at, 1)
          const removed = compare(plan, shorter).changes.filter(({ change }) => change === 'removed')
          const ids = removed.map((change) => ('old' in change ? change.old.id : ''))
          if (gone!.title) expect(ids).toContain(gone!.id)
          for (const task of gone!.tasks ?? []) if (task.text !== gone!.title) expect(ids).toContain(task.id)
        }),
        { numRuns: 20 },
      )
  })
})

/** A sentence that no fixture holds. */
const NEW_SENTENCE = '组织青少年气象科普夏令营并编印观测手册。'

/** A plan with one sentence dropped, added, reworded at its end, or moved elsewhere; and the sentences that are so. */
function editSentence(plan: Plan, edit: string, at: number, to: number) {
  const edited = structuredClone(plan)
  const lists: Task[][] = []
  const walk = (sections: readonly PlanSection[] = []) => {
    for (const section of sections) {
      if (section.tasks) lists.push(section.tasks)
      walk(section.sections)
    }
  }
  walk(edited.sections)
  const texts = lists.flat().map(({ text }) => text)
  // A sentence that stands twice, or has a like one, may be told from neither.
  const alone = lists.flatMap((list) =>
    list.filter(({ text }) => text.length > 12 && isAlone(text, texts)).map((task) => [list, task] as const),
  )
  const [list, task] = alone[at % alone.length]!
  const none = { edited, removed: [] as string[], added: [] as string[], reworded: [] as string[] }
  const place = list.indexOf(task)
  if (edit === 'drop') none.removed.push(...list.splice(place, 1).map(({ text }) => text))
  if (edit === 'add') none.added.push(NEW_SENTENCE)
  if (edit === 'add') list.splice(place, 0, { id: 'new', text: NEW_SENTENCE, span: [0, 1] })
  if (edit === 'reword') task.text = task.text.replace(/.。?$/, '并抓好落实。')
  if (edit === 'reword') none.reworded.push(task.text)
  if (edit === 'move') {
    list.splice(place, 1)
    const target = lists[to % lists.length]!
    target.splice(to % (target.length + 1), 0, task)
  }
  number(edited)
  return none
}

const isAlone = (text: string, texts: readonly string[]) =>
  texts.filter((other) => other.slice(0, 6) === text.slice(0, 6) || other.slice(-6) === text.slice(-6)).length === 1

/** Gives tasks the ids that their places ask for. */
function number(plan: Plan): void {
  const walk = (sections: readonly PlanSection[] = []) => {
    for (const section of sections) {
      section.tasks?.forEach((task, i) => {
        task.id = `${section.id}.t${i + 1}`
      })
      walk(section.sections)
    }
  }
  walk(plan.sections)
}

/** Where a change stands in both plans; what has a split or merged side is left out. */
function ends(change: Change): [string, string] {
  const { old, new: fresh } = change as { old?: { id: string }; new?: { id: string } }
  return [old?.id ?? '-', fresh?.id ?? '-']
}
