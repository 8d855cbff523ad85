import type { Evidence, Indicator, Plan, Side, Trend, TrendPresence, TrendRow } from '../types.js'
import { align } from './align.js'
import { assign } from './assign.js'
import { type Flat, type FlatFact, flatten } from './flatten.js'
import { groupBy } from './group.js'
import { likenessOf, round } from './likeness.js'
import { kindOf, labelOf, likenessOfMeasures } from './measures.js'
import { compareReferences } from './references.js'

type Statement = Side<Indicator & Evidence>

/** The least likeness by name of an indicator of one plan with a row of the table. */
const LEAST = 0.8

/** Plans of several years in one table: `trend([plan2019, plan2020, plan2021])`, oldest first. */
export function trend(plans: readonly Plan[]): Trend {
  const flats = plans.map(flatten)
  return {
    plans: plans.map(({ document }) => document),
    indicators: indicatorRows(flats),
    sections: chain(
      flats,
      (flat) => flat.sections.flatMap(({ id, title }, index) => (title ? [{ index, id, title }] : [])),
      (old, fresh) => align(old, fresh, 0.5).sections.pairs.map(({ i, j }) => [i, j]),
    ),
    references: chain(
      flats,
      (flat) =>
        flat.references.map(({ id, value }, index) => ({ index, id, title: value.title ?? value.number?.text ?? '' })),
      (old, fresh) => {
        const places = (flat: Flat) => new Map(flat.references.map(({ id }, index) => [id, index]))
        const [olds, news] = [places(old), places(fresh)]
        return compareReferences(old, fresh).matches.map((match) => [olds.get(match.old)!, news.get(match.new)!])
      },
    ).filter(({ title }, at, all) => all.findIndex((other) => other.title === title) === at),
  }
}

/** Indicators of the same name, scope and unit in one plan are one; plan by plan they find their row or begin one. */
function indicatorRows(flats: readonly Flat[]): TrendRow[] {
  const rows: { latest: Indicator; cells: Statement[][] }[] = []
  flats.forEach((flat, at) => {
    const groups = [
      ...groupBy(flat.indicators, ({ value }) => [labelOf(value), kindOf(value.unit), value.change].join()).values(),
    ]
    const label = (indicator: Indicator) => labelOf(indicator)
    const likeness = likenessOf(
      rows.map(({ latest }) => label(latest)),
      groups.map((group) => label(group[0]!.value)),
    )
    const candidates = likeness.candidates().flatMap(({ i, j }) => {
      const [a, b] = [rows[i]!.latest, groups[j]![0]!.value]
      if (kindOf(a.unit) !== kindOf(b.unit)) return []
      const score = round(likenessOfMeasures(a, b).score)
      return score < LEAST ? [] : [{ i, j, score }]
    })
    const { ofNew, pairs } = assign(candidates, rows.length, groups.length)
    for (const { i, j } of pairs) rows[i]!.cells[at] = statementsOf(groups[j]!)
    groups.forEach((group, j) => {
      if (ofNew.has(j)) return
      const free = candidates.filter((pair) => pair.j === j && !says(rows[pair.i]!.cells[at]!, group[0]!.value.status))
      const row = rows[free.sort((a, b) => b.score - a.score)[0]?.i ?? -1]
      if (row) row.cells[at]!.push(...statementsOf(group))
      else rows.push({ latest: group[0]!.value, cells: flats.map((_, k) => (k === at ? statementsOf(group) : [])) })
    })
    for (const { i, j } of pairs) rows[i]!.latest = groups[j]![0]!.value
  })
  return rows.map(({ latest, cells }) => ({ name: labelOf(latest), unit: latest.unit, cells }))
}

const statementsOf = (facts: readonly FlatFact<Indicator>[]): Statement[] =>
  facts.map(({ id, value }) => ({ id, value }))

/** A row that has a target of this plan may still take its result, under a shorter or longer name. */
const says = (cell: readonly Statement[], status: Indicator['status']) =>
  cell.some(({ value }) => value.status === status)

/** Links what consecutive plans have in common into rows. */
function chain(
  flats: readonly Flat[],
  items: (flat: Flat) => { index: number; id: string; title: string }[],
  link: (old: Flat, fresh: Flat) => [number, number][],
): TrendPresence[] {
  const rows: { title: string; ids: (string | undefined)[] }[] = []
  let open = new Map<number, (typeof rows)[number]>()
  flats.forEach((flat, at) => {
    const before = new Map((at === 0 ? [] : link(flats[at - 1]!, flat)).map(([i, j]) => [j, i]))
    const next: typeof open = new Map()
    for (const { index, id, title } of items(flat)) {
      const known = open.get(before.get(index) ?? -1) ?? rows.find((row) => row.title === title && !row.ids[at])
      const row = known ?? { title, ids: flats.map(() => undefined) }
      if (!known) rows.push(row)
      row.title = title
      row.ids[at] = id
      next.set(index, row)
    }
    open = next
  })
  return rows
}
