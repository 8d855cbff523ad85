import { HAN_YEAR } from '../text/date.js'
import { NUMBERED } from '../text/marker.js'
import { matchesOf } from '../text/match.js'
import { CLOSE, OPEN } from '../text/number-brackets.js'
import { trim } from '../text/sentence.js'
import type { Block, Source, Span } from '../types.js'

/** A line this long may hold several paragraphs. */
const LONG = 60
/** Where a page's head can still stand. */
const HEAD = 400
const TAIL = 300

/** Indents and wide gaps that a lost line break left behind. */
const GAP = /\n\s*\n|[\u3000\u00a0\u2000-\u200a ]*\u3000[\u3000\u00a0\u2000-\u200a ]+|[\u00a0\u2000-\u200a ]{4,}/g

const NUMBER = `[一-龥]{1,12}${OPEN}\\d{4}${CLOSE}(?:第 ?)?\\d{1,5} ?号`
const KIND =
  '(?:通知|意见|决定|方案|办法|规定|要点|规划|计划|措施|通报|报告|批复|函|公告|通告|细则|条例|令)(?:\\([^()]{1,8}\\))?'
const UNITS = '(?:政府|单位|部门|机构|[局委厅院办处]|公司|企业|学校|法院|中心|协会|社|行|署|所|团|会)'
/** Where a line break was lost: behind or before what a pattern sees. */
interface Break {
  /** A character without which the pattern sees nothing. */
  readonly needs: string
  readonly pattern: RegExp
}

/** 「…的意见渝府发〔2019〕17号各区县人民政府：近年来」: title, number and addressees in one line. */
const AFTER_TITLE: Break = {
  needs: '号',
  pattern: new RegExp(
    `(?<=^(?!按|根据|依据|为|经|贯彻|落实|执行|遵照|转发)[^。,:;!?]{3,120}${KIND}) ?(?=\\(?${NUMBER})`,
  ),
}
/** 「…技术规范」「（试行）」「1 总则」: the last words of a title that stand alone. */
const AFTER_SUFFIX: Break = { needs: ')', pattern: /(?<=^\((?:试行|暂行|征求意见稿|草案|修订)\)) ?(?=\S)/ }
/** 「按照青教发〔2011〕12号文件要求」 is a sentence, no number with a title behind it. */
const CITED = '(?!文件|规定|要求|精神|等|[的和及与])'
const CITING = '(?!按照|根据|依据|依照|遵照|执行|落实|贯彻|参照|对照|转发)'
const AFTER_NUMBER: Break = {
  needs: '号',
  pattern: new RegExp(`(?<=(?:^${CITING}|${KIND}) ?\\(?${NUMBER}\\)?) ?${CITED}(?=[一-龥])`),
}
const BEFORE_ADDRESSEES: Break = {
  needs: ':',
  pattern: new RegExp(
    `(?<=^[^。:]{5,120}${KIND})(?: ?(?=(?:各|[^。:,、]{2,12}${UNITS}[,、])[^。:]{1,200}${UNITS}[^。:]{0,12}:)| ?(?=(?:各|全体|有关|广大)[^。:,]{1,30}:)| (?=[^。:]{2,60}${UNITS}:))`,
  ),
}
const AFTER_ADDRESSEES: Break = {
  needs: ':',
  pattern: new RegExp(
    `(?<=^(?!\\(?[一二三四五六七八九十\\d]{1,3}[)、.]|.{0,6}(?:[主承协]办|责任|牵头|配合)单位:|[主承协]办:)(?:各|[^。:]{0,60}${UNITS})[^。:]{0,200}(?<!提示|说明|声明|注|其中|包括|如下|以下):) ?(?=[^\\s\\d](?:.{40}|.*。))`,
  ),
}
const DAY = `(?:\\d{4}|${HAN_YEAR})年(?:\\d{1,2}|[一二三四五六七八九十]{1,2})月(?:\\d{1,2}|[一二三四五六七八九十]{1,3})日`
/** 「…良好氛围。重庆市人民政府2019年6月28日（此件公开发布）」: the signature behind the last sentence. */
const SIGNATURE: Break = {
  needs: '日',
  pattern: new RegExp(
    `(?<=[。!] {0,30})(?=(?:[一-龥()]{2,40} {0,40}){1,4}${DAY} {0,40}(?:\\([^()]{2,60}\\) {0,20})*$)`,
  ),
}
/** 「…。附件：1.任务分解表」, and the signature right behind the last attachment. */
const ATTACHMENTS: Break = { needs: '附', pattern: /(?<=[。!] {0,30})(?=附件?:)/ }
const BEHIND_ATTACHMENTS: Break = {
  needs: '附',
  pattern: new RegExp(
    `(?<=^附件?:.{2,200}(?:表|名单|方案|清单|目录|指南|办法|细则|标准|计划)) {0,30}(?=[一-龥]{4,30} {0,10}${DAY})`,
  ),
}
/** 「2019年6月28日 （此件公开发布）」「2023年4月6日某市三年行动计划」, not 「2023年3月5日上午，…」 */
const AFTER_DAY: Break = {
  needs: '日',
  pattern: new RegExp(
    `(?<=^${DAY})(?: {1,40}(?=[(一-龥])(?![上下]午|晚|[起前至在,])|(?=\\()|(?=[一-龥][^,。;:]{3,60}${KIND}$))(?!(?!\\((?:此|联系)).{0,150}(?:通过|修正|修订|批准|公布|发布|会议上)\\)* {0,9}$)`,
  ),
}
const AFTER_NOTE: Break = { needs: ')', pattern: /(?<=^\((?:此件|联系人|联系电话|此文)[^()]{0,60}\) {0,20})(?=[^\s])/ }
const BEFORE_DAY: Break = {
  needs: '日',
  pattern: new RegExp(`(?<=^[一-龥() ]{2,40} {0,40})(?=${DAY} {0,40}(?:\\(|$))`),
}
/** The spans into which cutting at one place divides a span; the place is looked for from `from`, in at most `length` units. */
function cut(source: Source, span: Span, { needs, pattern }: Break, from: number, length: number): Span[] {
  const text = source.folded.slice(from, Math.min(span.end, from + length))
  const at = text.includes(needs) ? pattern.exec(text)?.index : undefined
  if (at === undefined || depthOf(source.folded.slice(span.start, from + at)) > 0) return [span]
  const parts = [
    trim(source.text, { start: span.start, end: from + at }),
    trim(source.text, { start: from + at, end: span.end }),
  ]
  return parts.filter((part) => part.end > part.start)
}

