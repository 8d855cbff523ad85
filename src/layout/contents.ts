import type { Block, Source } from '../types.js'

/** A line of a table of contents without its dots and page number. */
const entryOf = (text: string) => text.replace(/\s+/g, '').replace(/[.·…-]*\d{0,3}$/, '')

/** How many lines a table of contents may have. */
const MOST = 200

/** The lines from 目录 to the one before its first entry stands again: as a range of blocks, undefined where there is none. */
export function contentsOf(
  source: Source,
  blocks: readonly Block[],
): readonly [first: number, end: number] | undefined {
  const text = (block: Block) => source.folded.slice(block.span.start, Math.min(block.span.end, block.span.start + 100))
  const first = blocks.slice(0, 60).findIndex((block) => /^目 ?[录次]$/.test(text(block).trim()))
  if (first < 0 || first + 1 >= blocks.length) return undefined
  const opening = entryOf(text(blocks[first + 1]!))
  for (let i = first + 2; i < Math.min(blocks.length, first + MOST); i++) {
    if (opening.length >= 3 && entryOf(text(blocks[i]!)) === opening) return [first, i]
    if (/[。;!?]/.test(text(blocks[i]!))) return undefined
  }
  return undefined
}
