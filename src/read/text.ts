import { trim } from '../text/sentence.js'
import type { Block, Page, Reader } from '../types.js'

/** Plain text: the decoded text as it is, a block a line that is not blank. */
export const reader: Reader = { mediaType: 'text/plain', takes: 'text', read: readLines }

/** The lines of a text as a page. */
export function readLines(text: string): Page {
  const blocks: Block[] = []
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 ? text.length : newline
    const span = trim(text, { start, end })
    if (span.end > span.start) blocks.push({ span, kind: 'paragraph' })
    start = end + 1
  }
  return { text, blocks, stated: [], mediaType: 'text/plain', notes: [] }
}
