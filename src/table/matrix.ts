import { normalise } from '../text/width.js'
import type { Sentence } from '../types.js'
import { type Column, columnOf, measureIn } from './columns.js'
import { filled, type GridRow } from './grid.js'
import { type Header, spanning } from './header.js'
import { type Found, indicatorsOf, type Placed, type Times } from './indicator.js'
import { isPlace, PART, SUM } from './place.js'
import { isUnitText, unitIn } from './unit.js'
import { readValue } from './value.js'

const MOST_HEADERS = 3
const PLACES =
  /^(?:所属|所在)?(?:地区|区域|省份|城市|镇街|街镇|园区|单位|行政区划?|(?:各|省|市|州|盟|地|县|区|旗|乡|镇|街道|村|社区|、|\(|\))+)(?:名称)?$/
const YEARS = /^(?:年份|年度|时间|(?:主要)?指标|项目)(?:名称)?$/
const UNIT = /^(?:计量)?单位$/

/** What a column of a matrix measures, and in what. */
interface Measure {
  readonly column: Column
  readonly name: string
}

/**
 * The header of a table whose columns name measures and whose rows are places or years, 「地区|造林（亩）|抚育（亩）」;
 * `undefined` where a row heads none. A column without a unit or without a measure gives nothing.
 */
export function matrixAt(table: readonly GridRow[], at: number, above: string | undefined): Header | undefined {
  const first = table[at]!
  const label = first.cells.findIndex(({ text }) => columnOf(text).role !== 'index')
  const corner = first.cells[label]?.text ?? ''
  if (!PLACES.test(corner) && !YEARS.test(corner)) return undefined
  let end = at + 1
  while (end < Math.min(table.length, at + MOST_HEADERS) && goesOn(table[end]!, table[end - 1]!, label)) end++
  const body = table.slice(end, end + 60).filter((row) => filled(row).length > 1 && row.cells[label]?.text !== corner)
  const fits = YEARS.test(corner) ? isTime : isPlace
  if (body.filter(({ cells }) => fits(cells[label]?.text ?? '')).length * 5 < body.length * 4) return undefined
  const width = Math.max(first.cells.length, ...body.slice(0, 20).map(({ cells }) => cells.length))
  const heads = table.slice(at, end)
  const measures = Array.from({ length: width }, (_, i) =>
    i > label
      ? measureOf(
          partsOf(heads, i),
          body.map(({ cells }) => cells[i]?.text ?? ''),
          above,
        )
      : undefined,
  )
  if (!measures.some(Boolean)) return undefined
  const columns = measures.map((measure, i): Column => {
    if (measure) return measure.column
    const column = columnOf(partsOf(heads, i).join(''))
    return i === label
      ? { role: 'name', label: corner }
      : ASSIGNING.has(column.role)
        ? column
        : { role: 'text', label: column.label }
  })
  return { rows: end - at, columns, read: (row, times) => readRow(row, label, measures, times) }
}

const ASSIGNING: ReadonlySet<Column['role']> = new Set(['index', 'lead', 'support', 'supervise', 'deadline'])

/** 「2025年目标」「现状值」 */
function isTime(text: string): boolean {
  const { role, years, part, tense } = columnOf(text)
  return role === 'value' && (years ?? part ?? tense) !== undefined && measureIn(text) === ''
}

/** Whether a row goes on with the header above it: units, or words below a cell that spans several columns. */
function goesOn(row: GridRow, above: GridRow, label: number): boolean {
  const corner = row.cells[label]
  if (!corner) return false
  const others = row.cells.slice(label + 1).filter(({ text }) => text !== '')
  if (UNIT.test(corner.text)) return others.length > 0 && others.every(({ text }) => isUnitText(text))
  if (corner.text !== '' && corner.text !== above.cells[label]?.text) return false
  return (
    others.length > 0 && others.every(({ text }) => text.length <= 24 && !/^[-≥≤>〉<〈]?\d+(?:\.\d+)?%?$/.test(text))
  )
}

/** What the rows of a header say of a column. */
function partsOf(heads: readonly GridRow[], column: number): string[] {
  const texts = heads.map(({ cells }, row) => (row === 0 ? spanning(heads, column) : cells[column])?.text ?? '')
  return texts.filter((text, i) => text !== '' && text !== texts[i - 1])
}

function measureOf(
  parts: readonly string[],
  values: readonly string[],
  above: string | undefined,
): Measure | undefined {
  const units = parts.filter(isUnitText)
  const words = parts.filter((part) => !isUnitText(part))
  const column = columnOf(words.join(''))
  if (ASSIGNING.has(column.role) || column.role === 'attribute' || column.role === 'score') return undefined
  const read = values.filter((text) => text !== '' && !/^[-/—]+$/.test(text))
  if (read.length === 0 || read.some((text) => readValue(text) === undefined)) return undefined
  const name = words.map((part) => measureIn(unitIn(part).rest)).join('')
  const unit = units[0] ?? column.unit ?? (column.role === 'growth' ? '%' : above)
  const named = unit !== undefined || read.every((text) => readValue(text)?.unit !== undefined)
  if (name === '' || !named) return undefined
  const { label, years, by, part, tense } = column
  return {
    name,
    column: {
      role: 'value',
      label,
      ...(unit && { unit }),
      ...(years && { years }),
      ...(by && { by }),
      ...(part && { part }),
      ...(tense && { tense }),
    },
  }
}

/** The indicators of a row: of each measure one, for the place or the year that the row is of. */
function readRow(
  row: readonly Placed[],
  label: number,
  measures: readonly (Measure | undefined)[],
  times: Times,
): Omit<Found, 'span'>[] {
  const head = row[label]?.sentence
  if (!head || head.text === '' || PART.test(head.text)) return []
  const { years, by, part, tense } = isTime(head.text) ? columnOf(head.text) : {}
  const told = { ...(years && { years }), ...(by && { by }), ...(part && { part }), ...(tense && { tense }) }
  const timed = years || part || tense ? told : undefined
  const scope = timed || SUM.test(head.text) ? {} : { scope: normalise(head.shown) }
  return [...new Set(measures.flatMap((measure) => measure?.name ?? []))].flatMap((name) => {
    const cells = row.flatMap(({ sentence }, i): Placed[] => {
      const measure = measures[i]
      return measure?.name === name ? [{ column: { ...measure.column, ...timed }, sentence }] : []
    })
    const named: Sentence = { text: name, shown: name }
    const placed = [{ column: NAME, sentence: named }, ...cells]
    const found = indicatorsOf(
      placed,
      placed.map(({ column }) => column),
      times,
      {},
    )
    return found.map((fact) => ({ ...fact, rule: 'table-matrix', value: { ...fact.value, ...scope } }))
  })
}

const NAME: Column = { role: 'name', label: '指标' }
