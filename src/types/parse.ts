import type { Plan } from './plan.js'
import type { Problem } from './text.js'

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
