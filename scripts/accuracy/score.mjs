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
export function rowsOf(plan) {
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

/** Fields that are right when they read the same. */
const sameFields = (...names) =>
  Object.fromEntries(names.map((name) => [name, (gold, row) => fold(gold[name]) === fold(row[name])]))

const equal = (a, b) => a === b || Math.abs(a - b) <= 1e-3 * Math.max(Math.abs(a), Math.abs(b))
const sameValue = (gold, row) =>
  gold.value === undefined ? equal(gold.min, row.min) && equal(gold.max, row.max) : equal(gold.value, row.value)

/** For each kind: the truth's rows, how well two rows match (0: not at all), whether a matched row is right, and in which fields. */
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
    fields: { depth: (gold, row) => gold.depth === row.depth },
  },
  indicators: {
    truth: (gold) => gold.indicators ?? [],
    match: (gold, row) => {
      if (
        !sameValue(gold, row) ||
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
    fields: {
      ...sameFields('comparator', 'status', 'change', 'of', 'baseline'),
      name: (gold, row) => likeness(gold.name, row.name) >= CLOSE,
      scope: (gold, row) => likeness(gold.scope, row.scope) >= CLOSE,
    },
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
    fields: {
      ...sameFields('type', 'relation', 'issuers', 'article', 'resolves'),
      number: (gold, row) => numberOf(gold) === numberOf(row),
    },
  },
  deadlines: {
    truth: (gold) => gold.deadlines ?? [],
    match: (gold, row) =>
      sameWords(gold.quote, row.quote)
        ? 1 + (gold.kind === row.kind) + (gold.date === row.date) + (gold.section === row.section)
        : 0,
    right: (gold, row) =>
      gold.kind === row.kind && fold(gold.date) === fold(row.date) && fold(gold.duration) === fold(row.duration),
    fields: sameFields('kind', 'date', 'duration'),
  },
  responsible: {
    truth: (gold) =>
      (gold.responsible ?? []).flatMap((row) =>
        row.units.map((unit) => ({ ...row, unit, optional: row.optional || row.role === 'party' })),
      ),
    match: (gold, row) =>
      likeness(gold.unit, row.unit) >= 0.9 ? 1 + (gold.role === row.role) + (gold.section === row.section) : 0,
    right: (gold, row) => gold.role === row.role,
    fields: sameFields('role'),
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

/** A document's field as words: an array joined, a number or a cover by its text. */
const wordsOf = (value) =>
  fold(
    [value]
      .flat()
      .map((item) => (item && typeof item === 'object' ? (item.text ?? item.title) : item))
      .join(),
  )

/** How many of the fields of a document's head are right. */
function headOf(gold, plan) {
  const rows = Object.entries(gold.document ?? {})
  const right = rows.filter(([key, value]) => wordsOf(value) === wordsOf(plan.document?.[key])).length
  return { gold: rows.length, got: rows.length, found: right, right }
}

/** One kind's counts in one document: rows asked for, got, found, right, and per field how many of those found. */
function kindOf(rule, gold, got) {
  const golds = rule.truth(gold)
  const found = pair(golds, got, rule.match)
  const hits = golds.flatMap((row, i) => (row.optional || !found.has(i) ? [] : [[row, got[found.get(i)]]]))
  const spare = golds.filter((row, i) => row.optional && found.has(i)).length
  const field = ([name, same]) => [name, hits.filter(([row, other]) => same(row, other)).length]
  return {
    gold: golds.filter((row) => !row.optional).length,
    got: got.length - spare,
    found: hits.length,
    right: hits.filter(([row, other]) => rule.right(row, other)).length,
    fields: Object.fromEntries(Object.entries(rule.fields).map(field)),
  }
}

/** Counts of every kind of fact of one document; optional rows count neither way. */
export function countsOf(gold, plan) {
  const rows = rowsOf(plan)
  const kinds = Object.entries(KINDS).map(([kind, rule]) => [kind, kindOf(rule, gold, rows[kind])])
  return { document: headOf(gold, plan), ...Object.fromEntries(kinds) }
}

/** The counts of several documents as one. */
export function sumOf(documents) {
  const sum = {}
  for (const counts of documents)
    for (const [kind, count] of Object.entries(counts)) {
      sum[kind] ??= { gold: 0, got: 0, found: 0, right: 0, fields: {} }
      const into = sum[kind]
      for (const key of ['gold', 'got', 'found', 'right']) into[key] += count[key]
      for (const [field, n] of Object.entries(count.fields ?? {})) into.fields[field] = (into.fields[field] ?? 0) + n
    }
  return sum
}

/** F1 of finding and of all that matters being right, and the share of each field among the facts found. */
export function sharesOf({ gold, got, found, right, fields = {} }) {
  const share = (n, of) => (of === 0 ? 1 : n / of)
  const perField = Object.entries(fields).map(([field, n]) => [field, share(n, found)])
  return {
    detection: share(2 * found, gold + got),
    strict: share(2 * right, gold + got),
    ...Object.fromEntries(perField),
  }
}

/** What two readers who know neither sections nor names can be asked alike: which values with units, which times. */
const COMMON = {
  values: {
    rows: (of) => (of.indicators ?? []).filter((row) => !row.implied),
    match: (gold, row) => {
      const unit =
        row.after === undefined ? fold(gold.unit) === fold(row.unit) : fold(row.after).startsWith(fold(gold.unit))
      return sameValue(gold, row) && unit && sameWords(gold.quote, row.quote) ? 1 + likeness(gold.quote, row.quote) : 0
    },
  },
  times: {
    rows: (of) => of.deadlines ?? [],
    match: (gold, row) => (sameWords(gold.quote, row.quote) ? 1 + likeness(gold.quote, row.quote) : 0),
  },
}

/** Counts of values with units and of times, for rows of any reader: `{ indicators, deadlines }`. */
export function commonOf(gold, rows) {
  return Object.fromEntries(
    Object.entries(COMMON).map(([kind, { rows: of, match }]) => {
      const { fields: _, ...counts } = kindOf({ truth: of, match, right: () => true, fields: {} }, gold, of(rows))
      return [kind, counts]
    }),
  )
}
