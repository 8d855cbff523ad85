import type { Document, YAMLParseError } from 'yaml'

/** Deeper indentation than any plan has; beyond it the `yaml` package runs out of memory. */
const DEEPEST = 1000

/** A fault of the text itself, before it is a plan: `id` names the message `check.<id>`. */
export interface Fault {
  readonly id: string
  readonly offset: number
  readonly end: number
  readonly args: Readonly<Record<string, string | number>>
}

export interface Opened {
  readonly document: Document
  readonly value: unknown
}

/** The offset of a line that is indented deeper than a plan can be, or of 0 where none is. */
function tooDeep(text: string): number | undefined {
  let start = 0
  for (let i = 0; i <= text.length; i++) {
    const c = text.charCodeAt(i)
    if (c === 10 || c === 13) start = i + 1
    else if (c !== 32 && c !== 45 && c !== 63 && c !== 9) {
      if (i - start > DEEPEST) return start
      const next = text.indexOf('\n', i)
      if (next < 0) return undefined
      start = next + 1
      i = next
    }
  }
  return undefined
}

const faultOf = ({ code, pos: [offset, end] }: YAMLParseError): Fault => ({
  id: code === 'DUPLICATE_KEY' ? 'duplicate-key' : code === 'RESOURCE_EXHAUSTION' ? 'too-deep' : 'yaml-syntax',
  offset,
  end,
  args: { code },
})

/** The first fault of syntax, the cause of those behind it, and every duplicate key. */
function faultsOf(document: Document.Parsed): Fault[] {
  const faults = document.errors.map(faultOf)
  const first = faults.find(({ id }) => id !== 'duplicate-key')
  return first ? [first] : faults
}

/** The YAML documents of a text (JSON is one of them) with their values, and what keeps it from being read. */
export async function openText(text: string): Promise<{ documents: Opened[]; faults: Fault[] }> {
  const deep = tooDeep(text)
  if (deep !== undefined) return { documents: [], faults: [{ id: 'too-deep', offset: deep, end: deep, args: {} }] }
  const { parseAllDocuments } = await import('yaml')
  const faults: Fault[] = []
  const documents: Opened[] = []
  try {
    const parsed = parseAllDocuments(text, { prettyErrors: false, logLevel: 'silent' })
    for (const document of Array.isArray(parsed) ? parsed : []) {
      const found = faultsOf(document)
      for (const fault of found) faults.push(fault)
      if (found.length === 0) documents.push({ document, value: document.toJS({ maxAliasCount: 100 }) })
    }
  } catch (error) {
    if (!(error instanceof RangeError || error instanceof ReferenceError)) throw error
    faults.push({ id: error instanceof ReferenceError ? 'alias-bomb' : 'too-deep', offset: 0, end: 0, args: {} })
  }
  return { documents, faults }
}
