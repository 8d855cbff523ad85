import type { Breach, Path, PlanSection, Rule, Task } from '../types.js'

/** The first id of a list that is not the next one: the ids behind it follow from it. */
function checkList<Item extends { readonly id: string }>(
  items: readonly Item[],
  prefixes: readonly string[],
  path: Path,
  breaches: Breach[],
): void {
  // Where the id above is wrong, those below may follow what is written or what is right.
  const prefix = prefixes.find((one) => items[0]?.id === `${one}1`) ?? prefixes[0]!
  const wrong = items.findIndex(({ id }, i) => id !== prefix + (i + 1))
  if (wrong < 0) return
  const { id } = items[wrong]!
  breaches.push({ path: [...path, wrong, 'id'], args: { id }, expected: prefix + (wrong + 1) })
}

const checkTasks = (tasks: readonly Task[] = [], ids: readonly string[], path: Path, breaches: Breach[]) =>
  checkList(
    tasks,
    ids.map((id) => `${id}.t`),
    [...path, 'tasks'],
    breaches,
  )

function checkSections(
  sections: readonly PlanSection[] = [],
  prefixes: readonly string[],
  path: Path,
  breaches: Breach[],
): void {
  checkList(sections, prefixes, [...path, 'sections'], breaches)
  for (const [i, section] of sections.entries())
    checkInside(section, [section.id, prefixes[0]! + (i + 1)], [...path, 'sections', i], breaches)
}

function checkInside(section: PlanSection, ids: readonly string[], path: Path, breaches: Breach[]): void {
  checkTasks(section.tasks, ids, path, breaches)
  checkSections(
    section.sections,
    ids.map((id) => `${id}.`),
    path,
    breaches,
  )
}

/** Attachments count together with those that are only titles. */
function checkAttachment(section: PlanSection, i: number, breaches: Breach[]): void {
  const path = ['document', 'attachments', i]
  const id = `a${i + 1}`
  if (section.id !== id) breaches.push({ path: [...path, 'id'], args: { id: section.id }, expected: id })
  checkInside(section, [section.id, id], path, breaches)
}

export const rule: Rule = {
  id: 'id-order',
  severity: 'error',
  basis: ['计划格式第一节：编号即在章节树中的位置', 'plan format, section 1: an id is the place in the tree'],
  sentence: ['编号 {id} 与位置不符。', 'The id {id} does not say where this stands.'],
  why: [
    '比对、评论和看板都按编号找任务；编号重复或错位，就会指到别的任务。',
    'Comparisons, comments and dashboards find a task by its id; a wrong or repeated one points to another task.',
  ],
  fixable: true,
  check({ plan }) {
    const breaches: Breach[] = []
    checkTasks(plan.preamble?.tasks, ['0'], ['preamble'], breaches)
    checkSections(plan.sections, [''], [], breaches)
    for (const [i, section] of (plan.document.attachments ?? []).entries())
      if (typeof section !== 'string') checkAttachment(section, i, breaches)
    return breaches
  },
}
