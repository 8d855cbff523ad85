import { createHash } from 'node:crypto'
import { decode } from './decode.js'
import { EXTRACTORS } from './facts/index.js'
import { type Memory, notStated, readFacts, remember } from './facts.js'
import { type Layout, layOut } from './layout.js'
import { type Lang, say } from './messages.js'
import { type Attached, type Meta, readMeta } from './meta.js'
import { outline } from './outline.js'
import { type Parts, planOf, type Told } from './plan.js'
import { readLines } from './read/text.js'
import { read } from './read.js'
import { loadRepair, lostPlaces, type Mended, repair } from './repair.js'
import { type ReadSentence, readTables, type Tables, type Times } from './table.js'
import { applyEdits } from './text/edits.js'
import { fold } from './text/fold.js'
import { maskLost, touchesLost } from './text/lost.js'
import { codePoints, lineStarts, placeOf } from './text/place.js'
import { printerOf } from './text/printer.js'
import { loadScript, scriptOf, simplify, traditionalise } from './text/script.js'
import { sentenceOf, trim } from './text/sentence.js'
import { spacingEdits } from './text/spacing.js'
import { normalise } from './text/width.js'
import type {
  Appendix,
  Block,
  Context,
  Decoded,
  Fact,
  Note,
  Outline,
  Page,
  Parsed,
  ParseOptions,
  PlanSource,
  Problem,
  Reading,
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
/** Kinds of document that tell what was done. */
const REPORTS = ['简报', '总结', '通报', '汇报', '报告', '公报']
/** Titles that tell so without a kind: 1—2月全省交通运输运行情况. */
const TELLS =
  /(?:情况|成效|回眸|综述|!|！)$|召开|举行|举办|开幕|闭幕|揭牌|获评|荣获|(?<!力争|确保|拟|将|计划)(?:突破|超过?|达)\d/

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
  const mended = closeUp(options.repair === false ? UNTOUCHED(page.text) : repair(page.text))
  const script = options.script ?? 'simplified'
  const source = twins(mended, script)
  const layout = layOut(source, blocksOf(page, mended))
  const meta = readMeta(
    source,
    layout.blocks,
    page.stated.map((pair) => ({ ...pair, value: simplify(pair.value) })),
  )
  const context = contextOf(meta)
  const tables = readTables(source, [...meta.preamble, ...meta.body], context)
  const tree = outline(source, tables.blocks)
  const attached = meta.attached.map((part) => append(source, part, context))
  const notes: Note[] = [
    ...page.notes,
    ...mended.notes,
    ...layout.notes,
    ...meta.notes,
    ...tree.notes,
    ...attached.flatMap(({ notes }) => notes),
  ]
  const traces: Trace[] = []
  const place = codePoints(page.text)
  const plan = planOf({
    source,
    document: meta.document,
    print: printerOf(source, script === 'traditional' ? traditionalise : (value) => value),
    origin: originOf(page, mended, source, meta, options),
    outline: tree,
    appendices: attached,
    keys: KEYS,
    place: (span) => place(mended.before(span)),
    tell: createTeller({
      source,
      context,
      rows: new Map([tables, ...attached].flatMap(({ rows }) => [...rows])),
      notes,
      ...(traced && { traces }),
    }),
  })
  return {
    plan,
    problems: problemsOf(page, mended, notes, options.lang ?? 'en'),
    page,
    mended,
    source,
    layout,
    meta,
    headers: [tables, ...attached].flatMap(({ headers }) => headers),
    outline: tree,
    appendices: attached,
    traces,
  }
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
    folded: maskLost(fold(shown), lostPlaces(mended)),
    ...(printed !== shown && { printed }),
  }
}

/** An attachment as a section, with what its tables say. */
function append(source: Source, { place, marker, title, blocks }: Attached, times: Times) {
  const { rows, headers, blocks: body } = readTables(source, blocks, times)
  const { preamble: sentences, sections, notes } = outline(source, body)
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

function contextOf({ document }: Meta): Omit<Context, 'found' | 'above' | 'before' | 'note' | 'abbreviations'> {
  const date = document.issuedOn ?? document.publishedOn
  const year = document.year ?? (date === undefined ? undefined : Number(date.slice(0, 4)))
  const [from, to] = document.period?.split('/').map(Number) ?? []
  return {
    ...(year !== undefined && { year }),
    ...(date !== undefined && { date }),
    ...(from !== undefined && to !== undefined && { period: [from, to] as const }),
    report: document.kind
      ? REPORTS.includes(document.kind) && !document.title?.includes('工作报告')
      : TELLS.test(document.title ?? ''),
  }
}

interface Telling {
  readonly source: Source
  readonly context: ReturnType<typeof contextOf>
  readonly rows: Tables['rows']
  /** What is doubtful is added here, and how each fact was read there. */
  readonly notes: Note[]
  readonly traces?: Trace[]
}

/** Reads sentences in order: what one defines, those behind it know. */
function createTeller({ source, context, rows, notes, traces }: Telling): Parts['tell'] {
  const memory: Memory = { abbreviations: new Map(), defaults: [] }
  let stating: Told | undefined
  const read = ({ sentence, at }: Parameters<ReadSentence>[0], above: Context['above'], before?: Reading) => {
    const note: Context['note'] = (code, { start, end }, args) =>
      notes.push({
        code,
        severity: 'warning',
        span: { start: at(start), end: at(end - 1) + 1 },
        ...(args && { args }),
      })
    const place = ({ start, end }: Span) => ({ start: at(start), end: at(end - 1) + 1 })
    const shield: Context['shield'] = (kind, span, rule) =>
      traces!.push({ kind, rule, span: place(span), shielded: true })
    const { abbreviations } = memory
    const facts = readFacts(sentence, {
      ...context,
      abbreviations,
      above,
      before,
      note,
      shield: traces && shield,
    })
    for (const { kind, rule, span } of traces ? facts : [])
      traces!.push({ kind, rule, span: place(span), shielded: false })
    return facts
  }
  const isLost = (fact: Fact) => {
    const { span } = fact
    if (!touchesLost(source.folded, fact)) return false
    const args = { text: normalise((source.printed ?? source.shown).slice(span.start, span.end)) }
    notes.push({ code: 'fact-lost', severity: 'warning', span, args })
    return true
  }
  return (span, above, before) => {
    const { sentence, at } = sentenceOf(source, span)
    const row = rows.get(span.start)
    if (row) {
      const facts = row.read((cell) => placed(read(cell, above), cell)).filter((fact) => !isLost(fact))
      return { sentence, at: (index) => index, facts }
    }
    const facts = read({ sentence, at }, above, before)
    const told: Told = { sentence, at, facts }
    const rest = stating && above.length > 0 ? notStated(stating.facts, facts) : []
    const inherited = stating && rest.length > 0 ? { ...stating, facts: rest } : undefined
    const defaults = memory.defaults
    remember(memory, told)
    if (memory.defaults !== defaults) stating = { ...told, facts: memory.defaults }
    return inherited ? { ...told, inherited } : told
  }
}

/** Facts with their spans in the source. */
const placed = (facts: readonly Fact[], { at }: Parameters<ReadSentence>[0]): Fact[] =>
  facts.map((fact) => ({ ...fact, span: { start: at(fact.span.start), end: at(fact.span.end - 1) + 1 } }))

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
  const all = notes.map((note) => ({
    ...note,
    span: page.notes.includes(note) || mended.notes.includes(note) ? note.span : mended.before(note.span),
  }))
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
