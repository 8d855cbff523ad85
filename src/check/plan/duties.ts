import type { Path, PlanView } from '../../types.js'

/** Kinds of document that tell of work done. */
const REPORTS = ['简报', '总结', '报告', '通报', '公报', '纪要']
/** Words that tell of a time already past, or of one up to which something is counted: 截至2018年底，…已完成 */
const DONE = /截[至止]|计算[至到]|已经?|完成了|达到了|以来|实现了|来[,，]/

/** The deadlines by which something is to be done; a report's and those of sentences that tell of the past are left out. */
export function duties({ plan, tasks }: PlanView): { date: string; path: Path }[] {
  if (REPORTS.includes(plan.document.kind ?? '')) return []
  return tasks
    .filter(
      ({ task: { text, indicators } }) => !DONE.test(text) && !indicators?.some(({ status }) => status === 'actual'),
    )
    .flatMap((at) =>
      at.deadlines.flatMap(({ fact: { kind, date }, path }) =>
        kind === 'by' && date !== undefined ? [{ date, path: [...path, 'date'] }] : [],
      ),
    )
}
