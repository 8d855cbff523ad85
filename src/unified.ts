import type { Parser, Processor } from 'unified'
import type { Node, Parent, Position } from 'unist'
import type { VFile } from 'vfile'
import { VFileMessage } from 'vfile-message'
import { SCHEMA_ID } from './data/generated/schema-id.js'
import { examine, openText } from './parse.js'
import { fromCodePoints, lineStarts, placeOf } from './text/place.js'
import { loadScript } from './text/script.js'
import { topSections } from './text/sections.js'
import type { ParseOptions, Plan, PlanSection, Task } from './types.js'
import { writer } from './write/yaml.js'

await loadScript('為', 'traditional')

/** A section of a plan as a unist node; its children are its tasks, then its sections. */
export interface PlanNode extends Parent {
  type: 'plan' | 'section' | 'task'
  /** What the plan says of it, without its own children. */
  data: { plan?: Plan; section?: Omit<PlanSection, 'tasks' | 'sections'>; task?: Task }
}

/**
 * A unified parser: `unified().use(policyplanParse).parse(file)` gives a tree of sections and tasks with positions, and
 * a VFileMessage on the file for every problem. Damaged text is repaired by `parse`, not here: its tables load later.
 */
export function policyplanParse(this: Processor, options: ParseOptions = {}): void {
  const parser: Parser = (document: string, file: VFile) => {
    const page = openText(document)
    const { plan, problems } = examine(page, { ...options, repair: false, ...(file.path && { file: file.basename! }) })
    for (const { reason, ruleId, severity, line, column } of problems) {
      const message = new VFileMessage(reason, { place: { line, column }, ruleId, source: 'policyplan' })
      message.fatal = severity === 'error' ? true : severity === 'warning' ? false : undefined
      file.messages.push(message)
    }
    return treeOf(plan, positions(document))
  }
  Object.assign(this, { parser })
}

/** A unified compiler: writes the plan of the tree as YAML. */
export function policyplanYaml(this: Processor): void {
  Object.assign(this, { compiler: (tree: Node) => writer.write((tree as PlanNode).data.plan!, SCHEMA_ID) })
}

function positions(text: string): (span: readonly [number, number]) => Position {
  const starts = lineStarts(text)
  const spanOf = fromCodePoints(text)
  const point = (offset: number) => ({ ...placeOf(starts, offset), offset })
  return (span) => {
    const { start, end } = spanOf(span)
    return { start: point(start), end: point(end) }
  }
}

function treeOf(plan: Plan, position: (span: readonly [number, number]) => Position): PlanNode {
  const taskNode = (task: Task): PlanNode => ({
    type: 'task',
    children: [],
    data: { task },
    position: position(task.span),
  })
  const sectionNode = ({ tasks = [], sections = [], ...section }: PlanSection): PlanNode => ({
    type: 'section',
    children: [...tasks.map(taskNode), ...sections.map(sectionNode)],
    data: { section },
    position: position(section.span),
  })
  const children = [...(plan.preamble?.tasks ?? []).map(taskNode), ...topSections(plan).map(sectionNode)]
  return { type: 'plan', children, data: { plan } }
}
