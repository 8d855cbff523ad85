import { lastDay } from '../text/date.js'
import { isBlank } from '../text/han.js'
import { isUnit } from '../text/unit.js'
import type { Deadline, Fact, Sentence, Source, Span } from '../types.js'
import type { Role } from './columns.js'

/** A sentence made of a cell; `at(i)` is the offset in the source of its i-th unit, `at(text.length)` its end. */
export interface Told {
  readonly sentence: Sentence
  at(index: number): number
}

/** What text says before units that have a role: the header of their column in one form. */
const LABELS: Partial<Record<Role, string>> = { lead: '牵头单位:', support: '配合单位:', supervise: '指导单位:' }

/**
 * A cell of units as a sentence that assigns them: 「市财政局⏎市民政局」 under 配合单位 → 「配合单位:市财政局、市民政局」.
 * A break inside a name is closed, one between names becomes a comma.
 */
export function assigning(source: Source, cell: Span, role: Role): Told | undefined {
  const label = LABELS[role]
  if (label === undefined) return undefined
  let text = label
  let shown = label
  let word = ''
  const places: number[] = []
  for (let i = cell.start; i < cell.end; i++) {
    const c = source.folded[i]!
    const blank = isBlank(c.charCodeAt(0))
    if (blank && !isUnit(word)) continue
    word = blank || /[、,;]/.test(c) ? '' : word + c
    const printed = blank || /[,;]/.test(c) ? '、' : c
    text += printed
    shown += printed === c ? source.shown[i]! : printed
    places.push(i)
  }
  const at = (index: number) => (index < label.length ? cell.start : (places[index - label.length] ?? cell.end))
  return { sentence: { text, shown }, at }
}

/** A time in a column of deadlines is the end of what it names: 「2025年」 → by ../2025-12-31. */
export function closing(fact: Fact): Fact {
  const value = fact.value as Deadline
  const [, year, part] = /^(\d{4})(?:-(\d{2}))?$/.exec(value.date ?? '') ?? []
  const month = Number(part ?? 12)
  if (fact.kind !== 'deadline' || value.kind !== 'during' || year === undefined || month > 12) {
    const quarter =
      value.kind === 'during' && month >= 33 && month <= 36 ? (month - 32) * 3 : month >= 40 ? (month - 39) * 6 : 0
    if (fact.kind !== 'deadline' || quarter === 0) return fact
    return { ...fact, value: { ...value, kind: 'by', date: `../${lastDay(Number(year), quarter)}` } }
  }
  return { ...fact, value: { ...value, kind: 'by', date: `../${lastDay(Number(year), month)}` } }
}

/** 「2025」「2025.6」 in a column of deadlines. */
export function bareTime(cell: string): Deadline | undefined {
  const match = /^(20\d{2})(?:[.-](\d{1,2}))?$/.exec(cell)
  const month = Number(match?.[2] ?? 12)
  if (!match || month < 1 || month > 12) return undefined
  return { kind: 'by', date: `../${lastDay(Number(match[1]), month)}` }
}
