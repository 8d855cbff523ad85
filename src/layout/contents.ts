import type { Block, Source } from '../types.js'

/** A line of a table of contents without its dots and page number, and without the part that it names: 「第一部分：」 */
const entryOf = (text: string) =>
  text
    .replace(/\s+/g, '')
    .replace(/[.·…-]*(?:\(?\d{1,3}(?:-\d{1,3})?\)?)?$/, '')
    .replace(/^第[一二三四五六]部分[:：、](?=.)/, '')

/** What may head the numbers of pages or paragraphs. */
const COLUMN = /^(?:段落|页次|页码|页)$/

const NUMBERED = /\d{1,3}\)?$/

/** The end of the entries: where they have numbers of pages, a line without one behind the last is body. */
function trimmed(blocks: readonly Block[], text: (block: Block) => string, start: number, end: number): number {
  let last = end
  while (last > start && !NUMBERED.test(text(blocks[last - 1]!).trim())) last--
  return last - start >= (end - start) / 2 && last > start + 1 ? last : end
}

/** How many lines a table of contents may have. */
const MOST = 200

/** The lines from 目录 to the one before its first entry stands again: as a range of blocks, undefined where there is none. */
export function contentsOf(
  source: Source,
  blocks: readonly Block[],
): readonly [first: number, end: number] | undefined {
  const text = (block: Block) => source.folded.slice(block.span.start, Math.min(block.span.end, block.span.start + 100))
  const first = blocks.slice(0, 60).findIndex((block) => /^目 *[录次]$/.test(text(block).trim()))
  if (first < 0) return chaptersOf(blocks, text)
  if (first + 1 >= blocks.length) return undefined
  const start = COLUMN.test(text(blocks[first + 1]!).trim()) ? first + 2 : first + 1
  if (start >= blocks.length) return undefined
  const opening = entryOf(text(blocks[start]!))
  for (let i = start + 1; i < Math.min(blocks.length, first + MOST); i++) {
    if (opening.length >= 2 && entryOf(text(blocks[i]!)) === opening) return [first, trimmed(blocks, text, start, i)]
    if (/[。;!?]/.test(text(blocks[i]!))) return undefined
  }
  return undefined
}

/** 「第一章总则」「第二章…」「第三章…」「第一章总则」: chapters in a row that nothing heads, before the first of them stands again. */
function chaptersOf(
  blocks: readonly Block[],
  text: (block: Block) => string,
): readonly [first: number, end: number] | undefined {
  const isChapter = (block: Block | undefined) =>
    block !== undefined && /^第 ?[一二三四五六七八九十\d]{1,3} ?[章编]/.test(text(block))
  const first = blocks
    .slice(0, 60)
    .findIndex((block, i) => /^第 ?[一1] ?[章编]/.test(text(block)) && isChapter(blocks[i + 1]))
  if (first < 0) return undefined
  let end = first + 1
  while (isChapter(blocks[end]) && entryOf(text(blocks[end]!)) !== entryOf(text(blocks[first]!))) end++
  return end - first >= 2 && isChapter(blocks[end]) ? [first, end] : undefined
}
