import type { Head, Line } from './head.js'
import { dateLine, isNote } from './line.js'
import { issuedTitles, kindOf } from './title.js'

/** What of a title tells it from others: Han characters, letters and digits. */
const keyOf = (text: string) => text.replace(/[^0-9A-Za-z一-龥]/g, '').replace(/(?:试行|暂行|征求意见稿)$/, '')

/** 「…印发《X》。全文如下：」: a news page that shows the text it tells of. */
const LEADS = /(?:全文|原文|内容)(?:如下|是)?[:。]?$/

/** Titles that the first sentences of a notice say it issues: 「《X》已经同意，现印发给你们」「现将《X》印发给你们」. */
function issuedInText(lines: readonly Line[]): string[] {
  for (const { text } of lines.slice(0, 8)) {
    if (!/[印下]发|发布|转发|公布|全文/.test(text)) continue
    const titles = [...text.matchAll(/《([^《》]+(?:《[^《》]*》[^《》]*)*)》/g)].map((match) => match[1]!)
    if (LEADS.test(text)) return titles
    if (
      /(?:[印下]发|发布|转发|公布)给?(?:你们|实施|执行)|现(?:予|将.{0,60}》.{0,6})?(?:[印下]发|发布|公布)|予以(?:[印下]发|发布|公布)/.test(
        text,
      )
    )
      return titles
  }
  return []
}

/** A text that a notice issues: the lines of its title in the same file. */
export interface Issued {
  readonly first: number
  readonly last: number
}

/** How many characters at its end make a title another's: 「卫生健康工作要点」 */
const SAME_END = 6

/** 「2023年全省卫生健康工作要点」 behind the signature of a notice that issues 「2023年青岭省卫生健康工作要点」: the same text in other words. */
function isReworded(key: string, line: string, above: Line | undefined): boolean {
  if (!above || !(dateLine(above.text) || isNote(above.text))) return false
  let same = 0
  while (same < line.length && key.at(-1 - same) === line.at(-1 - same)) same++
  return same >= SAME_END && same * 2 >= line.length && kindOf(line) !== undefined
}

/** Where the texts that a notice issues begin, in lines behind the notice's own head. */
export function findIssued(head: Head, lines: readonly Line[]): Issued[] {
  const named = [...(head.title ? issuedTitles(head.title) : []), ...issuedInText(lines)]
  const keys = [...new Set(named.map(keyOf).filter((key) => key.length >= 4))]
  const out: Issued[] = []
  for (let i = 0; i < lines.length && keys.length > 0; i++) {
    if (lines[i]!.text.length > 120) continue
    let joined = ''
    for (let last = i; last < Math.min(lines.length, i + 3); last++) {
      joined += keyOf(lines[last]!.text)
      const at = keys.findIndex(
        (key) =>
          key === joined ||
          (key.endsWith(joined) && joined.length * 3 > key.length * 2) ||
          (last === i && isReworded(key, joined, lines[i - 1])),
      )
      if (at < 0) continue
      if (/^\((?:试行|暂行|征求意见稿)\)$/.test(lines[last + 1]?.text ?? '')) last++
      out.push({ first: i, last })
      keys.splice(at, 1)
      i = last
      break
    }
  }
  return out
}
