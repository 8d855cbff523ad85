import type { Event } from 'js-yaml'
import type { Path, Span } from '../../types.js'
import { endlessAlias } from './aliases.js'
import { causeOf } from './cause.js'
import { locate, repeatedKeys } from './locate.js'
import { buildTrees, type Node } from './tree.js'

type Yaml = typeof import('js-yaml')

/** A fault of the text itself, before it is a plan: `id` names the message `check.<id>`. */
export interface Fault extends Span {
  readonly id: string
  /** What is wrong with the YAML: the end of a message `check.yaml.<cause>`, else the words of js-yaml. */
  readonly cause?: string
}

/** A document of a YAML text: its value, and where the parts of that stand. */
export interface Opened {
  readonly value: unknown
  readonly placeOf: (path: Path, at: 'key' | 'value') => Span
}

/** What is read of one piece of a text; its places count from the start of the piece. */
interface Piece {
  readonly documents: readonly Opened[]
  readonly faults: readonly Fault[]
  readonly events: readonly Event[]
}

/** The documents of a text, each from its `---` on, so that a fault in one hides nothing in another. */
function piecesOf(text: string): Span[] {
  if (!/[\r\n]---/.test(text) || /^%/m.test(text)) return [{ start: 0, end: text.length }]
  const starts = [0, ...Array.from(text.matchAll(/(?<=[\r\n])---(?=\s|$)/g), ({ index }) => index)]
  return starts.map((start, i) => ({ start, end: starts[i + 1] ?? text.length }))
}

/** The values of a piece; places are worked out when the first is asked for, as most files have no finding. */
function openEvents(yaml: Yaml, source: string, events: Event[]): Opened[] {
  let roots: Node[] | undefined
  return yaml.constructFromEvents(events, { source }).map((value, i) => ({
    value,
    placeOf(path, at) {
      roots ??= buildTrees(yaml, source, events)
      return locate(roots[i]!, path, at)
    },
  }))
}

async function readPiece(yaml: Yaml, source: string): Promise<Piece> {
  let events: Event[] = []
  try {
    events = yaml.parseEvents(source, {})
    const endless = endlessAlias(yaml, source, events)
    const faults = endless ? [{ id: 'alias-bomb', ...endless }] : []
    return { documents: endless ? [] : openEvents(yaml, source, events), faults, events }
  } catch (error) {
    if (!(error instanceof yaml.YAMLException)) throw error
    const repeated = buildTrees(yaml, source, events).flatMap(repeatedKeys)
    const faults = repeated.map((span) => ({ id: 'duplicate-key', ...span }))
    return { documents: [], faults: faults.length > 0 ? faults : [await causeOf(error, source)], events }
  }
}

/** A YAML text as it was read. */
export interface Read {
  readonly documents: readonly Opened[]
  /** What keeps other documents from being read. */
  readonly faults: readonly Fault[]
  /** The words of its keys and values, in order: what looks like a comment in them is none. */
  readonly words: () => Span[]
}

/** Reads the YAML documents of a text; JSON is one of them. */
export async function readText(text: string): Promise<Read> {
  const yaml = await import('js-yaml')
  const pieces: (Piece & { shift: (span: Span) => Span })[] = []
  for (const { start: base, end: stop } of piecesOf(text)) {
    const shift = ({ start, end }: Span) => ({ start: base + start, end: Math.min(base + end, stop) })
    pieces.push({ ...(await readPiece(yaml, text.slice(base, stop))), shift })
  }
  return {
    documents: pieces.flatMap(({ documents, shift }) =>
      documents.map(({ value, placeOf }) => ({ value, placeOf: (path, at) => shift(placeOf(path, at)) })),
    ),
    faults: pieces.flatMap(({ faults, shift }) => faults.map((fault) => ({ ...fault, ...shift(fault) }))),
    words: () =>
      pieces.flatMap(({ events, shift }) =>
        events.flatMap((event) =>
          event.type === yaml.EVENT_ID.SCALAR && event.valueStart >= 0
            ? [shift({ start: event.valueStart, end: event.valueEnd })]
            : [],
        ),
      ),
  }
}
