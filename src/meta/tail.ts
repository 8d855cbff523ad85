import { HAN_YEAR, toEdtf } from '../text/date.js'
import { fold } from '../text/fold.js'
import { isUnit, splitUnits } from '../text/unit.js'
import { normalise } from '../text/width.js'
import type { Line } from './head.js'
import { readLabels } from './label.js'
import { dateLine, isAgency, isAttachments, isBrokenDate, isByline, isCopiedTo, isFileName, isNote } from './line.js'

/** What stands behind a text: who signed it when, to whom it was copied, what is attached. */
export interface Tail {
  issuers: string[]
  issuedOn?: string
  /** The date of issue where the page lost digits of it. */
  brokenDate?: Line
  copiedTo?: string[]
  note?: string
  attachments: string[]
  url?: string
  /** The lines that say so; the others are still body. */
  readonly taken: Set<Line>
}

const listOf = (text: string) =>
  text
    .split(/[，,；;。]/)
    .flatMap((part) => splitUnits(fold(part)).map(({ start, end }) => part.slice(start, end).trim()))
    .filter(Boolean)

/** 「附件：1.任务分工表2.指标表」 → two titles: cut at 1, 2, 3 … as they come. */
function titlesOf(text: string): string[] {
  const parts: string[] = []
  let rest = text.replace(/^附件?\d{0,2}[:：]?/, '')
  const first = /^(\d{1,2})[.．、]/.exec(rest)
  for (let number = first ? Number(first[1]) : 0; ; number++) {
    const next =
      number === 0 ? -1 : rest.indexOf(`${number}.`) >= 0 ? rest.indexOf(`${number}.`) : rest.indexOf(`${number}、`)
    if (next > 0) parts.push(rest.slice(0, next))
    if (next < 0) break
    rest = rest.slice(next + String(number).length + 1)
  }
  return [...parts, rest]
    .map((part) => part.replace(/^[.．、]|[;；。，,]$/g, '').trim())
    .filter((part) => part.length > 1)
}

/** 「某某局办公室　2022年6月2日印发」: who printed it when (GB/T 9704-2012, 7.4.2); the date of issue is another. */
const PRINTED = /日(?:印发|印制)$/

/** 「（共印80份）」 */
const COPIES = /^\(?(?:共印|印数|印发份数|份数)[::]?\d{1,5}份?\)?$/

/** How many lines of names may stand above a date. */
const SIGNERS = 24

/** Agencies above a date: lines that are nothing but names, one or several in a line. */
function signers(lines: readonly Line[], day: number): Line[] {
  const out: Line[] = []
  for (let i = day - 1; i >= 0 && out.length < SIGNERS; i--) {
    if (namesIn(lines[i]!).length === 0) break
    out.unshift(lines[i]!)
  }
  return out
}

/** 「赵某某 林业站干部」 is a person with a post. */
const POST = /(?:干部|委员|成员|队员|专员|干事)$/

const isName = (text: string) => !POST.test(text) && (isAgency(text) || (isUnit(text) && !/[:、]/.test(text)))

/** The agencies of a line: 「市财政局　市教育局」 → two, 「市 财 政 局」 → one; none where the line says anything else. */
export function namesIn({ text, spaced }: Line): string[] {
  const bare = (name: string) => normalise(name.replace(/[(（](?:盖章|章|公章|印)[)）]$/, ''))
  const parts = spaced.trim().split(/\s+|、/)
  if (parts.length > 1 && parts.every((part) => part.length >= 3 && isName(normalise(part)))) return parts.map(bare)
  return isName(text) ? [bare(spaced)] : []
}

const SIGNED = new RegExp(
  `^([一-龥、()]{4,60}?)(\\(?(?:\\d{4}|${HAN_YEAR})年.{2,10}日\\)?)(?:印发|印制)?(?:\\(此件[^()]*\\))?$`,
)

/** 「重庆市人民政府2019年6月28日」 in one line. */
export function signedLine(text: string) {
  const match = SIGNED.exec(text)
  const date = match && dateLine(match[2]!)
  return match && date && isAgency(match[1]!) ? { agency: match[1]!, date } : undefined
}

/** Reads what stands at the end of lines, from the last back to the last one that is body. */
export function readTail(lines: readonly Line[]): Tail {
  const tail: Tail = { issuers: [], attachments: [], taken: new Set() }
  let printedOn: string | undefined
  let i = lines.length - 1
  for (; i >= 0; i--) {
    const line = lines[i]!
    const { text, shown } = line
    if (line.block.kind === 'row') break
    const date = dateLine(text)
    const signed = signedLine(text)
    const labels = text.length < 120 ? readLabels(line) : undefined
    if (isNote(text)) tail.note = normalise(shown.slice(1, -1))
    else if (isCopiedTo(text))
      tail.copiedTo = [...listOf(normalise(shown.slice(text.indexOf(':') + 1))), ...(tail.copiedTo ?? [])]
    else if (PRINTED.test(text) && (date || signed)) {
      printedOn = toEdtf(date ?? signed!.date)
      if (date && i > 0 && isName(lines[i - 1]!.text)) tail.taken.add(lines[--i]!)
    } else if ((date || isBrokenDate(text)) && !tail.issuedOn && !tail.brokenDate) {
      if (date) tail.issuedOn = toEdtf(date)
      else tail.brokenDate = line
      for (const signer of signers(lines, i)) {
        tail.issuers.push(...namesIn(signer))
        tail.taken.add(signer)
        i--
      }
    } else if (signed && !tail.issuedOn) {
      tail.issuedOn = toEdtf(signed.date)
      tail.issuers.push(normalise(shown.slice(0, signed.agency.length)))
    } else if (isAttachments(text)) tail.attachments.unshift(...titlesOf(normalise(shown)))
    else if (isListed(text) && !/[。;]$/.test(text) && behindAttachments(lines, i))
      tail.attachments.unshift(...titlesOf(normalise(shown)))
    else if (labels) {
      const url = labels.find((pair) => pair.field === 'url')?.value
      if (url) tail.url ??= url
    } else if (!isByline(text) && !COPIES.test(text)) break
    tail.taken.add(line)
  }
  if (printedOn && !tail.brokenDate) tail.issuedOn ??= printedOn
  return tail
}

const isListed = (text: string) => /^\d{1,2}[.、]/.test(text) || isFileName(text)

/** A numbered line, or the name of a file, belongs to a list of attachments where 附件 stands at most ten lines above, with nothing else between. */
function behindAttachments(lines: readonly Line[], at: number): boolean {
  for (let i = at - 1; i >= 0 && i > at - 12; i--) {
    if (isAttachments(lines[i]!.text) || lines[i]!.text === '附件') return true
    if (!isListed(lines[i]!.text)) return false
  }
  return false
}
