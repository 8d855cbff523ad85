import { createHash } from 'node:crypto'
import { decode } from './decode.js'
import { EXTRACTORS } from './facts/index.js'
import { type Layout, layOut } from './layout.js'
import { type Lang, say } from './messages.js'
import { type Attached, type Meta, readMeta } from './meta.js'
import { outline } from './outline.js'
import { contextOf } from './parse/context.js'
import { createTeller } from './parse/teller.js'
import { voiceOf } from './parse/voice.js'
import { planOf } from './plan.js'
import { readLines } from './read/text.js'
import { read } from './read.js'
import { loadRepair, lostPlaces, type Mended, repair } from './repair.js'
import { readTables, type Times } from './table.js'
import { applyEdits } from './text/edits.js'
import { fold } from './text/fold.js'
import { readStops } from './text/full-stop.js'
import { maskLost } from './text/lost.js'
import { codePoints, lineStarts, placeOf } from './text/place.js'
import { printerOf } from './text/printer.js'
import { loadScript, scriptOf, simplify, traditionalise } from './text/script.js'
import { trim } from './text/sentence.js'
import { spacingEdits } from './text/spacing.js'
import type {
  Appendix,
  Block,
  Decoded,
  Note,
  Outline,
  Page,
  Parsed,
  ParseOptions,
  PlanSource,
  Problem,
  Source,
  Span,
  Trace,
} from './types.js'

/** A page with the bytes it was read from. */
export interface Opened extends Page {
  readonly decoded?: Decoded
  readonly sha256: string
}

/** Everything that was found out on the way to a plan; spans are in the text that `mended` holds. */
export interface Examined extends Parsed {
  readonly page: Opened
  readonly mended: Mended
  readonly source: Source
  readonly layout: Layout
  readonly meta: Meta
  /** Rows of tables that only name columns. */
  readonly headers: readonly Block[]
  readonly outline: Outline
  readonly appendices: readonly Appendix[]
  /** What extractors read and what they passed over, sentence by sentence; empty unless it was asked for. */
  readonly traces: readonly Trace[]
}

const KEYS = Object.fromEntries(EXTRACTORS.map(({ kind, key }) => [kind, key]))
/** Bytes, or text, as a page. Throws an UnreadableError for a file that is no document. */
export async function open(input: Uint8Array | string, options: ParseOptions = {}): Promise<Opened> {
  const sha256 = createHash('sha256').update(input).digest('hex')
  const page = await read(input, {
    decode: (bytes) => decode(bytes, options.encoding),
    ...(options.file !== undefined && { name: options.file }),
    ...(options.converter && { convert: convertByOffice }),
    ...(options.mediaType !== undefined && { mediaType: options.mediaType }),
  })
  return { ...page, sha256 }
}

const convertByOffice = async (bytes: Uint8Array) => (await import('./read/doc/office.js')).convertByOffice(bytes)

/** Text as a page, at once: what a caller that cannot wait uses. */
export function openText(text: string): Opened {
  return { ...readLines(text), sha256: createHash('sha256').update(text).digest('hex') }
}

/** Loads the tables that a page needs, so that what follows is synchronous. */
export async function prepare(page: Page, options: ParseOptions = {}): Promise<void> {
  if (options.repair !== false) await loadRepair(page.text)
  await loadScript(page.text, options.script ?? 'simplified')
  await loadScript(page.stated.map(({ value }) => value).join('\n'), options.script ?? 'simplified')
}

/** A prepared page as a plan, with all that was found out on the way; `traced`: also how each fact was read. */
export function examine(page: Opened, options: ParseOptions = {}, traced = false): Examined {
  const script = options.script ?? 'simplified'
  const mended = closeUp(options.repair === false ? UNTOUCHED(page.text) : repair(page.text))
  const source = twins(mended, script)
  const layout = layOut(source, blocksOf(page, mended))
  const stated = page.stated.map((pair) => ({ ...pair, value: simplify(pair.value) }))
  const meta = readMeta(source, layout.blocks, stated, options.file)
  const voice = voiceOf(source.folded)
  const context = contextOf(meta, voice)
  const body = arrange(source, [...meta.preamble, ...meta.body], context)
  const appendices = meta.attached.map((part) => append(source, part, context))
  const arranged = [body, ...appendices]
  const notes: Note[] = [page, mended, layout, meta, ...arranged].flatMap((part) => part.notes)
  const traces: Trace[] = []
  const place = codePoints(page.text)
  const plan = planOf({
    source,
    document: meta.document,
    print: printerOf(source, script === 'traditional' ? traditionalise : (value) => value),
    origin: originOf(page, mended, source, meta, options),
    outline: body,
    appendices,
    keys: KEYS,
    place: (span) => place(mended.before(span)),
    tell: createTeller({
      source,
      context,
      voice,
      rows: new Map(arranged.flatMap(({ rows }) => [...rows])),
      notes,
      traces: traced ? traces : undefined,
    }),
  })
  const problems = problemsOf(page, mended, notes, options.lang ?? 'en')
  const headers = arranged.flatMap((part) => part.headers)
  return { plan, problems, page, mended, source, layout, meta, headers, outline: body, appendices, traces }
}

