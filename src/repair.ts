import { REPAIRS } from './repair/index.js'
import { applyEdits, type Edited } from './text/edits.js'
import type { Edit, Note, Repair, Span } from './types.js'

/** A text after repair: every edit as a value, both ways of a span, and what stays damaged. */
export interface Mended extends Edited {
  readonly edits: readonly Edit[]
  readonly notes: readonly Note[]
}

const suspects = (text: string): readonly Repair[] =>
  (REPAIRS as readonly Repair[]).filter((repair) => repair.suspects(text))

/** True where some kind of damage shows: one scan, cheap on clean text. */
export function isDamaged(text: string): boolean {
  return (REPAIRS as readonly Repair[]).some((repair) => repair.suspects(text))
}

/** Loads the tables that the repair of a text needs: none for undamaged text. */
export async function loadRepair(text: string): Promise<void> {
  for (const { load } of suspects(text)) await load?.(text)
}

/** Undoes the damage of a text: 「衛(wèi)生」 → 「衛生」; undamaged text comes back as the same string, without edits. */
export function repair(text: string): Mended {
  const found = suspects(text).map((kind) => kind.find(text))
  const edits = widest(found.flatMap((part) => part.edits))
  return { ...applyEdits(text, edits), edits, notes: found.flatMap((part) => part.notes) }
}

/** The places of a repaired text where characters are lost for good: those that stay damaged, or every question mark of a page that lost its text. */
export function lostPlaces({ text, notes, after }: Mended): Span[] {
  return notes.flatMap(({ code, span }) =>
    code === 'repair.lost'
      ? Array.from(text.matchAll(/\?/g), ({ index }) => ({ start: index, end: index + 1 }))
      : [after(span)],
  )
}

/** Edits in order without overlap: of two that claim the same characters the wider one stays. */
function widest(edits: readonly Edit[]): Edit[] {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
  const out: Edit[] = []
  for (const edit of sorted) {
    const last = out.at(-1)
    if (!last || edit.span.start >= last.span.end) out.push(edit)
    else if (edit.span.end - edit.span.start > last.span.end - last.span.start) out[out.length - 1] = edit
  }
  return out
}
