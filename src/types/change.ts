import type { Deadline, Evidence, Indicator, Plan, Reference, Responsible } from './plan.js'

/** What two plans are compared by. */
export type ComparedItem = 'section' | 'task' | 'indicator' | 'deadline' | 'responsible' | 'reference'

/**
 * Why two things of two plans are taken for one and the same: identical words, the heading, the wording, the sentences
 * inside, the name of the measure (in full or shortened), the task that holds both, a document's number, or its title
 * with another number or year.
 */
export type MatchReason = 'same' | 'title' | 'text' | 'contents' | 'name' | 'short' | 'task' | 'number' | 'version'

/** How two things were matched: `score` from 0 to 1. */
export interface Match {
  readonly reason: MatchReason
  readonly score: number
}

/** Two things taken for one and the same, by id: `1.2`, `1.2.t3`, `1.2.t3/indicators/0`. */
export interface Matched extends Match {
  readonly item: 'section' | 'task' | 'indicator' | 'reference'
  readonly old: string
  readonly new: string
}

/** One side of a change: where it stands in its plan and what stands there. */
export interface Side<Value> {
  readonly id: string
  readonly value: Value
}

export interface Added<Value> {
  readonly new: Side<Value>
}

export interface Removed<Value> {
  readonly old: Side<Value>
}

export interface Paired<Value> {
  readonly old: Side<Value>
  readonly new: Side<Value>
  readonly match: Match
}

/** The heading of a section, as far as it has one. */
export interface Heading {
  readonly marker?: string
  readonly title?: string
}

/** A run of words that both sentences have, or only one of them. */
export interface Words {
  readonly side: 'both' | 'old' | 'new'
  readonly text: string
}

export type SectionChange = { readonly item: 'section' } & (
  | ({ readonly change: 'added' } & Added<Heading>)
  | ({ readonly change: 'removed' } & Removed<Heading>)
  | ({ readonly change: 'renamed' | 'renumbered' | 'moved' } & Paired<Heading>)
  | ({ readonly change: 'split'; readonly parts: readonly Side<Heading>[] } & Removed<Heading>)
  | ({ readonly change: 'merged'; readonly parts: readonly Side<Heading>[] } & Added<Heading>)
)

export type TaskChange = { readonly item: 'task' } & (
  | ({ readonly change: 'added' } & Added<string>)
  | ({ readonly change: 'removed' } & Removed<string>)
  | ({ readonly change: 'moved' } & Paired<string>)
  | ({ readonly change: 'reworded'; readonly words: readonly Words[] } & Paired<string>)
)

/**
 * What became of an indicator. `raised` and `lowered` are of the value, `tightened` and `loosened` of the comparator at
 * the same value (or of a range), `kept` says that a plan for another year states the same value again. `reached` and
 * `missed` lay a result beside the target of the older plan; `reported` is a result without a target that it can be
 * judged by, `targeted` a target where the older plan had a result.
 */
export type IndicatorChange = { readonly item: 'indicator' } & (
  | ({ readonly change: 'new' } & Added<Indicator & Evidence>)
  | ({ readonly change: 'dropped' } & Removed<Indicator & Evidence>)
  | ({ readonly change: 'reported' } & Added<Indicator & Evidence> & Partial<Paired<Indicator & Evidence>>)
  | ({
      readonly change: 'kept' | 'unitChanged' | 'scopeChanged' | 'reached' | 'missed' | 'targeted'
    } & Paired<Indicator & Evidence>)
  | ({
      readonly change: 'raised' | 'lowered' | 'tightened' | 'loosened'
      /** New value less old value, in the unit of the new. */
      readonly by?: number
      /** Whether the newer plan asks for or reports more of what is wanted; absent where that is not certain. */
      readonly better?: boolean
    } & Paired<Indicator & Evidence>)
)

export type DeadlineChange = { readonly item: 'deadline' } & (
  | ({ readonly change: 'added' } & Added<Deadline & Evidence>)
  | ({ readonly change: 'removed' } & Removed<Deadline & Evidence>)
  | ({ readonly change: 'changed' } & Paired<Deadline & Evidence>)
  | ({
      readonly change: 'earlier' | 'later'
      /** How far, in ISO 8601: P1Y, P6M, P10D. */
      readonly by: string
      /** True where the shift is the distance between the years of the two plans. */
      readonly rolled?: true
    } & Paired<Deadline & Evidence>)
)

/** The units of one role of one task. */
export type ResponsibleChange = { readonly item: 'responsible'; readonly role: Responsible['role'] } & (
  | ({ readonly change: 'added' } & Added<readonly string[]>)
  | ({ readonly change: 'removed' } & Removed<readonly string[]>)
  | ({ readonly change: 'leadChanged' | 'unitsChanged' } & Paired<readonly string[]>)
)

export type ReferenceChange = { readonly item: 'reference' } & (
  | ({ readonly change: 'cited' } & Added<Reference & Evidence>)
  | ({ readonly change: 'uncited' } & Removed<Reference & Evidence>)
  | ({ readonly change: 'superseded' } & Paired<Reference & Evidence>)
)

/** One thing that differs between two plans, named as a researcher names it. */
export type Change = SectionChange | TaskChange | IndicatorChange | DeadlineChange | ResponsibleChange | ReferenceChange

export interface DiffOptions {
  /** The least likeness of wording, 0 to 1, at which two sentences in different sections are one. Default 0.5. */
  minSimilarity?: number
}

/** Two plans side by side: what was matched and what changed, in the reading order of the newer plan. */
export interface Comparison {
  readonly old: Plan
  readonly new: Plan
  /** The share of the text of both plans that has a counterpart, 0 to 1. */
  readonly similarity: number
  readonly matches: readonly Matched[]
  readonly changes: readonly Change[]
}

/** How changes are printed. */
export interface ChangeStyle {
  readonly lang: 'zh' | 'en'
  /** 0 for no colours, else as chalk counts. */
  readonly colours: 0 | 1 | 2 | 3
  /** How many unchanged sentences text and Markdown show around one that changed. */
  readonly context?: number
}

/** Writes two plans side by side in one format. */
export interface ChangeWriter {
  readonly extension: string
  write(comparison: Comparison, style: ChangeStyle): string
}
