// The tables of npm run accuracy: the scores, what was gained and lost since the last recorded run, and the side by side.
import { sharesOf, sumOf } from './score.mjs'

const show = (share) => share.toFixed(3)
const percent = (n, of) => (of === 0 ? '—' : `${((100 * n) / of).toFixed(1)} %`)
const moved = (was, now) => Math.abs(now - was) > 1e-9

/** A Markdown table with its columns in line, as the formatter of the docs lays it out. */
function tableOf(columns, rows) {
  const all = [columns, ...rows].map((cells) => cells.map(String))
  const widths = columns.map((_, i) => Math.max(...all.map((cells) => cells[i].length)))
  const rule = widths.map((width) => '-'.repeat(width))
  return [all[0], rule, ...all.slice(1)]
    .map((cells) => `| ${cells.map((cell, i) => cell.padEnd(widths[i])).join(' | ')} |`)
    .join('\n')
}

/** Rows asked for, found and right of every kind. */
export function scoreTable(total) {
  const rows = Object.entries(total).map(([kind, counts]) => {
    const { detection, strict, ...fields } = sharesOf(counts)
    const weakest = Object.entries(fields).sort((a, b) => a[1] - b[1])[0]
    return [kind, counts.gold, show(detection), show(strict), weakest ? `${weakest[0]} ${show(weakest[1])}` : '—']
  })
  return tableOf(['kind', 'rows', 'detection F1', 'strict F1', 'weakest field of those found'], rows)
}

/** Detection and strict F1 of indicators, and what else a document holds, one row a document. */
export function documentTable(documents) {
  const rows = Object.entries(documents).map(([slug, counts]) => [
    slug,
    ...['sections', 'indicators', 'references', 'deadlines', 'responsible'].map((kind) => {
      const { detection, strict } = sharesOf(counts[kind])
      return counts[kind].gold === 0 ? '—' : `${show(detection)} / ${show(strict)}`
    }),
  ])
  return tableOf(['document', 'sections', 'indicators', 'references', 'deadlines', 'responsible'], rows)
}

/** Every share of two runs that differs, as `[where, kind, measure, was, now]`, for the documents that both have. */
function differences(before, now) {
  const shared = Object.keys(now).filter((slug) => before[slug])
  const pick = (run) => sumOf(shared.map((slug) => run[slug]))
  const places = [['all', pick(before), pick(now)], ...shared.map((slug) => [slug, before[slug], now[slug]])]
  return places.flatMap(([where, was, is]) =>
    Object.keys(is).flatMap((kind) => {
      const then = was[kind] ? sharesOf(was[kind]) : {}
      return Object.entries(sharesOf(is[kind]))
        .filter(([measure, share]) => then[measure] !== undefined && moved(then[measure], share))
        .map(([measure, share]) => ({ where, kind, measure, was: then[measure], now: share }))
    }),
  )
}

/** The gains and losses since the recorded run, per document, kind and field. */
export function changeTable(before, now) {
  const rows = differences(before, now)
    .filter(({ was, now: is }) => show(was) !== show(is))
    .map(({ where, kind, measure, was, now: is }) => [
      ...[where, kind, measure, show(was), show(is)],
      `${is > was ? '+' : '−'}${show(Math.abs(is - was))}`,
    ])
  const added = Object.keys(now).filter((slug) => !before[slug])
  const gone = Object.keys(before).filter((slug) => !now[slug])
  return [
    rows.length > 0
      ? tableOf(['document', 'kind', 'measure', 'recorded', 'now', 'change'], rows)
      : 'No score moved since the recorded run.',
    ...(added.length > 0 ? [`Not recorded yet: ${added.join(', ')}`] : []),
    ...(gone.length > 0 ? [`Recorded, but gone: ${gone.join(', ')}`] : []),
  ].join('\n\n')
}

/** The totals that fell: detection and strict of each kind over the documents that both runs have. */
export function fallen(before, now) {
  return differences(before, now).filter(
    ({ where, measure, was, now: is }) => where === 'all' && ['detection', 'strict'].includes(measure) && is < was,
  )
}

/** Precision and recall of several readers on values with units and on times. */
export function sideBySide(readers) {
  const kinds = { values: 'values with units', times: 'times' }
  const rows = Object.entries(kinds).flatMap(([kind, title]) =>
    Object.entries(readers).map(([reader, total]) =>
      total
        ? [
            title,
            reader,
            total[kind].gold,
            percent(total[kind].found, total[kind].got),
            percent(total[kind].found, total[kind].gold),
          ]
        : [title, reader, '—', '—', '—'],
    ),
  )
  return tableOf(['what', 'reader', 'rows', 'precision', 'recall'], rows)
}
