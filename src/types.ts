/** Every type that crosses a room. No code. */

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
  find(text: string): { edits: Edit[]; notes: Note[] }
}

/** A text with its twins of equal length: a span holds in all three. */
export interface Source {
  /** The repaired text. */
  readonly text: string
  /** What patterns match: simplified script, half-width, one form a bracket. */
  readonly folded: string
  /** What is printed: the script that was asked for. */
  readonly shown: string
}

/** One sentence as extractors see it: without white space, folded and printed twin of equal length. */
export interface Sentence {
  readonly text: string
  readonly shown: string
}

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
  /** Headings above, outermost first, with the facts in them: times and scopes are inherited from here. */
  readonly above: readonly Reading[]
  /** The sentence before in the same section. */
  readonly before?: Reading
  /** Facts of this sentence that extractors named in `after` have read. */
  readonly found: readonly Fact[]
  /** Short names defined so far in the document (以下简称“社康机构”): short → full. */
  readonly abbreviations: ReadonlyMap<string, string>
  /** Says for `--explain` that a number or a time at `span` is none of that kind, and why. */
  shield?(kind: string, span: Span, reason: string): void
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

export type Comparator = '=' | '>=' | '<=' | '>' | '<' | '~' | 'range'
export type Modality = 'must' | 'mustNot' | 'should' | 'may' | 'encourage' | 'aim'
export type ReferenceType = 'law' | 'regulation' | 'policy' | 'standard' | 'contract' | 'other'
export type Relation = 'implements' | 'forwards' | 'drafts' | 'amends' | 'repeals' | 'mentions'

/** 发文字号: 「湘卫发〔2018〕3号」 → agencyCode 湘卫发, year 2018, serial 3. */
export interface DocumentNumber {
  text: string
  agencyCode?: string
  agency?: string
  year?: number
  serial?: number
}

/** The fields of plan-format section 4, without quote and span. */
export interface Indicator {
  name: string
  scope?: string
  comparator: Comparator
  value?: number
  min?: number
  max?: number
  unit: string
  of?: string
  change?: 'increase' | 'decrease'
  baseline?: string
  /** The number that `baseline` names, in the indicator's unit, and when it was measured. */
  baselineValue?: number
  baselineTime?: string
  status: 'target' | 'actual'
  time?: string
  implied?: true
  /** A sum over all years of `time`. */
  cumulative?: true
  /** Of an indicator read from a table: 约束性 or 预期性. */
  attribute?: string
}

/** The fields of plan-format section 5, without quote and span. */
export interface Reference {
  title?: string
  number?: DocumentNumber
  issuers?: string[]
  type: ReferenceType
  relation: Relation
  inner?: string[]
  article?: string
  resolves?: string
}

/** The fields of plan-format section 6, without quote and span. Dates are EDTF, durations ISO 8601. */
export interface Deadline {
  kind: 'by' | 'during' | 'from' | 'every' | 'within'
  date?: string
  duration?: string
  relative?: true
  /** The event a duration counts from, in words: 印发之日. */
  anchor?: string
}

/** Units to which words assign the work. */
export interface Responsible {
  role: 'lead' | 'support' | 'supervise' | 'party'
  units: string[]
}

/** The words that a fact was read from: `span` in code points of the source text. */
export interface Evidence {
  quote: string
  span: [number, number]
}

export interface Task {
  id: string
  text: string
  span: [number, number]
  modality?: Modality
  responsible?: (Responsible & Evidence)[]
  indicators?: (Indicator & Evidence)[]
  references?: (Reference & Evidence)[]
  deadlines?: (Deadline & Evidence)[]
}

export interface PlanSection {
  id: string
  marker?: string
  ordinal?: number
  style: string
  title?: string
  span: [number, number]
  tasks?: Task[]
  sections?: PlanSection[]
}

export interface PlanSource {
  file?: string
  url?: string
  mediaType: string
  encoding: string
  script?: Script
  sha256: string
  repairs?: Record<string, number>
}

export interface PlanDocument {
  title?: string
  kind?: string
  number?: DocumentNumber
  issuers?: string[]
  addressees?: string[]
  issuedOn?: string
  publishedOn?: string
  effectiveFrom?: string
  cover?: { title: string; kind?: string }
  copiedTo?: string[]
  note?: string
  indexNumber?: string
  year?: number
  period?: string
  source: PlanSource
  /** Titles; an attachment whose text stands in the same file is a section of style `attachment`, id `a1` …. */
  attachments?: (string | PlanSection)[]
}

/** One policy document as a plan; the contract is `schemas/plan.schema.json`. */
export interface Plan {
  planVersion: '1'
  document: PlanDocument
  preamble?: { tasks: Task[] }
  sections?: PlanSection[]
}

/** An output format of plans: same plan, same bytes. */
export interface Writer {
  readonly extension: string
  /** `schema` is the address of the plan's JSON Schema. */
  write(plan: Plan, schema: string): string
}

export interface ParseOptions {
  /** The name written into the plan; never an absolute path. */
  file?: string
  /** What the sender says it is, `text/html`; what is no text is known by its content. */
  mediaType?: string
  /** Overrules the detection of the encoding. */
  encoding?: string
  /** The script of the plan's text values. Default simplified. */
  script?: 'simplified' | 'traditional' | 'source'
  /** False switches the repair of damaged text off. */
  repair?: boolean
  /** Reads a .doc by LibreOffice, which keeps automatic numbers, where `soffice` is installed. */
  converter?: 'soffice'
  /** The language of problems. Default en. */
  lang?: 'zh' | 'en'
}

