import { isBlank } from '../../text/han.js'
import type { Block, Note, Page, Stated } from '../../types.js'
import { type Cell, WIDEST } from './grid.js'
import { UnreadableError } from './unreadable.js'

/** What a page may hold: more is no policy document but an attack. */
const LARGEST_TEXT = 64 << 20

/** A stretch of a line: `computed` marks a number that the format worked out. */
export interface Line {
  readonly text: string
  readonly kind?: Block['kind']
  readonly level?: number
  /** The length of the computed number that the text begins with. */
  readonly computed?: number
}

/** Collects the lines of a page: the text with one line break a block, and the block that each line is. */
export class PageBuilder {
  readonly blocks: Block[] = []
  readonly notes: Note[] = []
  readonly stated: Stated[] = []
  readonly #left: string[] = []
  readonly #parts: string[] = []
  #length = 0

  /** Where the next line starts. */
  get length(): number {
    return this.#length
  }

  /** Adds a line with white space cut off its ends; a line break in it starts another block. Blank lines are left out. */
  add(line: Line): void {
    if (!line.text.includes('\n')) this.#addLine(line.text, line, line.computed)
    else for (const [i, text] of line.text.split('\n').entries()) this.#addLine(text, line, i === 0 ? line.computed : 0)
  }

  #addLine(text: string, { kind = 'paragraph', level }: Line, computed = 0): void {
    const start = blankBefore(text)
    const end = blankAfter(text, start)
    if (start === end) return
    const from = this.#length
    const block: { -readonly [key in keyof Block]: Block[key] } = {
      span: { start: from, end: from + end - start },
      kind,
    }
    if (level !== undefined) block.level = level
    if (computed > 0) block.computed = { start: from, end: from + Math.max(0, computed - start) }
    this.blocks.push(block)
    this.#push(end - start === text.length ? text : text.slice(start, end))
  }

  /**
   * Adds a table row, its cells separated by a tab. A merged cell, the same object in several columns or rows, is written
   * once; the other places point at it.
   */
  addRow(cells: readonly Cell[]): void {
    if (cells.length > WIDEST) throw new UnreadableError('read.too-wide', { limit: WIDEST })
    const start = this.#length
    let row = ''
    // A cell that came down from above stands in its own row: what follows it begins this line.
    const whole = cells[0]?.span === undefined
    const spans = cells.map((cell, i) => {
      if (cell.span) return cell.span
      const text = /\s/.test(cell.text) ? cell.text.replace(/\s+/g, ' ').trim() : cell.text
      if (row !== '' || (whole && i > 0)) row += '\t'
      const span = { start: start + row.length, end: start + row.length + text.length }
      row += text
      cell.span = span
      return span
    })
    if (row.trim() === '') return
    this.blocks.push({ span: { start, end: start + row.length }, kind: 'row', cells: spans })
    this.#push(row)
  }

  /** Keeps a line that is no part of the text, to be named where the user asks what was left out. */
  leave(text: string): void {
    const line = text.replace(/\s+/g, ' ').trim()
    if (line !== '') this.#left.push(line)
  }

  state(name: string, value: string): void {
    if (value.trim() !== '') this.stated.push({ name, value: value.trim() })
  }

  /** Says something about the place where the page now ends. */
  note(code: string, severity: Note['severity'], args?: Note['args']): void {
    this.notes.push({ code, severity, span: { start: this.#length, end: this.#length }, ...(args && { args }) })
  }

  #push(line: string): void {
    this.#parts.push(line, '\n')
    this.#length += line.length + 1
    if (this.#length > LARGEST_TEXT) throw new UnreadableError('read.too-large')
  }

  page(mediaType: string): Page {
    const { blocks, notes, stated } = this
    const left = this.#left.length > 0 && { left: this.#left }
    return { text: this.#parts.join(''), blocks, stated, mediaType, notes, ...left }
  }
}

function blankBefore(line: string): number {
  let start = 0
  while (start < line.length && isBlank(line.charCodeAt(start))) start++
  return start
}

function blankAfter(line: string, start: number): number {
  let end = line.length
  while (end > start && isBlank(line.charCodeAt(end - 1))) end--
  return end
}
