import type { Head, Line } from './head.js'
import { ATTACHMENT, dateLine, isNote } from './line.js'
import { namesIn } from './tail.js'
import { issuedTitles } from './title.js'

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

/** 「…的通知」: what the title of a notice ends in that issues another text. */
const NOTICE = /的(?:通知|决定|函|公告|通告|意见|批复|令)(?:\([^()]*\))?$/
const ISSUES = /^(?:关于)?(?:印发|转发|批转|公布|发布|颁发|颁布|下发)(?!时间|日期|机构|单位|部门|:)/

const joined = (lines: readonly Line[]) => lines.map(({ text }) => text).join('')

/** The lines that are the title of a notice above the text it issues: 「某县人民政府」 + 「印发《关于…」 + 「…办法》的通知」. */
export function noticeLines(lines: readonly Line[]): readonly Line[] {
  for (let i = 0; i < lines.length; i++) {
    if (!ISSUES.test(lines[i]!.text)) continue
    const length = [1, 2, 3, 4].find((count) => NOTICE.test(joined(lines.slice(i, i + count))))
    if (length === undefined) continue
    let first = i
    while (lines[first - 1] && namesIn(lines[first - 1]!).length > 0) first--
    return lines.slice(first, i + length)
  }
  return []
}

/** A text that a notice issues: the lines of its title in the same file. */
export interface Issued {
  readonly first: number
  readonly last: number
}

/** How alike two titles are: the share of their pairs of characters that both have. */
function likeness(one: string, other: string): number {
  const pairsOf = (text: string) => new Set([...text].slice(1).map((c, i) => text[i] + c))
  const [pairs, others] = [pairsOf(one), pairsOf(other)]
  const shared = [...pairs].filter((pair) => others.has(pair)).length
  return (2 * shared) / (pairs.size + others.size)
}

/** Below a signature a title may differ a little from the one that the notice names: 「2023年某省…要点」, 「2023年全省…要点」. */
const ALIKE = 0.75

const isSame = (title: string, key: string, signed: boolean) =>
  key === title ||
  (key.endsWith(title) && title.length * 3 > key.length * 2) ||
  (signed && title.slice(-2) === key.slice(-2) && likeness(title, key) >= ALIKE)

/** The titles that a notice says it issues, in its title and its first sentences. */
const namedBy = (head: Head, lines: readonly Line[]) =>
  [...(head.title ? issuedTitles(head.title) : []), ...issuedInText(lines)].filter((title) => keyOf(title).length >= 4)

const keysOf = (head: Head, lines: readonly Line[]) => [...new Set(namedBy(head, lines).map(keyOf))]

/** What stands between the words of a notice and the text it issues: the day, 「（此件公开发布）」, 「附件」. */
const isBetween = ({ text }: Line) => dateLine(text) !== undefined || isNote(text) || ATTACHMENT.test(text)

/** Where the texts that a notice issues begin, in lines behind the notice's own head. */
export function findIssued(head: Head, lines: readonly Line[]): Issued[] {
  const keys = keysOf(head, lines)
  const out: Issued[] = []
  for (let i = 0; i < lines.length && keys.length > 0; i++) {
    if (lines[i]!.text.length > 120) continue
    const signed = i > 0 && isBetween(lines[i - 1]!) && !isBetween(lines[i]!)
    let title = ''
    for (let last = i; last < Math.min(lines.length, i + 3); last++) {
      title += keyOf(lines[last]!.text)
      const at = keys.findIndex((key) => isSame(title, key, signed && last === i))
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

/** 「《甲》和《乙》已经…，现印发」: the notice issues more than one text, also where only one of them is on the page. */
export const issuesSeveral = (head: Head, lines: readonly Line[]) =>
  keysOf(head, lines).length > 1 &&
  lines.slice(0, 8).some(({ text }) => /》(?:[、,和及与]|以及)?《.*(?:印发|下发|发布)/.test(text))

/** The text that a notice issues right behind its signature, without a title of its own: where it begins, and the title that the notice names. */
export function untitled(head: Head, lines: readonly Line[]): { first: number; title: string } | undefined {
  const [title] = namedBy(head, lines)
  const day = lines.slice(0, 12).findIndex(({ text }) => dateLine(text))
  if (title === undefined || day < 2 || keysOf(head, lines).length > 1 || namesIn(lines[day - 1]!).length === 0)
    return undefined
  const next = lines[day + 1]
  const issues = /印发|下发|发布/.test(joined(lines.slice(0, day)))
  return issues && next && /。/.test(next.text) && !isNote(next.text) && lines.length > day + 2
    ? { first: day + 1, title }
    : undefined
}