export interface Parsed {
  plan: Plan
  problems: Problem[]
}

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

/** Keys and indices from the root of a plan to a value. */
export type Path = readonly (string | number)[]

/** What is wrong at a value of a plan, or at its key, before it has a place in a file; `id` names the message `check.<id>`. */
export interface Remark {
  readonly id: string
  readonly path: Path
  readonly at: 'key' | 'value'
  readonly args: Readonly<Record<string, string | number>>
  /** What would be right there, where it is known. */
  readonly expected?: string
}

/** A sentence in Chinese and in English, with `{places}` to fill. */
export type Bilingual = readonly [zh: string, en: string]

/** A task of a plan with its path, and the path of the section that holds it. */
export interface TaskAt {
  readonly task: Task
  readonly path: Path
}

export interface SectionAt {
  readonly section: PlanSection
  readonly path: Path
  readonly parent?: SectionAt
}

/** A plan as rules see it: every section and every task in reading order. */
export interface PlanView {
  readonly plan: Plan
  readonly sections: readonly SectionAt[]
  readonly tasks: readonly TaskAt[]
}

/** A place where a rule is broken; `at` is the value unless it says otherwise. */
export type Breach = Pick<Remark, 'path' | 'expected'> & Partial<Pick<Remark, 'at' | 'args'>>

/** What is known of a rule without running it. */
export interface RuleInfo {
  /** The name of its file, of its setting and of its findings. */
  readonly id: string
  /** How grave it is unless a setting says otherwise: `error` is certain, `warning` doubtful, `info` worth a look. */
  readonly severity: Severity
  /** The standard, law or practice it rests on. */
  readonly basis: Bilingual
  readonly sentence: Bilingual
  /** What goes wrong when it is broken. */
  readonly why: Bilingual
  /** True where `--fix` mends it. */
  readonly fixable?: true
}

/** A rule that a plan keeps beyond its schema. */
export interface Rule extends RuleInfo {
  check(view: PlanView): Breach[]
}

/** What is wrong at a place of a plan file; lines and columns are 1-based, columns in UTF-16 units as editors count. */
export interface Finding {
  readonly file: string
  readonly ruleId: string
  readonly severity: Severity
  readonly reason: string
  readonly expected?: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
  /** The line of the file, of a long one the part around the column, which begins at `textColumn`. */
  readonly text: string
  readonly textColumn: number
  /** The same for the same finding after lines were put in above it: of the file, the rule and the text of the line. */
  readonly fingerprint: string
}

/** How findings are printed. */
export interface FindingStyle {
  readonly lang: 'zh' | 'en'
  /** 0 for no colours, else as chalk counts. */
  readonly colours: 0 | 1 | 2 | 3
  /** The columns of the terminal, where it is one. */
  readonly width?: number
  /** Every rule that findings may be of, beside those of the schema. */
  readonly rules: readonly RuleInfo[]
}

/** Findings on their way out: what stands before them, what each file adds, what stands behind. */
export interface FindingStream {
  readonly head: string
  add(file: string, findings: readonly Finding[]): string
  readonly foot: string
}

/** Writes findings in one format, file by file, so that memory does not grow with their number. */
export interface FindingWriter {
  open(style: FindingStyle): FindingStream
}

/** What one plan says of one indicator; several statements where it sets a target and reports a result. */
export type TrendCell = readonly Side<Indicator & Evidence>[]

export interface TrendRow {
  /** Scope and name as the latest plan words them. */
  readonly name: string
  readonly unit: string
  /** One cell a plan, in the order of the plans; empty where the plan says nothing. */
  readonly cells: readonly TrendCell[]
}

/** Where each plan holds a section or cites a document: one id a plan, absent where it does not. */
export interface TrendPresence {
  readonly title: string
  readonly ids: readonly (string | undefined)[]
}

/** Several plans in one table, oldest first. */
export interface Trend {
  readonly plans: readonly PlanDocument[]
  readonly indicators: readonly TrendRow[]
  readonly sections: readonly TrendPresence[]
  readonly references: readonly TrendPresence[]
}

/** Writes a trend in one format. */
export interface TrendWriter {
  readonly extension: string
  write(trend: Trend, style: ChangeStyle): string
}

/** A cell of an exported table; null where the plan does not say. */
export type Cell = string | number | boolean | null

/** A column of an exported table: `code` is one of a few words, which tables for people print in their language. */
export interface Column {
  readonly name: string
  readonly type: 'text' | 'code' | 'integer' | 'number' | 'date' | 'boolean'
}

/** A table with its rows, in batches that fit in memory; `key` counts the leading columns that tell rows apart. */
export interface Table {
  readonly name: string
  readonly columns: readonly Column[]
  readonly key: number
  readonly count: number
  batches(): AsyncIterable<readonly (readonly Cell[])[]>
}

/** The one file that a writer of tables fills: by `write`, or by its path where a library writes it. */
export interface TableFile {
  readonly path: string
  write(bytes: Uint8Array | string): Promise<void>
}

/** Writes tables in one format, one table a file or all in one, in memory that does not grow with the rows. */
export interface TableWriter {
  readonly extension: string
  readonly holds: 'a table' | 'all tables'
  /** True where a file may go to standard output. */
  readonly text: boolean
  /** The one table that the format is made of; absent where it takes any. */
  readonly only?: string
  /** Gives the number of cells that were longer than the format allows and were cut. */
  write(tables: readonly Table[], file: TableFile, lang: 'zh' | 'en'): Promise<number>
}