/** One policy document → its plan and what was noticed: `parse(await readFile('notice.txt'))`. Content never throws. */
export async function parse(input: Uint8Array | string, options: ParseOptions = {}): Promise<Parsed> {
  const page = await open(input, options)
  await prepare(page, options)
  const { plan, problems } = examine(page, options)
  return { plan, problems }
}

const SAME = (span: Span): Span => span
const UNTOUCHED = (text: string): Mended => ({ text, edits: [], notes: [], before: SAME, after: SAME })

/** Takes out what parts the letters of words, so that patterns see words. */
function closeUp(mended: Mended): Mended {
  const edits = spacingEdits(mended.text)
  if (edits.length === 0) return mended
  const closed = applyEdits(mended.text, edits)
  return {
    ...mended,
    text: closed.text,
    before: (span) => mended.before(closed.before(span)),
    after: (span) => closed.after(mended.after(span)),
  }
}

/** The blocks of a page in its repaired text: what repair left blank at their ends, or altogether (&nbsp;), is none of them. */
function blocksOf({ blocks }: Page, { text, after }: Mended): Block[] {
  return blocks
    .map(({ span, cells, computed, ...block }) => ({
      ...block,
      span: trim(text, after(span)),
      ...(cells && { cells: cells.map((cell) => trim(text, after(cell))) }),
      ...(computed && { computed: after(computed) }),
    }))
    .filter(({ span }) => span.end > span.start)
}

type InScript = NonNullable<ParseOptions['script']>

function shownIn(text: string, simplified: string, script: InScript): string {
  return script === 'simplified' ? simplified : script === 'source' ? text : traditionalise(simplified, text)
}

/** The text of a page as it is, as words are taken from it, as a plan prints it and as patterns see it: what is lost for good says nothing to them. */
function twins(mended: Mended, script: InScript): Source {
  const { text } = mended
  const shown = simplify(text)
  const printed = shownIn(text, shown, script)
  return {
    text,
    shown,
    folded: maskLost(readStops(fold(shown)), lostPlaces(mended)),
    ...(printed !== shown && { printed }),
  }
}

/** The tree of some blocks, with what their tables say. */
function arrange(source: Source, blocks: readonly Block[], times: Times) {
  const { rows, headers, blocks: body } = readTables(source, blocks, times)
  return { rows, headers, ...outline(source, body) }
}

/** An attachment as a section, with what its tables say. */
function append(source: Source, { place, marker, title, blocks }: Attached, times: Times) {
  const { rows, headers, notes, preamble: sentences, sections } = arrange(source, blocks, times)
  const end = sentences.at(-1)?.end ?? title?.end ?? marker.end
  const span = { start: marker.start, end }
  return {
    place,
    rows,
    headers,
    notes,
    section: { style: 'attachment', marker, ...(title && { title }), span, sentences, sections },
  }
}

function originOf(page: Opened, mended: Mended, source: Source, meta: Meta, options: ParseOptions): PlanSource {
  const script = scriptOf(source.text)
  const repairs: Record<string, number> = {}
  for (const { kind } of mended.edits) repairs[kind] = (repairs[kind] ?? 0) + 1
  return {
    ...(options.file !== undefined && { file: options.file }),
    ...(meta.url && { url: meta.url }),
    mediaType: page.mediaType,
    encoding: page.decoded?.encoding ?? 'utf-8',
    ...(script && { script }),
    sha256: page.sha256,
    ...(mended.edits.length > 0 && { repairs }),
  }
}

/** Notes of every room as problems, each at its place in the text before repair, in order. */
function problemsOf(page: Opened, mended: Mended, notes: readonly Note[], lang: Lang): Problem[] {
  const starts = lineStarts(page.text)
  const points = codePoints(page.text)
  const { decoded } = page
  const before = new Set([...page.notes, ...mended.notes])
  const all = notes.map((note) => ({ ...note, span: before.has(note) ? note.span : mended.before(note.span) }))
  if (decoded && decoded.replaced > 0) {
    const at = Math.max(0, page.text.indexOf('\ufffd'))
    const args = { count: decoded.replaced, encoding: decoded.encoding }
    all.push({ code: 'stray-bytes', severity: 'warning', span: { start: at, end: at + 1 }, args })
  }
  return all
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ code, severity, span, args }) => {
      const reason = say(lang, code, args)
      return { ruleId: code, severity, reason, ...placeOf(starts, span.start), span: points(span) }
    })
}
