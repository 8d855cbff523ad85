import type { Page, Reader, ReadIo } from '../types.js'
import { CompoundFile } from './doc/compound.js'
import { readLists } from './doc/lists.js'
import { Story } from './doc/story.js'
import { readDocx } from './docx.js'
import { PageBuilder } from './page/builder.js'
import { Numbering } from './page/numbering.js'
import { UnreadableError } from './page/unreadable.js'

const MEDIA_TYPE = 'application/msword'

/** Word 97 to 2003 documents, and .wps files that are such documents. Numbers that a style brings along are lost. */
export const reader: Reader = { mediaType: MEDIA_TYPE, takes: 'bytes', read: readDoc }

/** The header of a document ([MS-DOC] 2.5): its magic number, flags, and where the lengths of its parts stand. */
const MAGIC = 0xa5ec
const FLAGS = 10
const ENCRYPTED = 0x0100
const TABLE_ONE = 0x0200
const LENGTHS = { text: 76, footnotes: 80, headers: 84, comments: 92, endnotes: 96 }
const LISTS = 154 + 74 * 8 + 4
const SHORTEST = LISTS + 4

async function readDoc(bytes: Uint8Array, io: ReadIo): Promise<Page> {
  try {
    const { document, table, data } = partsOf(bytes)
    if (io.convert) return { ...readDocx(await io.convert(bytes)), mediaType: MEDIA_TYPE }
    return pageOf(new Story(document, table, data, new Numbering(readLists(document, table))), document)
  } catch (error) {
    // A place that points outside the file.
    if (error instanceof RangeError) throw new UnreadableError('read.truncated')
    throw error
  }
}

function partsOf(bytes: Uint8Array) {
  const file = new CompoundFile(bytes)
  // Office puts an encrypted .docx into a compound file ([MS-OFFCRYPTO] 2.3.4.4).
  if (file.has('EncryptedPackage')) throw new UnreadableError('read.encrypted')
  const document = file.stream('WordDocument')
  if (!document || document.length < SHORTEST || document.readUInt16LE(0) !== MAGIC)
    throw new UnreadableError('read.no-document', { what: 'OLE' })
  const flags = document.readUInt16LE(FLAGS)
  if (flags & ENCRYPTED) throw new UnreadableError('read.encrypted')
  const table = file.stream(flags & TABLE_ONE ? '1Table' : '0Table')
  if (!table) throw new UnreadableError('read.truncated')
  return { document, table, data: file.stream('Data') ?? Buffer.alloc(0) }
}

function pageOf(story: Story, document: Buffer): Page {
  const length = (part: keyof typeof LENGTHS) => document.readUInt32LE(LENGTHS[part])
  const page = new PageBuilder()
  const { numbered, lost } = story.write(page, 0, length('text'))
  if (lost > 0 || (document.readUInt32LE(LISTS) > 4 && numbered < 2)) page.note('read.doc-numbers', 'warning')
  const footnotes = length('text')
  story.write(page, footnotes, length('footnotes'), 'note')
  const endnotes = footnotes + length('footnotes') + length('headers') + length('comments')
  story.write(page, endnotes, length('endnotes'), 'note')
  return page.page(MEDIA_TYPE)
}
