import { BULLETS, NUMBERED } from '../../text/marker.js'
import type { PageBuilder } from '../page/builder.js'
import { joinAcross } from './across.js'
import { flowsOf } from './columns.js'
import { dropFurniture } from './furniture.js'
import { joinLines, lineOf, rowsOf } from './lines.js'
import type { Sheet, SheetLine } from './sheet.js'
import { findTables, type Table } from './tables.js'

const MARKER = new RegExp(`^(?:${NUMBERED}|[${BULLETS}])`)
const TERMINAL = /[。！？；：!?;:]["”’）)》]*$/

/** A line of its own below a title: a document number, a date, a note in brackets. */
const NUMBER = /(?:号|日)[）)]?$|^[（(—-]/

interface Layout {
  /** Where lines that are not indented begin, and where full lines end. */
  readonly left: number
  readonly right: number
  /** Sizes that headings are set in, the largest first. */
  readonly headings: readonly number[]
}

/** Writes sheets as paragraphs and rows: lines joined by geometry, headers, footers and page numbers left out. */
export function writeSheets(page: PageBuilder, sheets: readonly Sheet[]): void {
  const pages = sheets.flatMap((sheet) => {
    const { tables, rest } = findTables(sheet)
    const waiting = tables.sort((a, b) => a.top - b.top)
    const flows = flowsOf(rest)
    return flows.map(({ pieces, narrow }, i) => ({
      sheet,
      narrow,
      waiting,
      last: i === flows.length - 1,
      lines: rowsOf(pieces).map(lineOf),
    }))
  })
  for (const line of dropFurniture(pages, sheets.length)) page.leave(line)
  for (const [i, part] of pages.entries()) if (part.last && pages[i + 1]) joinAcross(part, pages[i + 1]!)
  const linesOf = (kind: boolean) => pages.filter((part) => part.narrow === kind).flatMap(({ lines }) => lines)
  const wide = measure(linesOf(false), Math.max(0, ...sheets.map(({ width }) => width)))
  const narrow = measure(linesOf(true))
  const writer = new ParagraphWriter(page)
  for (const { waiting, lines, last, ...part } of pages) {
    writer.startPart(part.narrow ? narrow : wide)
    lines.forEach((line, i) => {
      while (waiting[0] && waiting[0].top < line.y) writer.writeTable(waiting.shift()!)
      if (isTabular(lines, i)) writer.writeRow(line)
      else writer.writeLine(line)
    })
    if (last) for (const table of waiting) writer.writeTable(table)
  }
  writer.close()
}

/** Whether a line is a row: it has wide gaps, and so has a line next to it. */
function isTabular(lines: readonly SheetLine[], i: number): boolean {
  const gaps = (at: number) => (lines[at]?.parts.length ?? 0) > 1
  return gaps(i) && ((gaps(i - 1) && gaps(i - 2)) || (gaps(i - 1) && gaps(i + 1)) || (gaps(i + 1) && gaps(i + 2)))
}

/** Joins lines into paragraphs as they come. */
class ParagraphWriter {
  readonly #page: PageBuilder
  #layout: Layout = { left: 0, right: 0, headings: [] }
  #open: { text: string; last: SheetLine; hang: number } | undefined
  #sameSheet = false

  constructor(page: PageBuilder) {
    this.#page = page
  }

  /** Starts a sheet, or a column of one. */
  startPart(layout: Layout): void {
    if (this.#layout.right !== layout.right) this.close()
    this.#layout = layout
    this.#sameSheet = false
  }

  writeLine(line: SheetLine): void {
    const open = this.#open
    if (open && goesOn(open.last, line, open.hang, this.#sameSheet, this.#layout)) {
      this.#open = { text: joinLines(open.text, line.text), last: line, hang: open.hang }
    } else {
      this.close()
      this.#open = { text: line.text, last: line, hang: line.inner > line.x ? line.inner : Number.NaN }
    }
    this.#sameSheet = true
  }

  writeRow({ parts }: SheetLine): void {
    this.close()
    this.#page.addRow(parts.map((text) => ({ text })))
  }

  writeTable({ rows }: Table): void {
    this.close()
    for (const row of rows) this.#page.addRow(row)
  }

  close(): void {
    if (!this.#open) return
    const { text, last } = this.#open
    const level = this.#layout.headings.indexOf(Math.round(last.size)) + 1
    this.#page.add({ text, ...(level > 0 && !TERMINAL.test(text) && { kind: 'heading', level }) })
    this.#open = undefined
  }
}

/** Fewer lines do not show how long a full one is: then it ends as far from the right as it begins from the left. */
const FEW = 12

/** The leftmost edge that a good share of lines has, indented ones aside, and the right edge that full lines reach. */
function measure(lines: readonly SheetLine[], width = 0): Layout {
  const starts = new Map<number, number>()
  for (const { x } of lines) starts.set(Math.round(x / 4), (starts.get(Math.round(x / 4)) ?? 0) + 1)
  const shared = [...starts].filter(([, count]) => count >= Math.max(2, lines.length * 0.08)).map(([x]) => x)
  const rights = lines.map((line) => line.right).sort((a, b) => a - b)
  const first = Math.min(...lines.map(({ x }) => x))
  return {
    left: shared.length > 0 ? Math.min(...shared) * 4 : 0,
    right: Math.max(rights[Math.floor(rights.length * 0.97)] ?? 0, lines.length < FEW ? width - first : 0),
    headings: headingSizes(lines),
  }
}

/** Sizes above the one most text is set in that several lines have: a title alone has one of its own. */
function headingSizes(lines: readonly SheetLine[]): number[] {
  const sizes = new Map<number, { lines: number; text: number }>()
  for (const { size, text } of lines) {
    const said = sizes.get(Math.round(size)) ?? { lines: 0, text: 0 }
    sizes.set(Math.round(size), { lines: said.lines + 1, text: said.text + text.length })
  }
  const [body] = [...sizes].reduce((most, other) => (other[1].text > most[1].text ? other : most), [0, { text: 0 }])
  return [...sizes]
    .filter(([size, said]) => size > body * 1.1 && said.lines > 2)
    .map(([size]) => size)
    .sort((a, b) => b - a)
}

/** Whether a line stands in the middle: the second line of a title. */
function isCentred(line: SheetLine, left: number, right: number): boolean {
  const before = line.x - left
  return before > 2 * line.size && Math.abs(before - (right - line.right)) < 1.5 * line.size
}

/** Whether a line goes on with the paragraph whose last line is `before`, and whose text hangs at `hang`. */
function goesOn(
  before: SheetLine,
  line: SheetLine,
  hang: number,
  sameSheet: boolean,
  { left, right }: Layout,
): boolean {
  const em = Math.max(before.size, line.size)
  if (Math.abs(before.size - line.size) > 0.15 * em) return false
  if (sameSheet && line.y - before.y > 2.6 * em) return false
  const ended = TERMINAL.test(before.text)
  if (sameSheet && !ended && isCentred(line, left, right) && before.right > right - 3 * em)
    return !NUMBER.test(line.text)
  if (before.right < right - (ended || sameSheet ? 1.6 : 4) * em) return false
  if (MARKER.test(line.text) && (ended || line.x < left - 0.8 * em)) return false
  if (Math.abs(line.x - hang) < 0.5 * em) return true
  if (line.x < left + 0.8 * em) return line.x > before.x - 2.5 * em || !ended
  return Math.abs(line.x - before.x) < 0.5 * em && !ended
}
