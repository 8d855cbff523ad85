import type { Examined } from '../parse.js'
import type { PlanDocument, PlanSection, Task } from '../types.js'

/** How many of each a plan holds. */
export interface Counts {
  sections: number
  tasks: number
  indicators: number
  references: number
  deadlines: number
  responsible: number
}

/** What the plan was made with: a plan made otherwise is made again. */
export interface Made {
  readonly tool: string
  readonly options: Readonly<Record<string, string | boolean>>
}

/** One line of `manifest.ndjson`. */
export interface FileRecord extends Partial<Made> {
  readonly path: string
  readonly status: 'done' | 'failed'
  /** The plan below the output folder, with its size and hash as it was written. */
  readonly plan?: string
  readonly planBytes?: number
  readonly planSha256?: string
  readonly sha256?: string
  readonly bytes?: number
  readonly mediaType?: string
  readonly encoding?: string
  readonly title?: string
  readonly kind?: string
  readonly year?: number
  readonly counts?: Counts
  /** Problems by rule: how often each. */
  readonly problems?: Readonly<Record<string, number>>
  /** Repairs, and how many of them another reading came close to. */
  readonly repairs?: number
  readonly closeRepairs?: number
  /** Why there is no plan: the rule, and its sentence. */
  readonly code?: string
  readonly reason?: string
}

/** A repair whose best reading led by less than this is one to look at. */
const CLOSE = 4

/** What a record says of a document that was parsed. */
export function describe({ plan, problems, mended }: Examined): Partial<FileRecord> {
  const { source, title, kind, attachments = [] } = plan.document
  const year = yearOf(plan.document)
  const appendices = attachments.filter((attachment) => typeof attachment !== 'string')
  const rules: Record<string, number> = {}
  for (const { ruleId, severity } of problems) if (severity !== 'info') rules[ruleId] = (rules[ruleId] ?? 0) + 1
  return {
    mediaType: source.mediaType,
    encoding: source.encoding,
    ...(title !== undefined && { title }),
    ...(kind !== undefined && { kind }),
    ...(year !== undefined && { year }),
    counts: countOf(plan.preamble?.tasks, [...(plan.sections ?? []), ...appendices]),
    problems: rules,
    ...(mended.edits.length > 0 && {
      repairs: mended.edits.length,
      closeRepairs: mended.edits.filter(({ margin = CLOSE }) => margin < CLOSE).length,
    }),
  }
}

/** The year that a document is of: its own, that in which its period begins, or that of its date. */
function yearOf({ year, period, issuedOn, publishedOn, effectiveFrom }: PlanDocument): number | undefined {
  const date = period ?? issuedOn ?? publishedOn ?? effectiveFrom
  return year ?? (date === undefined ? undefined : Number(date.slice(0, 4)))
}

function countOf(preamble: readonly Task[] = [], sections: readonly PlanSection[]): Counts {
  const counts = noCounts()
  const count = (tasks: readonly Task[]) => {
    counts.tasks += tasks.length
    for (const task of tasks)
      for (const key of ['indicators', 'references', 'deadlines', 'responsible'] as const)
        counts[key] += task[key]?.length ?? 0
  }
  const walk = (section: PlanSection) => {
    counts.sections++
    count(section.tasks ?? [])
    section.sections?.forEach(walk)
  }
  count(preamble)
  sections.forEach(walk)
  return counts
}

export const noCounts = (): Counts => ({
  sections: 0,
  tasks: 0,
  indicators: 0,
  references: 0,
  deadlines: 0,
  responsible: 0,
})
