/** Half-open UTF-16 offsets [start, end) of a text: the only position inside. */
export interface Span {
  readonly start: number
  readonly end: number
}

export type Severity = 'info' | 'warning' | 'error'

/** Something noticed about a text: `code` names the rule, `span` the place, `args` fill the sentence of the catalogue. */
export interface Note {
  readonly code: string
  readonly severity: Severity
  readonly span: Span
  readonly args?: Readonly<Record<string, string | number>>
}

/** A note as people read it: one sentence, with its place as editors count (1-based line and column). */
export interface Problem {
  readonly ruleId: string
  readonly severity: Severity
  readonly reason: string
  readonly line: number
  readonly column: number
  /** [start, end) in code points of the source text. */
  readonly span: readonly [number, number]
}

export type Script = 'simplified' | 'traditional' | 'mixed'

/** How bytes became text. `confidence` is 0 to 1. */
export interface Decoded {
  readonly text: string
  readonly encoding: string
  readonly how: 'option' | 'bom' | 'strict' | 'lenient' | 'meta' | 'score' | 'string'
  readonly confidence: number
  /** Bytes that did not decode, each now U+FFFD. */
  readonly replaced: number
}

/** A text with its twins of equal length: a span holds in all of them. */
export interface Source {
  /** The repaired text. */
  readonly text: string
  /** What patterns match: simplified script, half-width, one form a bracket. */
  readonly folded: string
  /** What words are taken from: simplified script, in the width it was written. */
  readonly shown: string
  /** What is printed, where another script was asked for. */
  readonly printed?: string
}

/** One sentence as extractors see it: without white space, with its twin in the width it was written. */
export interface Sentence {
  readonly text: string
  readonly shown: string
}
