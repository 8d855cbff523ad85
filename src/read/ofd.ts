import { posix } from 'node:path'
import type { Page, Reader } from '../types.js'
import { Archive } from './archive/unzip.js'
import { attributeOf, scanXml } from './archive/xml.js'
import { type Contents, readContents } from './ofd/contents.js'
import { PageBuilder } from './page/builder.js'
import { UnreadableError } from './page/unreadable.js'
import { garbled } from './reflow/garbled.js'
import { writeSheets } from './reflow/write.js'

const MEDIA_TYPE = 'application/ofd'

/** OFD documents (GB/T 33190-2016): text in reading order by where it stands. Templates, annotations and seals are left out. */
export const reader: Reader = { mediaType: MEDIA_TYPE, takes: 'bytes', read: readOfd }

const resolve = (from: string, path: string) =>
  path.startsWith('/') ? path.slice(1) : posix.join(posix.dirname(from), path)

function readOfd(bytes: Uint8Array): Page {
  const archive = new Archive(bytes)
  const part = (path: string): Uint8Array => {
    const found = archive.part(path)
    if (!found) throw new UnreadableError('read.truncated')
    return found
  }
  if (archive.part('Encryptions.xml')) throw new UnreadableError('read.encrypted')
  const contents: Contents[] = []
  for (const root of elementTexts(part('OFD.xml'), 'DocRoot').map((path) => resolve('OFD.xml', path))) {
    const { pages, box } = readDocument(part(root))
    for (const path of pages) contents.push(readContents(part(resolve(root, path)), box))
  }
  const sheets = contents.map(({ sheet }) => sheet)
  if (sheets.every((sheet) => sheet.pieces.length === 0)) {
    throw new UnreadableError(contents.some(({ glyphs }) => glyphs > 0) ? 'read.glyphs' : 'read.scanned')
  }
  if (garbled(sheets) > 0.3) throw new UnreadableError('read.glyphs')
  const page = new PageBuilder()
  writeSheets(page, sheets)
  const glyphs = contents.flatMap(({ glyphs }, i) => (glyphs > 0 ? [i + 1] : []))
  if (glyphs.length > 0) page.note('read.glyph-pages', 'warning', { pages: glyphs.join(', ') })
  return page.page(MEDIA_TYPE)
}

/** The texts of all elements of a name. */
function elementTexts(bytes: Uint8Array, wanted: string): string[] {
  const texts: string[] = []
  let inside = false
  scanXml(bytes, {
    open: (name) => {
      inside = name === wanted
      if (inside) texts.push('')
    },
    close: () => {
      inside = false
    },
    text: (text) => {
      if (inside) texts.push(`${texts.pop()}${text.trim()}`)
    },
  })
  return texts
}

/** Where the pages of a document are, and how large they are unless they say otherwise. */
function readDocument(bytes: Uint8Array): { pages: string[]; box: string } {
  const pages: string[] = []
  scanXml(bytes, {
    open(name, attributes) {
      const path = attributeOf(attributes, 'BaseLoc')
      if (name === 'Page' && path) pages.push(path)
    },
  })
  return { pages, box: elementTexts(bytes, 'PhysicalBox')[0] ?? '0 0 210 297' }
}
