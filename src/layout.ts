import { contentsOf } from './layout/contents.js'
import { dropCopy } from './layout/doubled.js'
import { dropFurniture, type Furniture } from './layout/furniture.js'
import { splitFlattened } from './layout/split.js'
import { joinTorn } from './layout/torn.js'
import { unwrap } from './layout/unwrap.js'
import type { Block, Note, Source, Span } from './types.js'

export interface Layout {
  readonly blocks: Block[]
  readonly furniture: Furniture[]
  readonly copies: Span[]
  readonly notes: Note[]
}

/** Blocks as the page has them → paragraphs as the author had them: once, unwrapped, one a block, without furniture. */
export function layOut(source: Source, blocks: readonly Block[]): Layout {
  const lines = blocks.filter(({ span }) => span.end > span.start)
  const { blocks: once, copies } = dropCopy(source, joinTorn(source, unwrap(source, lines)))
  const notes = copies.map((span): Note => ({ code: 'doubled-body', severity: 'warning', span }))
  const whole = splitFlattened(source, once)
  const contents = contentsOf(source, whole)
  const text = contents ? whole.toSpliced(contents[0], contents[1] - contents[0]) : whole
  const { blocks: kept, furniture } = dropFurniture(source, text)
  const listed = contents ? whole.slice(...contents).map((block) => ({ block, kind: 'contents' })) : []
  return { blocks: kept, furniture: [...listed, ...furniture], copies, notes }
}
