// Scores plans against hand-made truth: a fact is found where value, unit and words agree, right where all fields do.
const CLOSE = 0.75

const fold = (value) =>
  String(value ?? '')
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[〈《]/g, '<')
    .replace(/[〉》]/g, '>')
    .replace(/[—–～-]+/g, '-')
    .replace(/[“”‘’]/g, '"')

/** How alike two texts are by the characters they share, 0 to 1. */
function likeness(a, b) {
  const left = fold(a)
  const right = fold(b)
  if (left === right) return 1
  const counts = new Map()
  for (const c of left) counts.set(c, (counts.get(c) ?? 0) + 1)
  let shared = 0
  for (const c of right) {
    const n = counts.get(c) ?? 0
    if (n > 0) {
      shared++
      counts.set(c, n - 1)
    }
  }
  return (2 * shared) / ([...left].length + [...right].length || 1)
}

const sameWords = (a, b) => fold(a).includes(fold(b)) || fold(b).includes(fold(a)) || likeness(a, b) >= 0.6
const bare = (marker) => fold(marker).replace(/[()、.,:]/g, '')
const numberOf = (row) => fold(typeof row.number === 'object' ? row.number?.text : row.number)

/** Every row of a plan: its sections, and its facts with the section they stand in. */
function rowsOf(plan) {
  const rows = { sections: [], indicators: [], references: [], deadlines: [], responsible: [] }
  const addTasks = (tasks, section) => {
    for (const task of tasks ?? [])
      for (const kind of ['indicators', 'references', 'deadlines', 'responsible'])
        for (const fact of task[kind] ?? []) rows[kind].push({ ...fact, section })
  }
  const walk = (sections) => {
    for (const section of sections ?? []) {
      const starts = (section.tasks ?? []).map((task) => task.text).join('')
      rows.sections.push({ ...section, starts, depth: section.id.split('.').length })
      addTasks(section.tasks, section.id)
      walk(section.sections)
    }
  }
  addTasks(plan.preamble?.tasks, '0')
  walk(plan.sections)
  rows.responsible = rows.responsible.flatMap((row) => row.units.map((unit) => ({ ...row, unit })))
  return rows
}

/** For each kind: the truth's rows, how well two rows match (0: not at all), whether a matched row is right. */
const KINDS = {
  sections: {
    truth: (gold) => (gold.sections ?? []).map((row) => ({ ...row, depth: row.id.split('.').length })),
    match: (gold, row) =>
      bare(gold.marker) === bare(row.marker) &&
      (gold.title !== undefined
        ? likeness(gold.title, row.title) >= 0.97
        : !row.title && fold(row.starts).startsWith(fold(gold.starts).slice(0, 10)))
        ? 1 + (gold.depth === row.depth) + (gold.id === row.id)
        : 0,
    right: (gold, row) => gold.depth === row.depth,
  },
  indicators: {
    truth: (gold) => gold.indicators ?? [],
    match: (gold, row) => {
      const equal = (a, b) => a === b || Math.abs(a - b) <= 1e-3 * Math.max(Math.abs(a), Math.abs(b))
      const value =
        gold.value === undefined ? equal(gold.min, row.min) && equal(gold.max, row.max) : equal(gold.value, row.value)
      if (
        !value ||
        fold(gold.unit) !== fold(row.unit) ||
        !(sameWords(gold.quote, row.quote) || likeness(gold.name, row.name) >= 0.6)
      )
        return 0
      return 1 + likeness(gold.name, row.name) + (gold.section === row.section)
    },
    right: (gold, row) =>
      gold.comparator === row.comparator &&
      gold.status === row.status &&
      gold.change === row.change &&
      likeness((gold.scope ?? '') + gold.name, (row.scope ?? '') + row.name) >= CLOSE,
  },
  references: {
    truth: (gold) => gold.references ?? [],
    match: (gold, row) =>
      (
        gold.title === undefined
          ? !row.title && numberOf(gold) === numberOf(row)
          : likeness(gold.title, row.title) >= 0.95
      )
        ? 1 + (gold.section === row.section) + (numberOf(gold) === numberOf(row))
        : 0,
    right: (gold, row) =>
      numberOf(gold) === numberOf(row) &&
      gold.type === row.type &&
      gold.relation === row.relation &&
      fold(gold.issuers) === fold(row.issuers),
  },
  deadlines: {
    truth: (gold) => gold.deadlines ?? [],
    match: (gold, row) =>
      sameWords(gold.quote, row.quote)
        ? 1 + (gold.kind === row.kind) + (gold.date === row.date) + (gold.section === row.section)
        : 0,
    right: (gold, row) =>
      gold.kind === row.kind && fold(gold.date) === fold(row.date) && fold(gold.duration) === fold(row.duration),
  },
  responsible: {
    truth: (gold) =>
      (gold.responsible ?? []).flatMap((row) =>
        row.units.map((unit) => ({ ...row, unit, optional: row.optional || row.role === 'party' })),
      ),
    match: (gold, row) =>
      likeness(gold.unit, row.unit) >= 0.9 ? 1 + (gold.role === row.role) + (gold.section === row.section) : 0,
    right: (gold, row) => gold.role === row.role,
  },
}

/** Pairs rows of truth and plan, the best match first. */
function pair(golds, rows, match) {
  const candidates = golds.flatMap((gold, i) =>
    rows.map((row, j) => [match(gold, row), i, j]).filter(([score]) => score > 0),
  )
  candidates.sort((a, b) => b[0] - a[0] || a[1] - b[1] || a[2] - b[2])
  const found = new Map()
  const used = new Set()
  for (const [, i, j] of candidates)
    if (!found.has(i) && !used.has(j)) {
      found.set(i, j)
      used.add(j)
    }
  return found
}

/** Detection and strict F1 of every kind over pairs of truth and plan; optional rows count neither way. */
export function scoreOf(pairs) {
  const f1 = (hits, truth, got) => (truth + got === 0 ? 1 : Math.round(((2 * hits) / (truth + got)) * 1e4) / 1e4)
  return Object.fromEntries(
    Object.entries(KINDS).map(([kind, { truth, match, right }]) => {
      const sum = { gold: 0, got: 0, found: 0, right: 0 }
      for (const [gold, plan] of pairs) {
        const golds = truth(gold)
        const rows = rowsOf(plan)[kind]
        const found = pair(golds, rows, match)
        const asked = golds.map((row, i) => [row, found.get(i)]).filter(([row]) => !row.optional)
        sum.gold += asked.length
        sum.got += rows.length - (found.size - asked.filter(([, j]) => j !== undefined).length)
        sum.found += asked.filter(([, j]) => j !== undefined).length
        sum.right += asked.filter(([row, j]) => j !== undefined && right(row, rows[j])).length
      }
      return [
        kind,
        { gold: sum.gold, detection: f1(sum.found, sum.gold, sum.got), strict: f1(sum.right, sum.gold, sum.got) },
      ]
    }),
  )
}
