import WordExtractor from 'word-extractor'
import type { Page, Reader, ReadIo } from '../types.js'
import { fileInformationOf } from './doc/information.js'
import { readDocx } from './docx.js'
import { PageBuilder } from './page/builder.js'
import { UnreadableError } from './page/unreadable.js'

const MEDIA_TYPE = 'application/msword'

/** Word 97 to 2003 documents, and .wps files that are such documents. Automatic numbers are not kept in their text. */
export const reader: Reader = { mediaType: MEDIA_TYPE, takes: 'bytes', read: readDoc }

const TYPED =
  /^\s*(?:[（(]?[一二三四五六七八九十]{1,3}[）)、.．]|第[一二三四五六七八九十百]{1,4}[章节条]|\d{1,2}[.．、])/

async function readDoc(bytes: Uint8Array, io: ReadIo): Promise<Page> {
  const information = fileInformationOf(bytes)
  if (!information) throw new UnreadableError('read.no-document', { what: 'OLE' })
  if (information.encrypted) throw new UnreadableError('read.encrypted')
  if (io.convert) return { ...readDocx(await io.convert(bytes)), mediaType: MEDIA_TYPE }
  const document = await new WordExtractor().extract(Buffer.from(bytes)).catch(() => {
    throw new UnreadableError('read.truncated')
  })
  const page = new PageBuilder()
  const lines = document.getBody({ filterUnicode: false }).split(/[\n\r\v\f]/)
  for (const line of lines) {
    const cells = line.split('\t')
    if (isRow(cells))
      page.addRow(cells.filter((cell, i) => cell !== '' || i < cells.length - 1).map((text) => ({ text })))
    else page.add({ text: line })
  }
  if (information.lists && lines.filter((line) => TYPED.test(line)).length < 2) page.note('read.doc-numbers', 'warning')
  for (const text of [document.getFootnotes({ filterUnicode: false }), document.getEndnotes({ filterUnicode: false })])
    page.add({ text, kind: 'note' })
  return page.page(MEDIA_TYPE)
}

/** Whether a line with tabs is a table row: no cell in it begins a paragraph of a list. */
function isRow(cells: readonly string[]): boolean {
  return (
    cells.filter((cell) => cell.trim() !== '').length >= 2 &&
    !(cells.length === 2 && TYPED.test(`${cells[0]!.trim()}、`))
  )
}
