import type { Note, Span } from './text.js'

/** A paragraph, heading line, list item or table row of a text, in order; `span` leaves out the line break. */
export interface Block {
  readonly span: Span
  readonly kind: 'paragraph' | 'heading' | 'row' | 'note'
  /** 1 for the highest heading, where the format says so. */
  readonly level?: number
  /** The cells of a row. */
  readonly cells?: readonly Span[]
  /** A number that the format computed and the text did not hold (automatic numbering of a word processor). */
  readonly computed?: Span
}

/** A pair that the format itself gives beside the body: a meta tag, a cell of a header table. */
export interface Stated {
  readonly name: string
  readonly value: string
  readonly span?: Span
}

/** What a reader makes of a file: its text (what `policyplan text` prints) and the blocks in it. */
export interface Page {
  readonly text: string
  readonly blocks: readonly Block[]
  readonly stated: readonly Stated[]
  readonly mediaType: string
  readonly notes: readonly Note[]
  /** Lines of the file that are no part of its text: around the body of a web page, in text boxes. */
  readonly left?: readonly string[]
}

/** What a reader may ask of the world outside. */
export interface ReadIo {
  /** Turns a .doc into a .docx by a word processor that the user named; absent where none was. */
  readonly convert?: (bytes: Uint8Array) => Promise<Uint8Array>
}

/** How one input format becomes a page: from decoded text, or from bytes. */
export type Reader = { readonly mediaType: string } & (
  | { readonly takes: 'text'; read(text: string, io: ReadIo): Page | Promise<Page> }
  | { readonly takes: 'bytes'; read(bytes: Uint8Array, io: ReadIo): Page | Promise<Page> }
)
