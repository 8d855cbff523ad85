import type { Change } from '../types.js'
import type { Alignment } from './align.js'
import type { Flat } from './flatten.js'

const ITEMS = ['section', 'task', 'indicator', 'deadline', 'responsible', 'reference']

/** Changes as one reads the newer plan; what is gone stands behind what it stood behind. */
export function inReadingOrder(changes: readonly Change[], old: Flat, fresh: Flat, alignment: Alignment): Change[] {
  const places = placesOf(fresh)
  const gone = placesOfOld(old, fresh, places, alignment)
  const placeOf = (change: Change) => {
    if ('new' in change) return places.get(ownerOf(change.new.id))!
    return gone.get(ownerOf('old' in change ? change.old.id : ''))!
  }
  return changes
    .map((change, rank) => ({ change, rank, place: placeOf(change), item: ITEMS.indexOf(change.item) }))
    .sort((a, b) => a.place - b.place || a.item - b.item || a.rank - b.rank)
    .map(({ change }) => change)
}

/** The section or task that an id belongs to: `1.t2/indicators/0` → `1.t2`. */
function ownerOf(id: string): string {
  const slash = id.indexOf('/')
  return slash < 0 ? id : id.slice(0, slash)
}

/** The rank of each section and task in reading order, by id. */
function placesOf(flat: Flat): Map<string, number> {
  const places = new Map<string, number>()
  let task = 0
  flat.sections.forEach(({ id }, index) => {
    places.set(id, places.size)
    for (; flat.tasks[task]?.section === index; task++) places.set(flat.tasks[task]!.task.id, places.size)
  })
  return places
}

/** The same for the older plan, in the ranks of the newer: what has no counterpart follows what it followed. */
function placesOfOld(old: Flat, fresh: Flat, places: Map<string, number>, { sections, tasks }: Alignment) {
  const out = new Map<string, number>()
  let last = 0
  let task = 0
  const put = (id: string, counterpart: string | undefined) => {
    if (counterpart !== undefined) last = places.get(counterpart)!
    // What is gone keeps its own order: a section before its sentences, one behind the other.
    out.set(id, counterpart === undefined ? last + 0.5 + out.size / 2 ** 24 : last)
  }
  old.sections.forEach(({ id }, i) => {
    const j = sections.ofOld.get(i)?.j
    put(id, j === undefined ? undefined : fresh.sections[j]!.id)
    for (; old.tasks[task]?.section === i; task++) {
      const other = tasks.ofOld.get(task)?.j
      put(old.tasks[task]!.task.id, other === undefined ? undefined : fresh.tasks[other]!.task.id)
    }
  })
  return out
}
