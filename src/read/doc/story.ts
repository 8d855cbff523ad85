import { NUMBERED } from '../../text/marker.js'
import type { PageBuilder } from '../page/builder.js'
import { type Edged, gridOf } from '../page/edges.js'
import type { Numbering } from '../page/numbering.js'
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
  readonly #numbering: Numbering

  constructor(document: Buffer, table: Buffer, data: Buffer, numbering: Numbering) {
    this.#numbering = numbering
    this.#pieces = piecesOf(document, table)
    this.#properties = paragraphsOf(document, table, data)
    this.#gone = goneOf(document, table)
  }

  /** Writes `length` characters from `start` on; says how many paragraphs have a number, and how many lost theirs. */
  write(page: PageBuilder, start: number, length: number, kind?: 'note'): { numbered: number; lost: number } {
    const writer = new StoryWriter(page, this.#numbering, kind)
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
const TYPED = new RegExp(`^\\s*${NUMBERED}`)

/** Collects paragraphs and rows as their marks come. */
class StoryWriter {
  numbered = 0
  lost = 0
  readonly #page: PageBuilder
  readonly #numbering: Numbering
  readonly #kind: 'note' | undefined
  #text = ''
  #cells: string[] = []
  #rows: Edged[][] = []
  /** How deep in the codes of fields, which are not shown. */
  #fields: boolean[] = []

  constructor(page: PageBuilder, numbering: Numbering, kind: 'note' | undefined) {
    this.#page = page
    this.#numbering = numbering
    this.#kind = kind
  }

  add(c: string): void {
    if (c === FIELD.start) this.#fields.push(true)
    else if (c === FIELD.middle) this.#fields.splice(-1, 1, false)
    else if (c === FIELD.end) this.#fields.pop()
    else if (!this.#fields.includes(true))
      this.#text += c < ' ' ? (SIGNS[c] ?? (c === '\t' ? c : '')) : c === '\u001f' ? '' : c
  }

  end(mark: string, properties: Properties): void {
    const { inTable, rowEnd, edges = [], merges = [], level } = properties
    if (mark === CELL && rowEnd) {
      const cells = this.#cells.map(
        (text, i): Edged => ({ text, right: edges[i + 1] ?? (i + 1) * 1000, merge: merges[i] }),
      )
      this.#rows.push(cells)
      this.#cells = []
      this.#text = ''
      return
    }
    const label = this.#labelOf(properties)
    this.#text = label + this.#text
    if (mark === CELL) {
      this.#cells.push(this.#text)
      this.#text = ''
    } else if (inTable) this.#text += '\n'
    else {
      this.#endTable()
      this.#page.add({
        text: this.#text,
        computed: label.trimEnd().length,
        ...(this.#kind ? { kind: this.#kind } : level !== undefined && { kind: 'heading', level }),
      })
      this.#text = ''
    }
  }

  /** The automatic number of a paragraph, `''` where it has none or its list is not known. */
  #labelOf({ list = '0', listLevel = 0 }: Properties): string {
    if (this.#text.trim() === '') return ''
    const label = list === '0' ? '' : this.#numbering.next(list, listLevel)
    if (label !== '' || TYPED.test(this.#text)) this.numbered++
    else if (list !== '0' && !this.#numbering.has(list)) this.lost++
    return label
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
