import type { Page, Reader } from '../types.js'
import { PageBuilder } from './page/builder.js'
import { RtfReader } from './rtf/commands.js'
import { tokensOf } from './rtf/tokens.js'

const MEDIA_TYPE = 'application/rtf'

/** Rich Text Format 1.9: text with the list numbers that its writer put down, tables, footnotes. */
export const reader: Reader = { mediaType: MEDIA_TYPE, takes: 'bytes', read: readRtf }

function readRtf(bytes: Uint8Array): Page {
  const page = new PageBuilder()
  const rtf = new RtfReader(page)
  for (const token of tokensOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')))
    rtf.take(token)
  rtf.end()
  return page.page(MEDIA_TYPE)
}
