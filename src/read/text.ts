import { trim } from '../text/sentence.js'
import type { Block, Page, Reader, Span } from '../types.js'
import { WIDEST } from './page/grid.js'
import { UnreadableError } from './page/unreadable.js'
import { findRows, isTooWide } from './text/rows.js'

/** Plain text: the decoded text as it is, a block a line that is not blank; lines that are drawn as a table are rows. */
export const reader: Reader = {
  mediaType: 'text/plain',
  takes: 'text',
  read(text) {
    if (isTooWide(text)) throw new UnreadableError('read.too-wide', { limit: WIDEST })
    return readLines(text)
  },
}

/** What else ends a line: a lone carriage return, vertical tab, form feed, U+0085, U+2028, U+2029. */
const BREAK = /\r(?!\n)|[\u000b\u000c\u0085\u2028\u2029]/g

/** The lines of a text as a page; whatever ends them in the file, in the page it is a newline. */
export function readLines(raw: string): Page {
  const text = raw.search(BREAK) < 0 ? raw : raw.replace(BREAK, '\n')
  const lines = new Map<Block, Span>()
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 ? text.length : newline
    const span = trim(text, { start, end })
    if (span.end > span.start) lines.set({ span, kind: 'paragraph' }, { start, end })
    start = end + 1
  }
  const blocks = /[\t|｜│┃]| {2}|\u3000|&nbsp;/.test(text)
    ? findRows(text, [...lines.keys()], (block) => lines.get(block)!)
    : [...lines.keys()]
  return { text, blocks, stated: [], mediaType: 'text/plain', notes: [] }
}
