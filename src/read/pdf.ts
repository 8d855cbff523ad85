import type { Page, Reader } from '../types.js'
import { PageBuilder } from './page/builder.js'
import { UnreadableError } from './page/unreadable.js'
import { readInChild } from './pdf/process.js'
import { garbled } from './reflow/garbled.js'
import { writeSheets } from './reflow/write.js'

const MEDIA_TYPE = 'application/pdf'

const ERRORS = { encrypted: 'read.encrypted', damaged: 'read.truncated', 'too-large': 'read.too-large' } as const

/** PDF files that hold text: paragraphs and tables are found again by where things stand. */
export const reader: Reader = { mediaType: MEDIA_TYPE, takes: 'bytes', read: readPdf }

async function readPdf(bytes: Uint8Array): Promise<Page> {
  const answer = await readInChild(bytes)
  if ('error' in answer) throw new UnreadableError(ERRORS[answer.error])
  const { sheets } = answer
  const empty = sheets.flatMap((sheet, i) => (sheet.pieces.length === 0 ? [i + 1] : []))
  if (empty.length === sheets.length) throw new UnreadableError('read.scanned')
  if (garbled(sheets) > 0.3) throw new UnreadableError('read.glyphs')
  const page = new PageBuilder()
  writeSheets(page, sheets)
  if (empty.length > 0) page.note('read.scanned-pages', 'warning', { pages: empty.join(', ') })
  return page.page(MEDIA_TYPE)
}
