import { type Lang, say } from '../../../messages.js'
import { isDay } from '../../../text/edtf.js'
import type { Cell, Column } from '../../../types.js'
import { FORMAT } from './package.js'
import { escapeXml } from './xml.js'

/** Characters that a cell can hold (Excel specifications and limits). */
const MOST_CHARACTERS = 32_767
/** Widths in characters, by what a column holds. */
const WIDTH: Readonly<Record<Column['type'], number>> = {
  text: 24,
  code: 10,
  integer: 9,
  number: 14,
  date: 12,
  boolean: 8,
}
/** Widths of columns that hold more or less than others of their kind. */
const WIDTH_OF: Readonly<Record<string, number>> = {
  document: 40,
  title: 48,
  document_title: 48,
  section_path: 48,
  quote: 48,
  text: 60,
  task_text: 48,
  name: 36,
  n: 6,
  task: 12,
  section: 12,
  parent: 12,
  style: 12,
  marker: 12,
  unit: 12,
  kind: 12,
  encoding: 12,
  period: 12,
  duration: 12,
  attribute: 12,
  time: 18,
  date: 18,
}
/** What is read as sentences, in lines. */
const WRAPPED = new Set(['quote', 'text'])
/** Day 0 of the 1900 date system: behind 1900-02-28, days count as if 1900 had been a leap year. */
const DAY_ZERO = Date.UTC(1899, 11, 30)

/** `A`, …, `Z`, `AA`, … for 0, … */
const lettersOf = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : lettersOf(Math.floor(column / 26) - 1) + lettersOf(column % 26)

/** Cuts what is longer than a cell, and counts it. */
export function createCutter() {
  let cuts = 0
  return {
    cut(text: string): string {
      if (text.length <= MOST_CHARACTERS) return text
      cuts++
      return `${text.slice(0, MOST_CHARACTERS - 1)}…`
    },
    count: () => cuts,
  }
}

/** What stands before the first row: the frozen head, the widths, the names of the columns. */
export function sheetHead(columns: readonly Column[], lang: Lang): string {
  const widths = columns.map(({ name, type }, i) => {
    const width = WIDTH_OF[name] ?? WIDTH[type]
    return `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`
  })
  const names = columns.map(({ name }, i) => textCell(lettersOf(i), 1, say(lang, `export.column.${name}`), FORMAT.head))
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
    `<cols>${widths.join('')}</cols><sheetData><row r="1">${names.join('')}</row>`,
  ].join('')
}

/** What stands behind the last of `count` rows: the filters. */
export function sheetTail(columns: readonly Column[], count: number): string {
  return `</sheetData><autoFilter ref="A1:${lettersOf(columns.length - 1)}${count + 1}"/></worksheet>`
}

/** One row; `r` counts from 1. */
export function sheetRow(
  cells: readonly Cell[],
  columns: readonly Column[],
  r: number,
  lang: Lang,
  cut: (text: string) => string,
): string {
  const written = cells.map((value, i) => {
    const { name, type } = columns[i]!
    const at = lettersOf(i)
    if (value === null) return ''
    if (typeof value === 'number') return `<c r="${at}${r}" s="${FORMAT.plain}"><v>${value}</v></c>`
    if (typeof value === 'boolean') return `<c r="${at}${r}" t="b"><v>${value ? 1 : 0}</v></c>`
    if (type === 'date' && isDay(value) && value >= '1900-03-01')
      return `<c r="${at}${r}" s="${FORMAT.day}"><v>${(Date.parse(value) - DAY_ZERO) / 86_400_000}</v></c>`
    const format = WRAPPED.has(name) ? FORMAT.wrapped : FORMAT.plain
    return textCell(at, r, cut(type === 'code' ? say(lang, `export.code.${value}`) : value), format)
  })
  return `<row r="${r}">${written.join('')}</row>`
}

/** Text in place; what Excel would read as an escaped character (`_x0041_`) is escaped (ECMA-376 Part 1, 22.9.2.19). */
function textCell(letters: string, r: number, text: string, format: number): string {
  const safe = escapeXml(text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'))
  return `<c r="${letters}${r}" s="${format}" t="inlineStr"><is><t xml:space="preserve">${safe}</t></is></c>`
}
