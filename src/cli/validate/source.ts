import { examine, open, prepare } from '../../parse.js'
import { fromCodePoints } from '../../text/place.js'
import { loadScript, simplify } from '../../text/script.js'
import { normalise } from '../../text/width.js'
import type { Path, Plan, PlanSection, Remark, Task } from '../../types.js'

const KINDS = ['indicators', 'references', 'deadlines', 'responsible'] as const

/** Says of each text and quote of a plan whether the notice says it at its span. */
export async function createSourceCheck(bytes: Uint8Array, file: string): Promise<(plan: Plan) => Remark[]> {
  const page = await open(bytes, { file })
  await prepare(page)
  await loadScript('為', 'simplified')
  const { mended, source } = examine(page, { file })
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
        task[kind]?.forEach(({ quote, span }, i) => compare(quote, span, [...path, kind, i, 'quote']))
    })
    return remarks
  }
}

function eachTask(plan: Plan, see: (task: Task, path: Path) => void): void {
  const tasks = (list: readonly Task[] | undefined, path: Path) =>
    list?.forEach((task, i) => see(task, [...path, 'tasks', i]))
  const sections = (list: readonly PlanSection[] | undefined, path: Path): void =>
    list?.forEach((section, i) => {
      const at = [...path, 'sections', i]
      tasks(section.tasks, at)
      sections(section.sections, at)
    })
  tasks(plan.preamble?.tasks, ['preamble'])
  sections(plan.sections, [])
}
