import { dateLine, isAgency, titleNote } from './line.js'
import { isKind, kindOf } from './title.js'

/** The last lines of a title that say too little alone: 「职位说明书」「实施方案的通知」 */
const SHORT = 8
/** Lines that name a site or its rubric and no document. */
const SITE =
  /_|网$|文件$|网站|门户|首页|政务公开|信息公开|政府信息|公开目录|栏目|欢迎|版$|新闻$|^[^|]{2,12}(?:网|报|台|社|新闻|在线)[|·]/
/** 「通知公告」「政策解读」: a rubric, and a title only where there is no other. */
const RUBRIC =
  /^(?:政策|文件|工作|规划|计划|通知|公告|公示|通告|通报|解读|总结|报告|动态|信息|公开|发布|内容|全文|正文|法规|人事|招考|招聘|重要|最新|本站|部门|新闻|财政|统计|决策|会议|材料|资料){1,3}$/
/** 「发布信息」「内容全文」: what a page heads its parts with. */
const BARE = /^(?:发布|内容|全文|正文|信息)+$/
/** What may stand in brackets below a title as its last words. */
const SUFFIX = /^\((?:试行|暂行|修订|修正|征求意见稿|草案|\d{4}[-年至][^()]{0,8}年?)[^()]*\)$/

/** A line above 「关于…」 that is longer and no agency is a headline of its own. */
const MATTER = 8

/** 「…规划（草案） 发布时间：2025-12-09」: a headline with the day it came out behind it. */
export const DAY_BEHIND =
  /(?:发布|公布|发表)?(?:时间|日期):?\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\d{2}:\d{2}(?::\d{2})?)?$/

/** True where a line goes on in the one below it: 「…关于」 + 「加快推进…的意见」, 「…关于印发“无废城市”建设」 + 「试点工作方案的通知」. */
function goesOn(above: string, below: string): boolean {
  if (/(?:关于|印发|转发|[的、和与及])$/.test(above) || /^(?:印发|转发|[的及和与暨])/.test(below)) return true
  if (
    below.startsWith('关于') &&
    !RUBRIC.test(above) &&
    kindOf(above) === undefined &&
    (isAgency(above) || above.length <= MATTER)
  )
    return true
  if (above.split('《').length > above.split('》').length && below.includes('》')) return true
  return kindOf(above) === undefined && /关于|印发(?!《[^《》]*》$)|转发/.test(above) && !/[。:]/.test(above)
}

const CONTENTS = /^目[录次]$/

/** A line that the short last line of a title needs: 「湖滨区人力资源局副局长」 + 「职位说明书」, 「2024年」 + 「工作要点」. */
const needed = (above: string, below: string) =>
  below.length <= SHORT &&
  !CONTENTS.test(below) &&
  kindOf(above) === undefined &&
  !SITE.test(above) &&
  !/[。:;>]/.test(above) &&
  above.length >= 4

/** A line of a head as far as its title is concerned. */
export interface HeadLine {
  readonly text: string
  readonly kind: string
}

/** 「重庆市人民政府关于」 + 「加快推进…的意见」: the lines that together are one title, first and last. */
export function findTitle(lines: readonly HeadLine[]): readonly [first: number, last: number] | undefined {
  const plain = (i: number) =>
    (lines[i]?.kind === 'line' && !CONTENTS.test(lines[i]!.text)) || lines[i]?.kind === 'agency'
  const at = (test: (line: HeadLine, i: number) => boolean) =>
    lines.findIndex((line, i) => plain(i) && (line.text.length >= 4 || isKind(line.text)) && test(line, i))
  const named = at(({ text }, i) =>
    RUBRIC.test(text) ? isKind(text) && plain(i - 1) && joins(lines[i - 1]!, lines[i]!) : kindOf(text) !== undefined,
  )
  const other = at(({ kind, text }) => kind === 'line' && !SITE.test(text) && !RUBRIC.test(text) && !text.endsWith(':'))
  const last = [
    named,
    other,
    at(({ text }) => isKind(text)),
    at(({ kind, text }) => kind === 'line' && !BARE.test(text)),
  ].find((i) => i >= 0)
  if (last === undefined) return undefined
  let first = last
  while (plain(first - 1) && joins(lines[first - 1]!, lines[first]!)) first--
  let end = last
  while (end + 1 < lines.length && isSuffix(lines[end + 1]!.text)) end++
  while (named < 0 && plain(end + 1) && goesOn(lines[end]!.text, lines[end + 1]!.text)) end++
  return [first, end]
}

const isSuffix = (text: string) => SUFFIX.test(text) && !titleNote(text) && !dateLine(text)

/** Agencies that issue together stand in lines of their own above 「关于…」. */
const joins = (above: HeadLine, below: HeadLine) =>
  goesOn(above.text, below.text) ||
  (isAgency(above.text) ? isAgency(below.text) && below.kind === 'agency' : needed(above.text, below.text))
