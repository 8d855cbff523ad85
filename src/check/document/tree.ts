import type { Event } from 'js-yaml'
import type { Span } from '../../types.js'

type Yaml = Pick<typeof import('js-yaml'), 'EVENT_ID' | 'COLLECTION_STYLE' | 'SCALAR_STYLE' | 'getScalarValue'>
type Scalar = Extract<Event, { valueStart: number }>
type Collection = Extract<Event, { start: number }>

/** A value of a YAML text with its place; a map holds its keys and values in turn, an alias the parts of its anchor. */
export interface Node extends Span {
  readonly kind: 'map' | 'list' | 'scalar'
  readonly parts: readonly Node[]
  /** The words of a scalar that is a key. */
  readonly word: string | undefined
}

const NO_PARTS: readonly never[] = []
const NOTHING: Node = { start: 0, end: 0, kind: 'scalar', parts: NO_PARTS, word: undefined }

/** How far the events of a text have been read. */
interface Reader {
  readonly yaml: Yaml
  readonly source: string
  readonly events: readonly Event[]
  readonly anchors: Map<string, Node>
  next: number
  /** Where the value before ends. */
  last: number
}

/** What stands before a value, or before the bracket that closes a list of them: white space, marks, comments. */
const BETWEEN = /(?:[\s,:?]|#[^\r\n]*)*/y
/** `|`, `>-`, `|2 # comment` at the end of a line. */
const HEADER = /[|>][-+\d]{0,2}[ \t]*(?:[ \t]#.*)?[\r\n]*$/

function skipBetween(source: string, from: number): number {
  BETWEEN.lastIndex = from
  BETWEEN.test(source)
  return BETWEEN.lastIndex
}

/** A scalar with its quotes or the header of its block; one without words stands where they would. */
function scalarSpan({ yaml: { SCALAR_STYLE }, source, last }: Reader, { valueStart, valueEnd, style }: Scalar): Span {
  if (valueStart < 0) return { start: last, end: last }
  if (style === SCALAR_STYLE.PLAIN) return { start: valueStart, end: valueEnd }
  if (style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED)
    return { start: valueStart - 1, end: valueEnd + 1 }
  return { start: last + (HEADER.exec(source.slice(last, valueStart))?.index ?? 0), end: valueEnd }
}

function readCollection(reader: Reader, { start, type, style }: Collection): Node {
  const { yaml, source, events } = reader
  const kind = type === yaml.EVENT_ID.MAPPING ? 'map' : 'list'
  const isFlow = style === yaml.COLLECTION_STYLE.FLOW
  const parts: Node[] = []
  reader.last = isFlow ? start + 1 : start
  while (events[reader.next]!.type !== yaml.EVENT_ID.POP) {
    if (kind === 'list') reader.last = skipBetween(source, reader.last)
    parts.push(readNode(reader, kind === 'map' && parts.length % 2 === 0))
  }
  reader.next++
  return { start, end: isFlow ? skipBetween(source, reader.last) + 1 : reader.last, kind, parts, word: undefined }
}

function readScalar(reader: Reader, event: Scalar, isKey: boolean): Node {
  const { start, end } = scalarSpan(reader, event)
  const { yaml, source } = reader
  return { start, end, kind: 'scalar', parts: NO_PARTS, word: isKey ? yaml.getScalarValue(source, event) : undefined }
}

/** The next value; values nest no deeper than js-yaml allows. */
function readNode(reader: Reader, isKey: boolean): Node {
  const { yaml, source, anchors } = reader
  const event = reader.events[reader.next++] as Exclude<Event, { type: 1 | 6 }>
  const name = event.anchorStart < 0 ? undefined : source.slice(event.anchorStart, event.anchorEnd)
  let node: Node
  if (event.type === yaml.EVENT_ID.ALIAS)
    node = { ...(anchors.get(name!) ?? NOTHING), start: event.anchorStart - 1, end: event.anchorEnd }
  else if (event.type === yaml.EVENT_ID.SCALAR) node = readScalar(reader, event, isKey)
  else node = readCollection(reader, event)
  if (name !== undefined) anchors.set(name, node)
  reader.last = node.end
  return node
}

/** The value of each document with the places of all that is in it, from the events that js-yaml reads. */
export function buildTrees(yaml: Yaml, source: string, events: readonly Event[]): Node[] {
  const reader: Reader = { yaml, source, events, anchors: new Map(), next: 0, last: 0 }
  const roots: Node[] = []
  while (reader.next < events.length) {
    // A document opens, holds one value, and closes.
    reader.next++
    roots.push(readNode(reader, false))
    reader.next++
  }
  return roots
}
