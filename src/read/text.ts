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

/** The lines of a text as a page. */
export function readLines(text: string): Page {
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
