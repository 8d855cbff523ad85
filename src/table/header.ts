import { type Column, columnOf, type Role } from './columns.js'
import { type Cell, filled, type GridRow, isSame } from './grid.js'
import { isUnitText } from './unit.js'
import { readValue } from './value.js'

/** The header of a table: how many rows it takes, and what it says of each column. */
export interface Header {
  readonly rows: number
  readonly columns: readonly Column[]
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
  const body = rows.slice(end, end + 60)
  const columns = labelsOf(rows.slice(at, end), body).map(columnOf)
  return { rows: end - at, columns: settle(columns, body) }
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
    const cells = header.flatMap(({ cells }) => cells[column] ?? [])
    return cells
      .filter((cell, i) => !cells.slice(0, i).some((other) => isSame(cell, other)))
      .map(textOf)
      .join('')
  })
}

const textOf = ({ text }: Cell) => text

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
  )
}

/** Which column names the indicators: 指标; else, beside columns of values and units, the last one of words before them. */
function nameIndicators(
  columns: readonly Column[],
  hasValues: (column: number) => boolean,
  hasUnits: (column: number) => boolean,
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
      : columns.findLastIndex(({ role }, i) => i < first && names(role) && !hasValues(i))
  return columns.map((column, i) => {
    if (i === at) return { ...column, role: 'name' }
    return column.role === 'name' ? { ...column, role: i < at ? 'category' : 'text' } : column
  })
}
