import type { Deadline, Evidence, Indicator, Plan, PlanSection, Reference, Responsible, Task } from './plan.js'
import type { Severity } from './text.js'

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

/** A fact of a plan with its path and the task that states it. */
export interface FactAt<Fact> {
  readonly fact: Fact
  readonly path: Path
  readonly task: Task
}

/** The facts of a task, or of a whole plan, by their kinds. */
export interface Facts {
  readonly indicators: readonly FactAt<Indicator & Evidence>[]
  readonly references: readonly FactAt<Reference & Evidence>[]
  readonly deadlines: readonly FactAt<Deadline & Evidence>[]
  readonly responsible: readonly FactAt<Responsible & Evidence>[]
}

/** A task of a plan with its path and its facts. */
export interface TaskAt extends Facts {
  readonly task: Task
  readonly path: Path
}

export interface SectionAt {
  readonly section: PlanSection
  readonly path: Path
  readonly parent?: SectionAt
}

/** A plan as rules see it: every section, every task and every fact in reading order. */
export interface PlanView extends Facts {
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
