import type { Page, Reader } from '../types.js'
import { relationsOf } from './archive/relations.js'
import { Archive } from './archive/unzip.js'
import { attributeOf, scanXml } from './archive/xml.js'
import { BodyReader } from './docx/body.js'
import { readLists } from './docx/lists.js'
import { Styles } from './docx/styles.js'
import { writeItems } from './docx/table.js'
import { PageBuilder } from './page/builder.js'
import { Numbering } from './page/numbering.js'
import { UnreadableError } from './page/unreadable.js'

const MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Office Open XML text documents, with the numbers that a word processor computes. */
export const reader: Reader = { mediaType: MEDIA_TYPE, takes: 'bytes', read: readDocx }

export function readDocx(bytes: Uint8Array): Page {
  const archive = new Archive(bytes)
  const main = relationsOf(archive, '').get('officeDocument') ?? 'word/document.xml'
  const relations = relationsOf(archive, main)
  const part = (type: string) => archive.part(relations.get(type) ?? `word/${type}.xml`)
  const document = archive.part(main)
  if (!document) throw new UnreadableError('read.truncated')
  const styles = new Styles(part('styles'))
  const body = new BodyReader(
    styles,
    new Numbering(readLists(part('numbering')), (style) => styles.numberingOf(style)?.numId),
  )
  const page = new PageBuilder()
  writeItems(page, body.read(document))
  // Word writes a box twice, for programs that know the newer kind and for others.
  const boxed = new Set(body.boxed)
  for (const line of boxed) page.leave(line)
  const count = [...boxed].join('').length
  if (count > 0) page.note('read.text-box', 'warning', { count })
  for (const type of ['footnotes', 'endnotes']) writeNotes(page, part(type), styles)
  return page.page(MEDIA_TYPE)
}

/** Footnotes and endnotes: each a note, behind the body. */
function writeNotes(page: PageBuilder, bytes: Uint8Array | undefined, styles: Styles): void {
  if (!bytes) return
  const numbering = new Numbering(readLists(undefined))
  let body: BodyReader | undefined
  scanXml(bytes, {
    open(name, attributes) {
      if (name === 'footnote' || name === 'endnote')
        body = attributeOf(attributes, 'type') ? undefined : new BodyReader(styles, numbering)
      else body?.open(name, attributes)
    },
    close(name) {
      if (name !== 'footnote' && name !== 'endnote') body?.close(name)
      else for (const item of body?.items ?? []) if ('line' in item) page.add({ ...item.line, kind: 'note' })
    },
    text: (text) => body?.text(text),
  })
}
