import { type Lang, say } from '../../messages.js'
import type { Evidence, Path, PlanView, Remark, TaskAt } from '../../types.js'
import { FACTS } from '../plan/view.js'
import { missingRule } from './rules.js'

type Pair = readonly [number, number]

const overlap = (a: Pair, b: Pair) => Math.min(a[1], b[1]) - Math.max(a[0], b[0])

/** The task of a plan that stands where another one does: the one that shares most of its span. */
function taskAt(tasks: readonly TaskAt[], span: Pair): TaskAt | undefined {
  let best: TaskAt | undefined
  let most = 0
  // Tasks are in order but for those of lists inside a paragraph, so that a scan of all is safe and still cheap.
  for (const at of tasks) {
    const shared = overlap(at.task.span, span)
    if (shared > most) [best, most] = [at, shared]
  }
  return best
}

/** The facts of one list that find no partner in the other: the same span first, then any that overlaps. */
function unmatched<Fact extends Evidence>(fresh: readonly Fact[], kept: readonly Evidence[]): Fact[] {
  const free = [...kept]
  const take = (fits: (one: Evidence) => boolean) => {
    const at = free.findIndex(fits)
    if (at >= 0) free.splice(at, 1)
    return at >= 0
  }
  return fresh
    .filter(({ span }) => !take((one) => one.span[0] === span[0] && one.span[1] === span[1]))
    .filter(({ span }) => !take((one) => overlap(one.span, span) > 0))
}

/** The section of a plan in which a place of the notice would stand: the last that begins before it. */
function sectionAt({ sections, plan }: PlanView, [start]: Pair): Path {
  const above = sections.findLast(({ section }) => section.span[0] <= start)
  if (above) return [...above.path, 'id']
  return plan.preamble ? ['preamble'] : ['document']
}

/** What a notice says, read afresh, and a plan of it lacks: whole tasks, and facts of the tasks that it has. */
export function missingFrom(plan: PlanView, notice: PlanView, lang: Lang): Remark[] {
  return notice.tasks.flatMap((fresh): Remark[] => {
    const kept = taskAt(plan.tasks, fresh.task.span)
    if (!kept) return [remark(sectionAt(plan, fresh.task.span), 'key', 'tasks', fresh.task.text, lang)]
    return FACTS.flatMap((key) =>
      unmatched<Evidence>(
        fresh[key].map(({ fact }) => fact),
        kept[key].map(({ fact }) => fact),
      ).map(({ quote }) => remark([...kept.path, 'text'], 'value', key, quote, lang)),
    )
  })
}

function remark(path: Path, at: Remark['at'], kind: string, quote: string, lang: Lang): Remark {
  return { id: missingRule.id, path, at, args: { kind: say(lang, `check.kind.${kind}`), quote: quote.slice(0, 60) } }
}
