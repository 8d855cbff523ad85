import { assigning, bareTime, closing, type Told } from './table/assignment.js'
import type { Column, Role } from './table/columns.js'
import { type Cell, filled, type GridRow, rowOf } from './table/grid.js'
import { type Header, headerAt } from './table/header.js'
import { type Carried, indicatorsOf, type Times } from './table/indicator.js'
import { matrixAt } from './table/matrix.js'
import { sentenceOf, trim } from './text/sentence.js'
import type { Block, Fact, Source, Span } from './types.js'

export type { Times } from './table/indicator.js'

/** Reads the facts of a sentence; their spans come back as offsets in the source. */
export type ReadSentence = (told: Told) => readonly Fact[]

/** A row of a table as a task of a plan. */
export interface Row {
  /** The words of its task: from the first cell of words to the last; the whole row where it sets indicators. */
  readonly span: Span
  /** Its facts, with spans in the source. */
  read(read: ReadSentence): Fact[]
}

export interface Tables {
  /** Blocks in order, rows narrowed to the words of their task, headers left out. */
  readonly blocks: Block[]
  /** Where a row's words start → the row. */
  readonly rows: ReadonlyMap<number, Row>
  /** Rows that only name columns. */
  readonly headers: Block[]
}

/**
 * Finds headers among rows, and what each row below one says: 「指标|单位|2020年|2025年」 heads indicators,
 * 「任务|牵头单位|完成时限」 tasks. Rows without a header keep their words, read cell by cell.
 */
export function readTables(source: Source, blocks: readonly Block[], times: Times): Tables {
  const out: Block[] = []
  const rows = new Map<number, Row>()
  const headers: Block[] = []
  for (let i = 0; i < blocks.length; ) {
    if (blocks[i]!.kind !== 'row') {
      out.push(blocks[i++]!)
      continue
    }
    let end = i
    while (blocks[end]?.kind === 'row') end++
    const table = blocks.slice(i, end).map((block) => rowOf(source, block))
    readTable(source, table, { times, unit: unitAbove(source, blocks.slice(Math.max(0, i - 2), i)) }, (row, read) => {
      if (!read) headers.push(row.block)
      else {
        rows.set(read.span.start, read)
        out.push({ ...row.block, span: read.span })
      }
    })
    i = end
  }
  return { blocks: out, rows, headers }
}

/** 「单位：万元」 in a line above a table. */
function unitAbove(source: Source, above: readonly Block[]): string | undefined {
  for (const { span } of above.toReversed()) {
    const text = span.end - span.start < 60 ? sentenceOf(source, span).sentence.text : ''
    const unit = /(?:^|[(,;。])(?:计量)?单位:([^():,;。]{1,12})\)?$/.exec(text)?.[1]
    if (unit) return unit
  }
  return undefined
}

interface Known {
  readonly times: Times
  readonly unit: string | undefined
}

/** A table with more columns is data, not a plan: its cells are read one by one. */
const MOST_COLUMNS = 100

function readTable(
  source: Source,
  table: readonly GridRow[],
  known: Known,
  add: (row: GridRow, read?: Row) => void,
): void {
  let header: Header | undefined
  let carried: Carried = {}
  for (let i = 0; i < table.length; ) {
    const wide = table[i]!.cells.length > MOST_COLUMNS
    const next = wide ? undefined : (matrixAt(table, i, known.unit) ?? headerAt(table, i))
    if (next && i + next.rows < table.length) {
      header = next
      carried = known.unit ? { unit: known.unit } : {}
      for (let k = 0; k < next.rows; k++) add(table[i + k]!)
      i += next.rows
    } else {
      const row = table[i++]!
      add(row, header ? under(source, row, header, known.times, carried) : bare(source, row))
    }
  }
}

/** A row that no header explains: its words, and the facts that each cell states. */
function bare(source: Source, row: GridRow): Row {
  return { span: row.block.span, read: (read) => filled(row).flatMap((cell) => [...read(sentenceOf(source, cell))]) }
}

const UNITS: readonly Role[] = ['lead', 'support', 'supervise']

/** A row below a header. */
function under(source: Source, row: GridRow, { columns, read: readRow }: Header, times: Times, carried: Carried): Row {
  const cells = row.cells.map((cell, i) => ({ cell, column: columns[i] ?? TEXT }))
  const whole = filled(row).length < 2
  const placed = cells.map(({ cell, column }) => ({ column, sentence: sentenceOf(source, cell).sentence }))
  const indicators = whole ? [] : (readRow?.(placed, times) ?? indicatorsOf(placed, columns, times, carried))
  const { span } = row.block
  const facts = indicators.map((fact): Fact => ({ ...fact, span }))
  const held = new Set(filled(row))
  const once = cells.filter(({ cell }) => held.has(cell))
  const consumed: Role[] = [
    'index',
    ...UNITS,
    'deadline',
    ...(indicators.length > 0 ? (['name', 'value', 'growth', 'unit', 'attribute'] as const) : []),
  ]
  const words = once.filter(({ cell, column }) => whole || !consumed.includes(column.role) || !mayClose(column, cell))
  const inside = words.map(({ cell }) => cell).filter(({ start, end }) => start >= span.start && end <= span.end)
  const hull =
    indicators.length > 0 || inside.length === 0 ? span : { start: inside[0]!.start, end: inside.at(-1)!.end }
  return {
    span: trim(source.text, hull),
    read: (read) => [
      ...facts,
      ...once.flatMap(({ cell, column }) =>
        factsIn(
          source,
          cell,
          column,
          read,
          words.some((word) => word.cell === cell),
        ),
      ),
    ],
  }
}

const TEXT: Column = { role: 'text', label: '' }

/** A cell of deadlines that holds a sentence is read as one. */
const mayClose = ({ role }: Column, { text }: Cell) => role !== 'deadline' || (text.length <= 30 && TIME.test(text))
const TIME = /\d{4}|\d[年月]|[年月季]度?[底末内]|每[年月季周]|前$/

function factsIn(source: Source, cell: Cell, { role }: Column, read: ReadSentence, isWord: boolean): Fact[] {
  if (role === 'score') return []
  if (isWord) return [...read(sentenceOf(source, cell))]
  if (UNITS.includes(role)) return read(assigning(source, cell, role)!).filter(({ kind }) => kind === 'responsible')
  if (role !== 'deadline') return []
  const span = { start: cell.start, end: cell.end }
  const time = bareTime(cell.text)
  if (time) return [{ kind: 'deadline', span, value: time, rule: 'table' }]
  return read(sentenceOf(source, cell))
    .filter(({ kind }) => kind === 'deadline')
    .map(closing)
}
