import { BULLETS, NUMBERED } from '../text/marker.js'
import type { Block, Source } from '../types.js'

/** What ends a line that is whole. */
const WHOLE = /[。!?:;”’)》\]]$/
/** What no line of its own begins with: 「，以及…」, 「是：地区生产总值…」 */
const CONTINUES = /^(?:[,。、;:!)”》%‰]|\?(?=[^?])|(?:是|为|的|和|与|及)[:,])/
/** What no line ends with that is whole: 「…经济社会发展的」 */
const HANGS =
  /[,、](?:和|及|以及)?$|(?<!目)的$|[一-龥](?:和|与|及|以及|在|将|把|对|为|由|到|至|于|从|使|让|被|并|而|且|或|但|其|该|各|每)$/
/** A stretch that a page set in a tag of its own: 「2.5」 of PM2.5, 「3」 of m3. */
const SCRAP = /^[\dA-Za-z.+-]{1,6}$/
/** What starts a line of its own. */
const MARKED = new RegExp(`^(?:${NUMBERED}|[${BULLETS}-]|附件?[\\d:]|\\d{4}年)`)
/** A title may be broken anywhere; it is joined where it is read. */
const TITLE = 40

const textOf = (source: Source, { span }: Block) => source.folded.slice(span.start, Math.min(span.end, span.start + 60))
const endOf = (source: Source, { span }: Block) => source.folded.slice(Math.max(span.start, span.end - 8), span.end)

/** Joins what a page tore apart inside a sentence, at bold words and raised figures or at the end of a sheet. */
export function joinTorn(source: Source, blocks: readonly Block[]): readonly Block[] {
  const out: Block[] = []
  let scrap = false
  for (const block of blocks) {
    const last = out.at(-1)
    if (last && isProse(last) && isProse(block) && isTorn(source, last, block, scrap)) {
      let joined = join(last, block)
      out.pop()
      // 「…发展的」 + 「主要目标」 + 「是：…」: only the last shows that the first goes on.
      for (
        let before = out.at(-1);
        before && isProse(before) && isTorn(source, before, joined, false);
        before = out.at(-1)
      ) {
        joined = join(before, joined)
        out.pop()
      }
      out.push(joined)
      scrap = SCRAP.test(textOf(source, block)) || (scrap && !WHOLE.test(endOf(source, block)))
    } else {
      out.push(block)
      scrap = false
    }
  }
  return out
}

const join = (first: Block, last: Block): Block => ({
  ...first,
  span: { start: first.span.start, end: last.span.end },
})
const isProse = (block: Block) => block.kind === 'paragraph' && block.computed === undefined
/** 「分享至」: a line this short hangs on nothing. */
const SCANT = 4
const isLong = ({ span }: Block) => span.end - span.start > TITLE

/** What closes before anything opens: 「来∣机构”为核心」 */
const CLOSES = /^[^“”《》。;]{0,40}[”》]/
/** 「本报讯（记者」 + 「王某某）为加快…」 */
const NAMES_WRITERS = /\((?:本报|本网)?(?:记者|通讯员)$/
/** How far back the mark may stand that a line leaves open. */
const REACH = 80

/** True for a line that ends inside a quotation or a title: 「加快以“养老大脑+未」 */
function isOpen(source: Source, { span }: Block): boolean {
  const text = source.folded.slice(Math.max(span.start, span.end - REACH), span.end)
  return text.lastIndexOf('“') > text.lastIndexOf('”') || text.lastIndexOf('《') > text.lastIndexOf('》')
}

function isTorn(source: Source, last: Block, block: Block, scrap: boolean): boolean {
  const end = endOf(source, last)
  const text = textOf(source, block)
  if (WHOLE.test(end) || MARKED.test(text)) return false
  if (isOpen(source, last) && CLOSES.test(text)) return true
  if (NAMES_WRITERS.test(end) && /^[^()。]{1,16}\)/.test(text)) return true
  if (CONTINUES.test(text) || scrap || (/\d$/.test(end) && /^\.\d/.test(text))) return true
  return (
    (HANGS.test(end) && last.span.end - last.span.start > SCANT && (isLong(last) || isLong(block))) ||
    (isLong(last) && SCRAP.test(text))
  )
}
