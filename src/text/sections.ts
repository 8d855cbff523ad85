import type { Plan, PlanSection } from '../types.js'

/** The sections of the first level in reading order: those of the text, then attachments with a text of their own. */
export function topSections(plan: Plan): PlanSection[] {
  const attached = (plan.document.attachments ?? []).filter((part) => typeof part !== 'string')
  return [...(plan.sections ?? []), ...attached]
}
