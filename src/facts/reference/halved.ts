import { KINDS } from '../../data/kinds.js'
import type { Span } from '../../types.js'
import { typeOf } from './kind.js'
import type { Title } from './title.js'

/** No title is longer, marks included; it keeps a text of nothing but 《 linear. */
export const LONGEST = 200

/** What stands behind a title whose closing mark is lost. */
const BEHIND = '(?=[,、。;:([)]|要求|精神|规定|部署|印发|已经|业经|和|与|及|等|$)'
/** 「…方案」「…办法(试行)」 */
const LAST_WORD = new RegExp(`(?:${[...KINDS].join('|')})(?:\\([^()[\\]]{1,12}\\))?${BEHIND}`, 'g')
/** A title with 关于 goes on up to 的 and its kind: 关于《…方案的通知 is no 方案. */
const ABOUT = /关于/
const NAMED = /的(?:若干|指导|实施|具体|补充|紧急)?[\u3400-\u9fff]{1,4}(?:\([^()]+\))?$/

/** The title that opens at an offset and closes nowhere, up to the first word that may be its last: 「《护林防火条例，」 */
export function readUnclosed(text: string, at: number): Title | undefined {
  const [line] = /^[^《》,;。!?]*/.exec(text.slice(at + 1, at + LONGEST))!
  for (const match of line.matchAll(LAST_WORD)) {
    const name = line.slice(0, match.index + match[0].length)
    if (name.length < 4 || typeOf(name) === 'other' || (ABOUT.test(name) && !NAMED.test(name))) continue
    const end = at + 1 + name.length
    return { span: { start: at, end }, name: { start: at + 1, end }, inner: innerOf(name, at + 1), lacks: 'close' }
  }
  return undefined
}

/** What puts a document to use, so that its title begins behind: 「认真执行∣护林防火条例》」 */
const USE =
  '(?:贯彻|落实|执行|按照|依照|遵照|参照|对照|根据|依据|围绕|印发|转发|下发|制定|修订|出台|编制|起草|发布|公布|颁布|签订|签署|学习|宣传|实施|违反|废止|完善)'
const USED = new RegExp(
  `${USE}(?:[了好的并和、]|${USE}){0,4}(?:[\\u3400-\\u9fff]{2,20}(?:印发|下发|发布|制定|出台)的?)?`,
)
/** A title behind another: 「《水法》、∣防洪法》」 */
const NEXT = /^(?:[、,]|和|与|及|以及)+/

/** The title that closes at an offset and opened nowhere: its words begin at 关于, behind what puts it to use, or behind another title. */
export function readUnopened(text: string, at: number, from: number): Title | undefined {
  const start = startOf(text.slice(Math.max(from, at - LONGEST), at), from > 0 && at - from <= LONGEST)
  if (start === undefined) return undefined
  const name = { start: at - start, end: at }
  const said = text.slice(name.start, at)
  if (said.length < 2 || typeOf(said) === 'other' || (ABOUT.test(said) && !NAMED.test(said))) return undefined
  return { span: { start: name.start, end: at + 1 }, name, inner: innerOf(said, name.start), lacks: 'open' }
}

/** How many of the last characters before a lone closing mark are its title; undefined where nothing tells. */
function startOf(before: string, isBehindTitle: boolean): number | undefined {
  const [run] = /[^,。;:!?《》“”]*$/.exec(before)!
  const about = run.indexOf('关于')
  if (about >= 0) return run.length - about
  const used = USED.exec(run)
  if (used) return run.length - used.index - used[0].length
  const next = isBehindTitle && run.length === before.length ? NEXT.exec(before) : null
  return next ? before.length - next[0].length : undefined
}

/** Where the first mark stands that no other answers and no title was read from; −1 where there is none. */
export function lostTitle(text: string, titles: readonly Title[]): number {
  let next = 0
  for (let at = 0; at < text.length; at++) {
    const c = text[at]
    if (c !== '《' && c !== '》') continue
    while (next < titles.length && titles[next]!.span.end <= at) next++
    if (next < titles.length && titles[next]!.span.start <= at) continue
    if (c === '》') return at
    const close = text.indexOf('》', at)
    const open = text.indexOf('《', at + 1)
    if (close < 0 || (open >= 0 && open < close)) return at
    at = close
  }
  return -1
}

const innerOf = (name: string, at: number): Span[] =>
  [...name.matchAll(/〈([^〈〉]+)〉/g)].map(({ index, 1: inner }) => ({
    start: at + index + 1,
    end: at + index + 1 + inner!.length,
  }))
