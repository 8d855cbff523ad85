import { expect } from 'vitest'
import type { Examined } from '../src/parse.js'
import { fromCodePoints } from '../src/text/place.js'
import { topSections } from '../src/text/sections.js'
import type { Plan, PlanSection, Task } from '../src/types.js'

/** All tasks of a plan, in order. */
export const tasksOf = (plan: Plan): Task[] => {
  const walk = (section: PlanSection): Task[] => [...(section.tasks ?? []), ...(section.sections ?? []).flatMap(walk)]
  return [...(plan.preamble?.tasks ?? []), ...topSections(plan).flatMap(walk)]
}

/** Every Han character of the text is in the plan, became metadata, or was named as furniture. */
export function expectNothingLost({
  source,
  layout,
  meta,
  headers,
  outline,
  appendices,
  plan,
  page,
  mended,
}: Examined): void {
  const covered = new Uint8Array(source.text.length)
  const cover = ({ start, end }: { start: number; end: number }) => covered.fill(1, start, end)
  for (const { block } of layout.furniture) cover(block.span)
  for (const { span } of headers) cover(span)
  const cut = fromCodePoints(page.text)
  for (const task of tasksOf(plan))
    for (const { span } of [...(task.responsible ?? []), ...(task.deadlines ?? [])]) cover(mended.after(cut(span)))
  for (const span of [...layout.copies, ...outline.preamble]) cover(span)
  for (const block of meta.taken.keys()) cover(block.span)
  const walk = (sections: typeof outline.sections): void => {
    for (const { marker, title, sentences, sections: children } of sections) {
      for (const span of [marker, title, ...sentences]) if (span) cover(span)
      walk(children)
    }
  }
  walk([...outline.sections, ...appendices.map(({ section }) => section)])
  const lost = Array.from(source.text, (c, i) => (covered[i] || !/[\u4e00-\u9fff]/.test(c) ? '' : c)).join('')
  expect(lost).toBe('')
}
