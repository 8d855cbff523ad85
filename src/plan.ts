import { KEYS } from './data/generated/plan-keys.js'
import { type Print, printAll } from './text/printer.js'
import { normalise } from './text/width.js'
import type {
  Appendix,
  Fact,
  Outline,
  Plan,
  PlanDocument,
  PlanSection,
  PlanSource,
  Reading,
  Section,
  Source,
  Span,
  Task,
} from './types.js'

/** The facts of a sentence, with the way from its offsets into the source. */
export interface Told extends Reading {
  at(index: number): number
  /** Facts stated once for many sentences, in the sentence that states them. */
  readonly inherited?: Told
}

export interface Parts {
  readonly source: Source
  readonly document: Omit<PlanDocument, 'source'>
  readonly origin: PlanSource
  readonly outline: Outline
  /** Attachments with a text of their own. */
  readonly appendices: readonly Appendix[]
  /** Reads a sentence below headings, behind another sentence. */
  tell(span: Span, above: readonly Reading[], before: Reading | undefined): Told
  /** A word read in simplified script → as it is printed. */
  readonly print: Print
  /** A span of the source → code points of the text before repair. */
  place(span: Span): [number, number]
  /** The key of each kind of fact in a task. */
  readonly keys: Readonly<Record<string, string>>
}

/** Joins metadata, tree and facts to a plan: ids, order, quotes and spans. */
export function planOf(parts: Parts): Plan {
  const preamble = tasksOf(parts, parts.outline.preamble, '0', [])
  const sections = parts.outline.sections.map((section, i) => sectionOf(parts, section, String(i + 1), []))
  const { attachments: titles, ...document } = printAll(parts.document, parts.print)
  const attachments: (string | PlanSection)[] = [...(titles ?? [])]
  for (const { place, section } of parts.appendices)
    attachments[place] = sectionOf(parts, section, `a${place + 1}`, [], attachments[place] as string)
  return {
    planVersion: '1',
    document: { ...document, source: parts.origin, ...(attachments.length > 0 && { attachments }) },
    ...(preamble.length > 0 && { preamble: { tasks: preamble } }),
    ...(sections.length > 0 && { sections }),
  }
}

/** A section with what is below it; `named` is the title that a list gives it. */
function sectionOf(parts: Parts, section: Section, id: string, above: readonly Reading[], named?: string): PlanSection {
  const { source, place } = parts
  const say = (span: Span) => sliced(source, span)
  const heading = section.title && parts.tell(section.title, above, undefined)
  const below = heading ? [...above, heading] : above
  const tasks = tasksOf(parts, section.sentences, id, below, heading && { span: section.title!, told: heading })
  const sections = section.sections.map((child, i) => sectionOf(parts, child, `${id}.${i + 1}`, below))
  return {
    id,
    ...(section.marker && { marker: say(section.marker) }),
    ...(section.ordinal !== undefined && { ordinal: section.ordinal }),
    style: section.style,
    ...(section.title ? { title: say(section.title) } : named && { title: named }),
    span: place(section.span),
    ...(tasks.length > 0 && { tasks }),
    ...(sections.length > 0 && { sections }),
  }
}

/** The tasks of a section: a title counts as one only where a fact is stated in it. */
function tasksOf(
  parts: Parts,
  sentences: readonly Span[],
  id: string,
  above: readonly Reading[],
  title?: { span: Span; told: Told },
): Task[] {
  const tasks: Task[] = []
  const add = (span: Span, told: Told) => tasks.push(taskOf(parts, span, told, `${id}.t${tasks.length + 1}`))
  if (title && !title.told.facts.every(isWord)) add(title.span, title.told)
  let before: Reading | undefined
  for (const span of sentences) {
    const told = parts.tell(span, above, before)
    add(span, told)
    before = told
  }
  return tasks
}

/** A fact whose value is a word, such as modality, stands once in a task and without a quote. */
const isWord = ({ value }: Fact) => typeof value === 'string'

function taskOf({ source, place, keys, print }: Parts, span: Span, told: Told, id: string): Task {
  const task: Record<string, unknown> = {
    id,
    text: sliced(source, span),
    span: place(span),
  }
  const add = (fact: Fact, from: Told) => {
    const key = keys[fact.kind]!
    if (isWord(fact)) task[key] ??= fact.value
    else {
      task[key] ??= []
      ;(task[key] as object[]).push(withEvidence(fact, from, { source, place, print }))
    }
  }
  for (const fact of told.facts) add(fact, told)
  for (const fact of told.inherited?.facts ?? []) add(fact, told.inherited!)
  return inOrder(task, KEYS['task']!) as unknown as Task
}

/** The keys of an object as the schema orders them, so that two plans differ only where their contents do. */
function inOrder(value: Readonly<Record<string, unknown>>, order: readonly string[]): object {
  const out: Record<string, unknown> = {}
  for (const key of order) if (value[key] !== undefined) out[key] = value[key]
  return out
}

function withEvidence(
  fact: Fact,
  told: Told,
  { source, place, print }: Pick<Parts, 'source' | 'place' | 'print'>,
): object {
  const span = { start: told.at(fact.span.start), end: told.at(fact.span.end - 1) + 1 }
  const value = source.printed === undefined ? (fact.value as object) : printAll(fact.value as object, print)
  return inOrder({ ...value, quote: sliced(source, span), span: place(span) }, KEYS[fact.kind]!)
}

/** The words of a span as they are printed. */
const sliced = ({ shown, printed = shown }: Source, { start, end }: Span) => normalise(printed.slice(start, end))
