import { isBlank } from '../text/han.js'
import type { Block, Source, Span } from '../types.js'

/** A paragraph shorter than this says little about whether a text is there twice. */
const TELLING = 20

const squeeze = (text: string) => text.replace(/\s+/g, '')

/** The second copy of a body that a page holds twice: its first and last block; undefined where there is none. */
function secondCopy(texts: readonly string[]): readonly [number, number] | undefined {
  const first = new Map<string, number>()
  for (let i = 0; i < texts.length; i++) {
    const text = texts[i]!
    if (text.length < TELLING) continue
    const earlier = first.get(text)
    if (earlier === undefined) {
      first.set(text, i)
      continue
    }
    const shift = i - earlier
    let end = i
    while (end + 1 < texts.length && texts[end + 1] === texts[end + 1 - shift]) end++
    let start = i
    while (start > shift && texts[start - 1] === texts[start - 1 - shift]) start--
    const long = texts.slice(start, end + 1).filter((other) => other.length >= TELLING).length
    const all = texts.slice(0, start).filter((other) => other.length >= TELLING).length
    return long >= 2 && long * 4 >= all * 3 ? [start, end] : undefined
  }
  return undefined
}

/** Where a single line that holds its text twice starts over. */
function restart(line: string): number {
  if (line.length < 400) return -1
  const head = line.slice(0, 40)
  const again = line.indexOf(head, Math.floor(line.length * 0.4))
  if (again < 0) return -1
  const rest = line.slice(again)
  return line.startsWith(rest.slice(0, Math.floor(rest.length * 0.95))) && rest.length >= line.length * 0.45
    ? again
    : -1
}

/** Takes a second copy of the body out: the blocks that stay, and the spans that were a copy. */
export function dropCopy(source: Source, blocks: readonly Block[]): { blocks: readonly Block[]; copies: Span[] } {
  const texts = blocks.map(({ span }) => squeeze(source.folded.slice(span.start, span.end)))
  const copy = secondCopy(texts)
  if (copy) {
    const [start, end] = copy
    const copies = [{ start: blocks[start]!.span.start, end: blocks[end]!.span.end }]
    return { blocks: [...blocks.slice(0, start), ...blocks.slice(end + 1)], copies }
  }
  for (let i = 0; i < blocks.length; i++) {
    const { span } = blocks[i]!
    const again = restart(source.folded.slice(span.start, span.end))
    if (again < 0) continue
    let end = span.start + again
    while (end > span.start && isBlank(source.text.charCodeAt(end - 1))) end--
    const kept = { ...blocks[i]!, span: { start: span.start, end } }
    return { blocks: blocks.with(i, kept), copies: [{ start: span.start + again, end: span.end }] }
  }
  return { blocks, copies: [] }
}
