import type { Event } from 'js-yaml'
import type { Span } from '../../types.js'

/** The values that aliases may stand for in all; no plan is written with any. */
const MOST = 100_000

/** The alias at which a text begins to expand without end: one inside its own anchor, or too many values in all. */
export function endlessAlias(
  { EVENT_ID }: Pick<typeof import('js-yaml'), 'EVENT_ID'>,
  source: string,
  events: readonly Event[],
): Span | undefined {
  if (!source.includes('*')) return undefined
  const sizes = new Map<string, number>()
  const open: { name: string; before: number }[] = []
  let size = 0
  let expanded = 0
  for (const event of events) {
    if (event.type === EVENT_ID.POP) {
      const { name, before } = open.pop()!
      sizes.set(name, size - before)
      continue
    }
    const name = event.type === EVENT_ID.DOCUMENT ? '' : source.slice(event.anchorStart, event.anchorEnd)
    if (event.type === EVENT_ID.ALIAS) {
      const more = sizes.get(name) ?? 0
      size += more
      expanded += more
      if (expanded > MOST) return { start: event.anchorStart - 1, end: event.anchorEnd }
    } else {
      // Until it is closed, what an anchor holds has no end.
      sizes.set(name, event.type === EVENT_ID.SCALAR ? 1 : Number.POSITIVE_INFINITY)
      if (event.type !== EVENT_ID.SCALAR) open.push({ name, before: size })
      size++
    }
  }
  return undefined
}
