import { examine, open, prepare } from '../../parse.js'
import { fromCodePoints } from '../../text/place.js'
import { loadScript, simplify } from '../../text/script.js'
import { normalise } from '../../text/width.js'
import type { ParseOptions, Path, Plan, PlanSection, Remark, Task } from '../../types.js'

const KINDS = ['indicators', 'references', 'deadlines', 'responsible'] as const

/** Says of each text and quote of a plan whether the notice says it at its span. */
export async function createSourceCheck(bytes: Uint8Array, options: ParseOptions): Promise<(plan: Plan) => Remark[]> {
  const page = await open(bytes, options)
  await prepare(page)
  await loadScript('為', 'simplified')
  const { mended, source } = examine(page, options)
  const cut = fromCodePoints(page.text)
  const said = ([start, end]: readonly [number, number]) => {
    const span = mended.after(cut([start, end]))
    return normalise(source.shown.slice(span.start, span.end))
  }
  return (plan) => {
    const remarks: Remark[] = []
    const compare = (quote: string, span: readonly [number, number], path: Path) => {
      const found = said(span)
      if (found !== simplify(quote))
        remarks.push({ id: 'quote', path, at: 'value', args: { found: found.slice(0, 60) } })
    }
    eachTask(plan, (task, path) => {
      compare(task.text, task.span, [...path, 'text'])
      for (const kind of KINDS)
        for (const [i, { quote, span }] of (task[kind] ?? []).entries())
          compare(quote, span, [...path, kind, i, 'quote'])
    })
    return remarks
  }
}

function eachTask(plan: Plan, see: (task: Task, path: Path) => void): void {
  const seeAll = (tasks: readonly Task[] = [], path: Path) => {
    for (const [i, task] of tasks.entries()) see(task, [...path, 'tasks', i])
  }
  const walk = (sections: readonly (PlanSection | string)[] = [], path: Path) => {
    for (const [i, section] of sections.entries()) {
      if (typeof section === 'string') continue
      seeAll(section.tasks, [...path, i])
      walk(section.sections, [...path, i, 'sections'])
    }
  }
  seeAll(plan.preamble?.tasks, ['preamble'])
  walk(plan.sections, ['sections'])
  walk(plan.document.attachments, ['document', 'attachments'])
}
