import { daysIn, lastDay } from './date.js'

/** The first and the last day that an EDTF date or interval covers, `YYYY-MM-DD`; an open or unknown end is absent. */
export interface Bounds {
  readonly start?: string
  readonly end?: string
}

const PART = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/

/** `../2025-12-31` → its end alone, `2021/2025` → 2021-01-01 to 2025-12-31, `2019-33` → the first quarter of 2019. */
export function boundsOf(date: string): Bounds {
  const [from, to] = date.split('/')
  const start = partOf(from)?.start
  const end = partOf(to ?? from)?.end
  return { ...(start && { start }), ...(end && { end }) }
}

function partOf(text: string | undefined): { start: string; end: string } | undefined {
  const match = PART.exec(text ?? '')
  if (!match) return undefined
  const [year, month, day] = match.slice(1)
  if (day) return { start: match[0], end: match[0] }
  const [first, last] = monthsOf(month)
  return { start: `${year}-${String(first).padStart(2, '0')}-01`, end: lastDay(Number(year), last) }
}

/** The months of a year, a month, a season (21 to 24), a quarter (33 to 36) or a half-year (40, 41), after ISO 8601-2:2019, 4.8. */
function monthsOf(text: string | undefined): [number, number] {
  const code = text === undefined ? 0 : Number(text)
  if (code >= 21 && code <= 24) return [(code - 20) * 3, Math.min((code - 20) * 3 + 2, 12)]
  if (code >= 33 && code <= 36) return [(code - 33) * 3 + 1, (code - 32) * 3]
  if (code === 40 || code === 41) return [(code - 40) * 6 + 1, (code - 39) * 6]
  return code >= 1 && code <= 12 ? [code, code] : [1, 12]
}

/** True for a full day that exists: `2024-02-29`. */
export function isDay(date: string): boolean {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date)
  if (!match) return false
  const [year, month, day] = match.slice(1).map(Number)
  return month! >= 1 && month! <= 12 && day! >= 1 && day! <= daysIn(year!, month!)
}
