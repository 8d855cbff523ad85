import { isDay } from '../../text/edtf.js'
import type { Cell, Table, TableWriter } from '../../types.js'

/** The longest line, in bytes (RFC 5545, 3.1). */
const LINE = 75

/** A calendar of the deadlines that end on a day, whole years left out: an all-day event each (RFC 5545). */
export const writer: TableWriter = {
  extension: 'ics',
  holds: 'all tables',
  text: true,
  only: 'deadlines',
  async write([table], file) {
    await file.write(
      lines(['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//policyplan//policyplan//ZH', 'CALSCALE:GREGORIAN']),
    )
    for await (const rows of table!.batches()) await file.write(rows.map((row) => eventOf(table!, row)).join(''))
    await file.write(lines(['END:VCALENDAR']))
    return 0
  },
}

/** 2019年, 十三五期间: whole years say when, not by which day. */
const isWholeYear = (start: string, end: string) => start.endsWith('-01-01') && end.endsWith('-12-31')

function eventOf({ columns }: Table, row: readonly Cell[]): string {
  const of = (name: string) => row[columns.findIndex((column) => column.name === name)] ?? ''
  const end = String(of('end'))
  if (!isDay(end) || of('kind') === 'every' || isWholeYear(String(of('start')), end)) return ''
  const day = end.replaceAll('-', '')
  const title = [of('units'), of('task_text')].filter((part) => part !== '').join('：')
  return lines([
    'BEGIN:VEVENT',
    `UID:${encodeURIComponent(`${of('document')}#${of('task')}/${of('n')}`)}@policyplan`,
    `DTSTAMP:${day}T000000Z`,
    `DTSTART;VALUE=DATE:${day}`,
    `SUMMARY:${escaped(title.length > 60 ? `${title.slice(0, 60)}…` : title)}`,
    `DESCRIPTION:${escaped([of('document_title'), of('section_path'), of('task_text'), of('quote')].filter((part) => part !== '').join('\n'))}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ])
}

/** Text after RFC 5545, 3.3.11. */
const escaped = (text: string) => text.replace(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n')

/** Content lines, folded at 75 bytes without breaking a character. */
function lines(content: readonly string[]): string {
  return content.map((line) => `${fold(line)}\r\n`).join('')
}

function fold(line: string): string {
  let out = ''
  let bytes = 0
  for (const c of line) {
    const size = Buffer.byteLength(c)
    if (bytes + size > LINE) {
      out += '\r\n '
      bytes = 1
    }
    out += c
    bytes += size
  }
  return out
}
