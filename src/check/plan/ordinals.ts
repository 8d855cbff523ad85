import type { Path, PlanView, SectionAt } from '../../types.js'

/** A numbered section and the ordinal of the one of its style before it: of its siblings, else in the text above. */
export interface Numbered {
  readonly path: Path
  readonly ordinal: number
  readonly before: number
}

/** Every numbered section that has one before it; numbering may run on across parents: （七）, then （八） under 二、. */
export function numberedNeighbours({ sections }: PlanView): Numbered[] {
  const inParent = new Map<SectionAt | undefined, Map<string, number>>()
  const out: Numbered[] = []
  for (const at of sections) {
    const { style, ordinal, marker } = at.section
    // 第三十五条之一 and 第12-1条 were put in later and take no number of their own.
    if (ordinal === undefined || /之|\d-\d/.test(marker ?? '')) continue
    const last = inParent.get(at.parent) ?? new Map<string, number>()
    inParent.set(at.parent, last)
    const before = last.get(style)
    last.set(style, ordinal)
    if (before !== undefined) out.push({ path: at.path, ordinal, before })
  }
  return out
}
