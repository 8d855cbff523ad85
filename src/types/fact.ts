import type { Sentence, Span } from './text.js'

/** A fact that an extractor read: `span` in the sentence, `rule` the pattern that read it. */
export interface Fact<Kind extends string = string, Value = unknown> {
  readonly kind: Kind
  readonly span: Span
  readonly value: Value
  readonly rule: string
}

/** What became of a span of the source: a fact that `rule` of an extractor read, or none because of `rule`. */
export interface Trace extends Omit<Fact, 'value'> {
  readonly shielded: boolean
}

/** A sentence with the facts read in it. */
export interface Reading {
  readonly sentence: Sentence
  readonly facts: readonly Fact[]
}

/** What an extractor may know beyond its sentence. */
export interface Context {
  /** The year that 今年 and 年内 are counted from. */
  readonly year?: number
  /** The years of a plan of several, both ends included. */
  readonly period?: readonly [number, number]
  /** The day of issue or publication, `2019-07-16`. */
  readonly date?: string
  /** True where the document reports what was done (简报, 总结, a past year's section). */
  readonly report: boolean
  /** What the words around say: above 0 they tell what was done, below 0 they set what is to be done. */
  readonly voice: () => number
  /** Headings above, outermost first, with the facts in them: times and scopes are inherited from here. */
  readonly above: readonly Reading[]
  /** The sentence before in the same section. */
  readonly before?: Reading | undefined
  /** Facts of this sentence that extractors named in `after` have read. */
  readonly found: readonly Fact[]
  /** Short names defined so far in the document (以下简称“社康机构”): short → full. */
  readonly abbreviations: ReadonlyMap<string, string>
  /** Says for `--explain` that a number or a time at `span` is none of that kind, and why. */
  readonly shield?: ((kind: string, span: Span, reason: string) => void) | undefined
  /** Says that something is doubtful: `span` in the sentence. */
  note(code: string, span: Span, args?: Record<string, string | number>): void
}

/** A kind of fact: how it is found in a sentence and under which key it stands in the plan. */
export interface Extractor<Kind extends string = string, Value = unknown> {
  readonly kind: Kind
  /** The key of a task in the plan. */
  readonly key: string
  /** Characters of the folded text, one of which stands in every sentence that holds such a fact. */
  readonly triggers: string
  /** Kinds that are read before, and handed over as `context.found`. */
  readonly after?: readonly string[]
  extract(sentence: Sentence, context: Context): Fact<Kind, Value>[]
}
