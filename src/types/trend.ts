import type { ChangeStyle, Side } from './change.js'
import type { Evidence, Indicator, PlanDocument } from './plan.js'

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
