import { READERS } from './read/index.js'
import { UnreadableError } from './read/page/unreadable.js'
import type { Decoded, Page, Reader, ReadIo } from './types.js'

export { UnreadableError } from './read/page/unreadable.js'

export type Format = keyof typeof READERS

export interface ReadOptions extends ReadIo {
  /** Bytes to text, for the formats that are text. */
  readonly decode: (bytes: Uint8Array) => Decoded
  /** The file's name: only Markdown is told from plain text by it. */
  readonly name?: string
  /** What the sender says it is: tells plain text, Markdown and HTML apart. */
  readonly mediaType?: string
}

/** Media types of text; what is no text is known by its content. */
const TEXT_TYPES: ReadonlyMap<string, Format> = new Map([
  ['text/plain', 'text'],
  ['text/markdown', 'md'],
  ['text/html', 'html'],
  ['application/xhtml+xml', 'html'],
])
const TEXT_FORMATS = [...TEXT_TYPES.values()]

/** What the first bytes say: formats that are read, and those that are named in the refusal. */
const MAGIC: readonly [start: string, format: Format | { what: string }][] = [
  ['%PDF-', 'pdf'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'doc'],
  ['{\\rtf', 'rtf'],
  ['\xff\xd8\xff', { what: 'JPEG' }],
  ['\x89PNG', { what: 'PNG' }],
  ['GIF8', { what: 'GIF' }],
  ['II*\0', { what: 'TIFF' }],
  ['MM\0*', { what: 'TIFF' }],
  ['Rar!', { what: 'RAR' }],
  ['7z\xbc\xaf', { what: '7z' }],
  ['\x1f\x8b', { what: 'gzip' }],
]

/**
 * The format of a file, by its content: magic bytes, the names of zip entries, tags. Throws an UnreadableError for
 * what is known not to be a document, such as a picture. `%PDF-1.7` → pdf
 */
export function formatOf(bytes: Uint8Array, name = ''): Format {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString('latin1')
  for (const [start, format] of MAGIC)
    if (head.startsWith(start)) {
      if (typeof format === 'string') return format
      throw new UnreadableError('read.no-document', format)
    }
  if (head.slice(0, 1024).includes('%PDF-')) return 'pdf'
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return packageFormatOf(bytes)
  return textFormatOf(head, name)
}

/** What a zip file is, by the names of its entries, which are never compressed. */
function packageFormatOf(bytes: Uint8Array): Format {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (file.includes('OFD.xml')) return 'ofd'
  if (file.includes('word/')) return 'docx'
  throw new UnreadableError('read.no-document', { what: 'ZIP' })
}

/** Tags that a page or a fragment of one begins with. */
const OPENS =
  /^\s*(?:<!--[\s\S]{0,500}?-->\s*|<\?xml[^>]{0,200}>\s*)?<(?:!doctype\s+html|(?:html|head|body|meta|title|script|style|link|div|p|span|table|center|font|section|article|h[1-6]|ul|ol|br|strong|b|img|ucapcontent)[\s/>])/i
const TAGS = /<\/(?:p|div|span|td|table|strong|font)>|<br\s*\/?>/gi
/** A blank of HTML tells of it beside tags only: plain text keeps it where a page was copied badly, and its own lines. */
const BLANKS = /&nbsp;/gi

function isMarkup(head: string): boolean {
  const tags = head.match(TAGS)?.length ?? 0
  return tags > 0 && tags + (head.match(BLANKS)?.length ?? 0) >= 3
}

/** Which text it is, by its beginning; UTF-16 shows as ASCII with NULs. */
function textFormatOf(start: string, name: string): Format {
  const head = start.replace(/^[\xff\xfe\xef\xbb\xbf\ufeff]+|\0/g, '')
  if (OPENS.test(head) || isMarkup(head)) return 'html'
  return /\.(?:md|markdown)$/i.test(name) ? 'md' : 'text'
}

/** A file as a page: its text, blocks and what the format states; `decoded` says how bytes became text. */
export async function read(input: Uint8Array | string, options: ReadOptions): Promise<Page & { decoded?: Decoded }> {
  const stated = TEXT_TYPES.get((options.mediaType ?? '').replace(/;.*$/s, '').trim().toLowerCase())
  if (typeof input === 'string')
    return readText(input, stated ?? textFormatOf(input.slice(0, 4096), options.name ?? ''), options)
  const found = formatOf(input, options.name)
  const format = stated && TEXT_FORMATS.includes(found) ? stated : found
  const reader: Reader = await READERS[format]()
  if (reader.takes === 'bytes') return reader.read(input, options)
  const decoded = options.decode(input)
  return { ...(await readText(decoded.text, format, options)), decoded }
}

async function readText(text: string, format: Format, options: ReadOptions): Promise<Page> {
  const reader: Reader = await READERS[format]()
  if (reader.takes === 'bytes') throw new TypeError(`${format} is read from bytes`)
  return reader.read(text, options)
}
