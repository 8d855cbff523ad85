import type { Block, Source } from '../../types.js'

const LABEL = 40
const STOPS = /[。;!?…,:]["”’)》]*$|[。;!?]/
/** A figure with its unit makes a sentence, not a label. */
const FIGURE = /\d ?(?:[%‰万亿元个家名人张种天岁年月日倍所项条次台套件吨亩]|平方|公里|千米)/

/** A sentence that reads as a title: at most 40 characters, no figure with a unit, no 《》. */
export function isLabel(text: string): boolean {
  const bare = text.replace(/\s+/g, '')
  return (
    bare.length >= 2 &&
    bare.length <= LABEL + 1 &&
    !FIGURE.test(bare.replace(/\([^()]*\)/g, '')) &&
    !bare.includes('《')
  )
}

/** A dateline 【本报讯】, 新华社北京2月13日电: the length of it; 0 where there is none. */
export const dateline = (text: string) =>
  /^(?:\[[^[\]]{0,10}[讯电]\]|(?:新华社|中新社|人民网|本报)[^。,]{0,20}[电讯](?:\([^()]{1,30}\))?)/.exec(text)?.[0]
    .length ?? 0

/** An unnumbered line that heads what follows: short, no mark at its end, and body text below it. */
export function isHeading(source: Source, block: Block, next: Block | undefined): boolean {
  const text = source.folded
    .slice(block.span.start, Math.min(block.span.end, block.span.start + 80))
    .replace(/\s+/g, '')
  if (block.kind === 'heading') return text.length > 0
  if (block.kind !== 'paragraph' || text.length < 2 || text.length > LABEL || !next || next.kind === 'row') return false
  if (/^(?:19|20)\d{2}年$/.test(text)) return true
  if (STOPS.test(text) || /^[一-龥]{2,8}:/.test(text) || !/[一-龥]{2}/.test(text)) return false
  const below = source.folded.slice(next.span.start, Math.min(next.span.end, next.span.start + 400))
  return /[。;!?:]/.test(below) || /^[●■◆①-⑳]|^[(一二三四五六七八九十]{1,4}[)、]/.test(below)
}