/** A line this long that is nearly all of its text has lost its breaks: there even a single space was one. */
const FLATTENED = 120
const SPACE = /(?<=[一-龥。!?:;)》”\]]{2}) (?=(?!等[一-龥]{2})[一-龥(《“][^ ]|\d{4}年)/g

/** 「61.　　　　房屋是…」: a gap behind a marker is no break. */
const MARKER = /^(?:第 ?)?[(（]?[一二三四五六七八九十百\dA-Za-z]{1,5}[)）、.．章节節条條编編]+$|^[①-⑳●■◆·•—-]{1,2}$/

const depthOf = (text: string) => text.split(/[(《]/).length - text.split(/[)》]/).length

function cutAtGaps(source: Source, span: Span, flattened: boolean): Span[] {
  if (span.end - span.start < LONG) return [span]
  const single = flattened && span.end - span.start > FLATTENED
  const text = (single ? source.folded : source.text).slice(span.start, span.end)
  const out: Span[] = []
  let from = 0
  let seen = 0
  let depth = 0
  for (const gap of matchesOf(single ? SPACE : GAP, text)) {
    if (single) depth += depthOf(text.slice(seen, gap.index))
    seen = gap.index
    const before = text.slice(from, gap.index).trim()
    // 「名       称：」: a letter alone begins a label that is spaced out.
    if (depth !== 0 || before.length === 1 || MARKER.test(before)) continue
    out.push({ start: span.start + from, end: span.start + gap.index })
    from = gap.index
  }
  out.push({ start: span.start + from, end: span.end })
  return out.map((part) => trim(source.text, part)).filter((part) => part.end > part.start)
}

const cutAll = (source: Source, spans: Span[], place: Break, length = HEAD) =>
  spans.flatMap((span) => cut(source, span, place, span.start, length))

/** The paragraphs that stand in one line of a flattened text: at gaps, and around title, number, addressees and signature. */
function paragraphs(source: Source, span: Span, first: boolean, flattened: boolean): Span[] {
  let spans = cutAtGaps(source, span, false).flatMap((part) => (flattened ? cutAtGaps(source, part, true) : [part]))
  if (first)
    for (const place of [AFTER_TITLE, AFTER_NUMBER, BEFORE_ADDRESSEES, AFTER_ADDRESSEES])
      spans = [...cutAll(source, spans.slice(0, 6), place), ...spans.slice(6)]
  spans = spans.flatMap((part) => {
    const from = Math.max(part.start, part.end - TAIL)
    return cut(source, part, SIGNATURE, from, TAIL).flatMap((piece) => {
      const start = Math.max(piece.start, piece.end - TAIL)
      return cut(source, piece, ATTACHMENTS, start, TAIL)
    })
  })
  spans = cutAll(source, spans, BEHIND_ATTACHMENTS)
  for (const place of [AFTER_SUFFIX, BEFORE_DAY, AFTER_DAY, AFTER_NOTE, AFTER_NOTE, AFTER_NOTE])
    spans = cutAll(source, spans, place, 200)
  return spans
}

/** A numbered line, or one that ends a sentence: the head is over. */
const STARTED = new RegExp(`^\\s*${NUMBERED}|。\\s*$`)

/** Gives every paragraph of a flattened text a block of its own. */
export function splitFlattened(source: Source, blocks: readonly Block[]): readonly Block[] {
  let head = true
  return blocks.flatMap((block) => {
    const { start, end } = block.span
    const first = head
    if (block.kind === 'paragraph' && (end - start > LONG || STARTED.test(source.folded.slice(start, end))))
      head = false
    if (end - start < 20 || block.kind !== 'paragraph') return [block]
    return paragraphs(source, block.span, first, blocks.length <= 3).map((span) => ({ ...block, span }))
  })
}
