import type { Note, Span } from './text.js'

/** One change that repair made: `span` in the text before, `margin` how far the best candidate led the second. */
export interface Edit {
  readonly span: Span
  readonly before: string
  readonly after: string
  readonly kind: string
  readonly margin?: number
}

/** A kind of damage: how a page that suffers from it is known and how it is undone. */
export interface Repair<Kind extends string = string> {
  readonly kind: Kind
  /** One scan, cheap on clean text: false for every page without this damage. */
  suspects(text: string): boolean
  /** Loads the tables that `find` needs. */
  load?(text: string): Promise<void>
  /** The edits that undo the damage, in order, and what could not be decided. */
  find(text: string): { readonly edits: readonly Edit[]; readonly notes: readonly Note[] }
}
