import { dateline, gluedHeading, isAside, isHeading, isHeadLine, isOfTheWhole } from './outline/build/heading.js'
import { type Counts, leading, segmentsOf } from './outline/build/segment.js'
import { finish, sentencesIn } from './outline/build/title.js'
import { Tree } from './outline/build/tree.js'
import type { Block, Outline, Source } from './types.js'

/** Blocks of a body → the tree of its sections. Never refuses a text: without any marker all of it is preamble. */
export function outline(source: Source, blocks: readonly Block[]): Outline {
  const tree = new Tree(source.folded)
  const counts: Counts = new Map()
  blocks.forEach((block, i) => {
    if (block.kind === 'row') {
      tree.addText({ ...block.span, row: true })
      return
    }
    const text = source.folded.slice(block.span.start, Math.min(block.span.end, block.span.start + 100))
    const telegram = dateline(text)
    if (telegram > 0) {
      tree.closeAll()
      tree.addHeading(block.span, undefined, { start: block.span.start, end: block.span.start + telegram })
      return
    }
    for (const segment of segmentsOf(source, block, counts)) {
      const { span, marker } = segment
      if (marker) {
        const line = source.folded.slice(marker.span.end, span.end)
        const glued = gluedHeading(line.slice(0, 200))
        tree.addMarked(segment, glued > 0 || isHeadLine(marker.style.name, line.trim()), glued)
      } else if (span.end === block.span.end && isHeading(source, block, blocks[i + 1])) {
        const next = blocks[i + 1]
        tree.addHeading(span, block.level, undefined, next && leading(source.folded, next, counts))
      } else {
        if (isOfTheWhole(text)) tree.closeItems()
        else if (span.start === block.span.start && !isAside(text)) tree.closeList()
        tree.addText(span)
      }
    }
    tree.endParagraph()
  })
  const root = tree.root
  return {
    preamble: root.own.flatMap((span) => sentencesIn(source, span)),
    sections: root.children.map((child) => finish(source, child)),
    notes: tree.notes,
  }
}
