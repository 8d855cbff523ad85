import type { PageBuilder } from '../page/builder.js'
import { type Edged, gridOf } from '../page/edges.js'
import { type Piece, piecesOf } from './pieces.js'
import { goneOf, type Properties, paragraphsOf } from './properties.js'

/** Characters that stand for something else ([MS-DOC] 2.4.1 and 2.9): a line break, a hyphen that stays. */
const SIGNS: Readonly<Record<string, string>> = { '\u000b': '\n', '\u001e': '-', '\u000e': '\n' }
const FIELD = { start: '\u0013', middle: '\u0014', end: '\u0015' }
const PARAGRAPH = '\r'
const CELL = '\u0007'
const PAGE = '\f'

/** The text of a document with what is said of its paragraphs. */
export class Story {
  readonly #pieces: readonly Piece[]
  readonly #properties: (offset: number) => Properties | undefined
  readonly #gone: (offset: number) => boolean | undefined

  constructor(document: Buffer, table: Buffer, data: Buffer) {
    this.#pieces = piecesOf(document, table)
    this.#properties = paragraphsOf(document, table, data)
    this.#gone = goneOf(document, table)
  }

  /** Writes `length` characters from `start` on; says how many paragraphs have an automatic or a typed number. */
  write(page: PageBuilder, start: number, length: number, kind?: 'note'): { listed: number; typed: number } {
    const writer = new StoryWriter(page, kind)
    let first = 0
    for (const { text, offset, wide } of this.#pieces) {
      const from = Math.max(0, start - first)
      const to = Math.min(text.length, start + length - first)
      for (let i = from; i < to; i++) {
        const place = offset + i * (wide ? 2 : 1)
        const c = text[i]!
        if (c === PARAGRAPH || c === CELL || c === PAGE) writer.end(c, this.#properties(place) ?? {})
        else if (!this.#gone(place)) writer.add(c)
      }
      first += text.length
    }
    writer.close()
    return writer
  }
}

/** A number that the author typed. */
const TYPED =
  /^\s*(?:[（(]?[一二三四五六七八九十]{1,3}[）)、.．]|第[一二三四五六七八九十百]{1,4}[章节条]|\d{1,2}[.．、])/

/** Collects paragraphs and rows as their marks come. */
class StoryWriter {
  listed = 0
  typed = 0
  readonly #page: PageBuilder
  readonly #kind: 'note' | undefined
  #text = ''
  #cells: string[] = []
  #rows: Edged[][] = []
  /** How deep in the codes of fields, which are not shown. */
  #fields: boolean[] = []

  constructor(page: PageBuilder, kind: 'note' | undefined) {
    this.#page = page
    this.#kind = kind
  }

  add(c: string): void {
    if (c === FIELD.start) this.#fields.push(true)
    else if (c === FIELD.middle) this.#fields.splice(-1, 1, false)
    else if (c === FIELD.end) this.#fields.pop()
    else if (!this.#fields.includes(true))
      this.#text += c < ' ' ? (SIGNS[c] ?? (c === '\t' ? c : '')) : c === '\u001f' ? '' : c
  }

  end(mark: string, { inTable, rowEnd, edges = [], merges = [], listed, level }: Properties): void {
    if (mark === CELL && rowEnd) {
      const cells = this.#cells.map(
        (text, i): Edged => ({ text, right: edges[i + 1] ?? (i + 1) * 1000, merge: merges[i] }),
      )
      this.#rows.push(cells)
      this.#cells = []
      this.#text = ''
      return
    }
    if (listed) this.listed++
    if (TYPED.test(this.#text)) this.typed++
    if (mark === CELL) {
      this.#cells.push(this.#text)
      this.#text = ''
    } else if (inTable) this.#text += '\n'
    else {
      this.#endTable()
      this.#page.add({
        text: this.#text,
        ...(this.#kind ? { kind: this.#kind } : level !== undefined && { kind: 'heading', level }),
      })
      this.#text = ''
    }
  }

  close(): void {
    this.#endTable()
    if (this.#text.trim() !== '') this.end(PARAGRAPH, {})
  }

  #endTable(): void {
    for (const row of gridOf(this.#rows)) this.#page.addRow(row)
    this.#rows = []
  }
}
