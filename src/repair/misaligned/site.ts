import { bracketOf } from '../../text/marks.js'
import { type Glosses, glossEnd, stripGlosses, syllableEnd } from '../gloss/page.js'
import { canonical } from './gbk.js'
import type { Path } from './paths.js'
import type { Restored } from './restored.js'

/** A damaged page, with what is known of its characters. */
export interface Page {
  readonly text: string
  readonly glosses: Glosses
  /** The Han characters that it has without a gloss. */
  readonly bare: ReadonlySet<string>
  /** True where it shows half-width punctuation only, whatever the damage met. */
  readonly isNarrow: boolean
}

/** A broken place with what stands around it. */
export interface Site {
  /** What was restored before it, nearest last. */
  readonly left: string
  readonly paths: readonly Path[]
  readonly isNarrow: boolean
  /** Round brackets that are open before it in its line. */
  readonly depth: number
  /** What the page shows from the last sound character on up to an offset and beyond it. */
  seen(end: number): { readonly sound: string; readonly shown: string; readonly behind: string }
  /** The text from one offset to another, and a little more, without its glosses. */
  rest(from: number, to: number): string
  /** True where its sentence has a semicolon. */
  readonly isListed: boolean
  /** How many round brackets are closed, less those opened, behind an offset in its line. */
  closed(from: number): number
  /** False for a character that the page has without a gloss. */
  mayBeGlossed(c: string): boolean
}

const LEFT = 12
const RIGHT = 6
const LINE = 400

/** False for the question mark of an address or a formula, and in a row of them. */
export function isSite(text: string, at: number): boolean {
  if (text.startsWith('????', at) || text.startsWith('???', at - 3)) return false
  if (syllableEnd(text, at + 1) > 0 || glossEnd(text, at + 1) > 0) return true
  const before = text[at - 1] ?? '\n'
  if (/[%\d]/.test(before)) {
    const [open] = /^\?+[@-~]?/.exec(text.slice(at, at + 4))!
    return text.charCodeAt(at + open.length) >= 0x80 || glossEnd(text, at + open.length) > 0
  }
  return !/[!-'*+\-./<-@A-~]/.test(before)
}

/** What stands around the question mark at an offset. */
export function siteOf(
  { text, glosses, bare, isNarrow }: Page,
  at: number,
  paths: readonly Path[],
  before: Restored,
): Site {
  const { sound } = before
  const depths = new Map<number, number>()
  return {
    left: before.last(LEFT).replace(/^.*\n/s, ''),
    paths,
    isNarrow,
    depth: before.depth,
    isListed: before.isListed || /^[^。\n]*[;；]/.test(text.slice(at, at + LINE)),
    seen(end) {
      const next = /[?\n]/.test(text[end] ?? '\n') ? end : end + 1
      const close = Math.max(next, next > end ? glossEnd(text, next) : -1)
      return { sound: sound.text, shown: canonical(text.slice(sound.at, close)), behind: text.slice(end, next) }
    },
    rest(from, to) {
      let end = to
      for (let taken = 0; taken < RIGHT && end < text.length && text[end - 1] !== '\n'; taken++) {
        end++
        end = Math.max(end, glossEnd(text, end))
      }
      return stripGlosses(text, from, end)
    },
    closed(from) {
      const known = depths.get(from) ?? countClosed(text, from, from + LINE)
      depths.set(from, known)
      return known
    },
    mayBeGlossed: (c) => glosses.has(c) || !bare.has(c),
  }
}

/** Round brackets that a line closes from an offset on beyond those that it opens, glosses aside. */
function countClosed(page: string, from: number, to: number): number {
  let open = 0
  let closed = 0
  for (let at = from; at < to && at < page.length && page[at] !== '\n'; at++) {
    const c = page[at]!
    const end =
      c === '(' ? glossEnd(page, at) : c === '?' ? Math.max(syllableEnd(page, at + 1), glossEnd(page, at + 1)) : -1
    if (end > 0) at = end - 1
    else if (bracketOf(c) > 0) open++
    else if (bracketOf(c) < 0) {
      if (open > 0) open--
      else closed++
    }
  }
  return closed
}
