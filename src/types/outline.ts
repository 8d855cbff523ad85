import type { Note, Span } from './text.js'

/** A numbering style: how its markers are written and read. */
export interface Style {
  /** The style's pattern as the plan names it: `一、`, `（一）`, `1.` … */
  readonly name: string
  /** The usual depth (GB/T 9704-2012, 7.3.3), for what a document itself leaves open. */
  readonly rank: number
  /** Sticky, on folded text; group 1 is what says the ordinal. */
  readonly pattern: RegExp
  /** The ordinal that group 1 says, undefined where it is no marker after all; absent for a style that does not count. */
  readonly ordinal?: (said: string) => number | undefined
  /** What must stand before a marker inside a paragraph; absent where it stands at the start of lines only. */
  readonly inside?: RegExp
  /** True where a list inside a paragraph ends with it. */
  readonly closes?: boolean
  /** True where a marker counts only as the next of its kind: a bare 二 or 1.2 is otherwise a number. */
  readonly strict?: boolean
  /** Lists whose next item it may be, by their names: it is then a marker of that list. */
  readonly goesOn?: readonly string[]
}

/** A stretch of a body: `row` marks a row of a table, which is one task however many sentences it holds. */
export interface Stretch extends Span {
  readonly row?: true
}

/** A section of the outline; spans in the source, own text up to the first child. */
export interface Section {
  readonly style: string
  readonly marker?: Span
  readonly ordinal?: number
  readonly title?: Span
  readonly span: Span
  readonly sentences: readonly Span[]
  readonly sections: readonly Section[]
}

/** An attachment as a section, at its place among the titles of attachments. */
export interface Appendix {
  readonly place: number
  readonly section: Section
}

/** The tree of numbered sections, and what stands before its first. */
export interface Outline {
  readonly preamble: readonly Span[]
  readonly sections: readonly Section[]
  readonly notes: readonly Note[]
}
