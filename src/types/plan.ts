import type { Script } from './text.js'

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
