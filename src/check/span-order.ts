import type { Breach, Path, Rule } from '../types.js'
import { bare } from './plan/quote.js'
import { everyFact, siblings, taskLists } from './plan/view.js'

type Pair = readonly [number, number]

/** Spans that are no spans, and those that begin before the one that precedes them. */
function checkRow(row: readonly { span: Pair; path: Path }[], report: (path: Path, span: Pair) => void): void {
  let last = 0
  for (const { span, path } of row) {
    if (span[0] >= span[1] || span[0] < last) report(path, span)
    else last = span[0]
  }
}

export const rule: Rule = {
  id: 'span-order',
  severity: 'error',
  basis: ['计划格式第八节', 'plan format, section 8'],
  sentence: [
    'span 颠倒，或者不在应在的位置：{span}。',
    'This span is turned round or stands in the wrong place: {span}.',
  ],
  why: [
    '原文定位靠 span；次序乱了，点开事实就看到别的句子。',
    'Spans lead back to the notice; out of order they lead to another sentence.',
  ],
  check(view) {
    const breaches: Breach[] = []
    const report = (path: Path, [from, to]: Pair) =>
      breaches.push({ path: [...path, 'span'], args: { span: `[${from}, ${to}]` } })
    for (const group of siblings(view))
      checkRow(
        group.map(({ section: { span }, path }) => ({ span, path })),
        report,
      )
    for (const group of taskLists(view))
      checkRow(
        group.map(({ task: { span }, path }) => ({ span, path })),
        report,
      )
    // Where the span of the task is none, that of its facts cannot lie in it.
    for (const at of view.tasks.filter(({ task: { span } }) => span[0] < span[1]))
      for (const { fact, path } of everyFact(at)) {
        const [from, to] = fact.span
        const outside = from < at.task.span[0] || to > at.task.span[1]
        if (from >= to || (outside && bare(at.task.text).includes(bare(fact.quote)))) report(path, fact.span)
      }
    return breaches
  },
}
