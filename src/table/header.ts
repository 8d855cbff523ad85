import { type Column, columnOf, type Role } from './columns.js'
import { type Cell, filled, type GridRow, isSame } from './grid.js'
import type { Found, Placed, Times } from './indicator.js'
import { isPlace } from './place.js'
import { isUnitText } from './unit.js'
import { readValue } from './value.js'

/** The header of a table: how many rows it takes, and what it says of each column. */
export interface Header {
  readonly rows: number
  readonly columns: readonly Column[]
  /** What a row below says, where columns name measures and rows are places or years. */
  readonly read?: (row: readonly Placed[], times: Times) => Omit<Found, 'span'>[]
}

/** How many rows a header may have. */
const MOST = 4
const ATTRIBUTE = /^(?:约束|预期|引导|指导|激励)性?$/

/** The header that a table begins with at a row; `undefined` where that row is none. */
export function headerAt(rows: readonly GridRow[], at: number): Header | undefined {
  const first = rows[at]
  if (!first || !isHeader(first)) return undefined
  let end = at + 1
  while (end < Math.min(rows.length, at + MOST) && continuesHeader(rows[end]!, rows.slice(at, end))) end++
  const body = bodyOf(rows, end)
  const columns = labelsOf(rows.slice(at, end), body).map(columnOf)
  return { rows: end - at, columns: settle(columns, body) }
}

/** The rows below a header, up to the next one; a cell that spans a row says nothing of its columns. */
function bodyOf(rows: readonly GridRow[], from: number): GridRow[] {
  const next = rows.findIndex((row, i) => i >= from && i < from + 60 && isHeader(row))
  return rows.slice(from, next < 0 ? from + 60 : next).filter((row) => filled(row).length > 1)
}

/** A row whose cells name what columns hold: at least two of them, and half of all. */
function isHeader(row: GridRow): boolean {
  const cells = filled(row)
  const named = cells.filter(({ text }) => columnOf(text).role !== 'text').length
  return cells.length >= 2 && named >= 2 && named * 2 >= cells.length && cells.every(({ text }) => text.length <= 40)
}

/** A second row of a header: what is not merged with the row above names years, values, units. */
function continuesHeader(row: GridRow, above: readonly GridRow[]): boolean {
  const last = above.at(-1)!
  const own = filled(row).filter((cell) => !last.cells.some((other) => isSame(cell, other)))
  if (own.length === 0) return false
  const merged = row.cells.some((cell, i) => cell.text === '' || isSame(cell, last.cells[i]))
  return (
    (merged || row.cells.length < last.cells.length) && own.every(({ text }) => text.length <= 24 && namesValues(text))
  )
}

function namesValues(text: string): boolean {
  const { role } = columnOf(text)
  if (/^\d/.test(text)) return role === 'value' && /^\d{4}年?/.test(text)
  return role !== 'text' || /^\((?:[^()]{1,8})\)$|^(?:城镇|农村|总量|数量|全市|全省|全国|累计|合计)$/.test(text)
}

/** What stands above each column, from the first row of the header to the last. */
function labelsOf(header: readonly GridRow[], body: readonly GridRow[]): string[] {
  const width = Math.max(...body.slice(0, 20).map(({ cells }) => cells.length), header[0]!.cells.length)
  const [first, second] = header
  if (second && header.length === 2 && first!.cells.length + second.cells.length - 1 === width) {
    const at = first!.cells.findIndex(({ text }) => ['value', 'growth'].includes(columnOf(text).role))
    if (at >= 0) {
      const below = second.cells.map(({ text }) => first!.cells[at]!.text + text)
      return [...first!.cells.slice(0, at).map(textOf), ...below, ...first!.cells.slice(at + 1).map(textOf)]
    }
  }
  return Array.from({ length: width }, (_, column) => {
    const cells = header.flatMap(({ cells }, row) => (row === 0 ? spanning(header, column) : cells[column]) ?? [])
    return cells
      .filter((cell, i) => !cells.slice(0, i).some((other) => isSame(cell, other)))
      .map(textOf)
      .join('')
  })
}

const textOf = ({ text }: Cell) => text

/** The cell of the first row over a column: where a format lost merges, an empty one goes on with the one to its left. */
export function spanning([first, second]: readonly GridRow[], column: number): Cell | undefined {
  let at = column
  if (second?.cells[column]?.text) while (at > 1 && !first!.cells[at]?.text) at--
  return first!.cells[at]
}

/** Decides by the cells what headers leave open: 单位 that are bodies, 类型 that says 约束性, a 项目 that is an indicator. */
function settle(columns: readonly Column[], body: readonly GridRow[]): Column[] {
  const most = (column: number, test: (text: string) => boolean) => {
    const texts = body.map(({ cells }) => cells[column]?.text ?? '').filter((text) => text !== '')
    return texts.length > 0 && texts.filter(test).length * 2 > texts.length
  }
  const out = columns.map((column, i): Column => {
    if (column.role === 'unit' && !most(i, (text) => isUnitText(text) || /^[-/]+$/.test(text)))
      return { ...column, role: 'text' }
    if (most(i, (text) => ATTRIBUTE.test(text))) return { ...column, role: 'attribute' }
    if (column.role === 'task' && most(i, (text) => readValue(text) !== undefined))
      return { ...column, role: 'value', tense: 'goal' }
    if (column.role === 'growth' && !most(i, (text) => readValue(text) !== undefined || /^[-/[]/.test(text)))
      return { ...column, role: 'text' }
    return column
  })
  return nameIndicators(
    out,
    (column) => most(column, (text) => readValue(text) !== undefined),
    (column) => most(column, (text) => readValue(text)?.unit !== undefined),
    (column) => most(column, isPlace),
  )
}

/** Which column names the indicators: 指标; else, beside columns of values and units, the last one of words before them. */
function nameIndicators(
  columns: readonly Column[],
  hasValues: (column: number) => boolean,
  hasUnits: (column: number) => boolean,
  hasPlaces: (column: number) => boolean,
): Column[] {
  const first = columns.findIndex(({ role }, i) => (role === 'value' || role === 'growth') && hasValues(i))
  const named = columns.findLastIndex(({ role }, i) => role === 'name' && !hasValues(i))
  const all: readonly Role[] = columns.map(({ role }) => role)
  const counted =
    all.includes('unit') ||
    all.includes('attribute') ||
    columns.filter(({ years }) => years).length > 1 ||
    (first >= 0 && (columns[first]!.unit !== undefined || hasUnits(first)))
  const names = (role: Role) => role === 'task' || role === 'category' || role === 'text'
  const at =
    named >= 0 || first < 0 || !counted
      ? named
      : columns.findLastIndex(({ role }, i) => i < first && names(role) && !hasValues(i) && !hasPlaces(i))
  return columns.map((column, i) => {
    if (i === at) return named < 0 ? { ...column, role: 'name', guessed: true } : { ...column, role: 'name' }
    return column.role === 'name' ? { ...column, role: i < at ? 'category' : 'text' } : column
  })
}
