import { HEADINGS } from '../../data/headings.js'
import { BULLETS, NUMBERED } from '../../text/marker.js'
import type { Block, Source } from '../../types.js'

const LABEL = 40
/** A sentence in a line of its own above other paragraphs may be a longer title. */
export const LONG_LABEL = 60
const STOPS = /[。;!?…,:]["”’)》]*$|[。;!?]/
/** A figure with its unit makes a sentence, not a label. */
const FIGURE =
  /\d ?(?:[%‰万亿元个家名人张种天岁年月日倍所项条次台套件吨亩米斤户座处场批辆头只秒]|平方|立方|公里|千米|公顷|小时|分钟|[千兆吉]瓦|[毫厘]米|℃)/

/** A sentence that reads as a title: at most 40 characters (`longest`), no figure with a unit, no 《》. */
export function isLabel(text: string, longest = LABEL): boolean {
  const bare = text.replace(/\s+/g, '')
  return (
    bare.length >= 2 &&
    bare.length <= longest + 1 &&
    !FIGURE.test(bare.replace(/\([^()]*\)/g, '')) &&
    !bare.includes('《')
  )
}

/** True where a marker's line is a heading as a whole: no sentence ends in it, and it leads no list in (「有下列情形之一的：」). */
export function isHeadLine(style: string, text: string): boolean {
  if (text.length > 80 || /[。;!]|\?(?!$)/.test(text) || style === 'bullet') return false
  if (/(?:下列|以下|如下|左列).{0,16}:$/.test(text) || (text.length > LABEL && RESULT.test(text))) return false
  return style !== '第一条' || (text.length <= 30 && !text.endsWith(':'))
}

/** How a sentence begins that stands right behind its lost heading. */
const OPENS =
  /(?:以(?![上下及来])|坚持|按照|根据|围绕|紧紧围绕|高举|力争|通过|成立|全面(?:贯彻|落实)|深入(?:贯彻|学习|落实)|认真(?:贯彻|落实)|牢固树立|进一步|切实|各[级有地乡镇区县部单]|全[省市县区镇州旗]|到(?:\d|今年|明年|年底)|\d{4}年|为(?:了|进一步|切实|深入|全面|贯彻))/y
const GLUED = new RegExp(HEADINGS.join('|'), 'y')

/** 「抓安全　全年未发生重大事故。」: a gap, the only one of its sentence, stands for the mark behind a heading. */
const GAPPED =
  /^ *(?:[一-龥“”]{3,16} +(?=[一-龥“\d][^ 。;]{7,}[。;])|(?:时间|地点|要求|对象|范围|内容|目标|任务|原则|费用|条件|方式|流程) +(?=[一-龥“\d]))/

/** 「指导思想以…为指导」 → 4: the length of a heading that a page has glued to its text; 0 where there is none. */
export function gluedHeading(text: string): number {
  const gapped = GAPPED.exec(text)
  if (gapped) return gapped[0].trimEnd().length
  GLUED.lastIndex = text.search(/\S/)
  const heading = GLUED.lastIndex < 0 ? null : GLUED.exec(text)
  if (!heading) return 0
  OPENS.lastIndex = heading.index + heading[0].length
  return OPENS.test(text) ? heading.index + heading[0].length : 0
}

/** A dateline 【本报讯】, 新华社北京2月13日电: the length of it; 0 where there is none. */
export const dateline = (text: string) =>
  /^(?:\[[^[\]]{0,10}[讯电]\]|(?:新华社|中新社|人民网|本报)[^。,]{0,20}[电讯](?:\([^()]{1,30}\))?|[一-龥·-]{2,20}(?:网|报|客户端|电视台|在线|融媒)讯(?!息)|[一-龥·]{2,16}\d{1,2}月\d{1,2}日[电讯](?:\([^()]{1,30}\))?)/.exec(
    text,
  )?.[0].length ?? 0

/** 「指导思想：」「具体措施：」 alone on a line. */
const CAPTIONED =
  /^(?!.*(?:以下|如下|下列))[一-龥]{0,6}(?:思想|原则|要求|目标|任务|措施|安排|步骤|内容|范围|对象|分工|思路|重点|领导|机制|保障|情况|建议|打算):$/
/** 「便民服务：」 above bullets. */
const LISTED = /^(?!.*(?:以下|如下|下列|包括|要求|提出|强调|指出))[一-龥、]{2,12}:$/
/** 「投资完成3.2亿元，同比下降2.4%」 has lost its stop. */
const RESULT = /^(?=.*,).*\d(?:[%‰]|[万亿]?(?:元|人|户|亩|吨|公里|平方米))/

const BULLETED = new RegExp(`^[${BULLETS}-]`)
/** What the points of a list begin with. */
const LIST = new RegExp(`^(?!第)(?:${NUMBERED}|[${BULLETS}-])`)

/** 「（责任单位：市民政局）」 in a line of its own belongs to the item above it. */
export const isAside = (text: string) => /^\s*(?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^[\]]*\])[。;]?\s*$/.test(text)

/** 「问：…？」「问题2：…」 above 「答：…」 */
export const QUESTION = /^\s*(?:问题?|Q) ?\d{0,2} ?:/
const ANSWER = /^\s*(?:答|A) ?\d{0,2} ?:/
const LONGEST_QUESTION = 80

/** What is said of a whole document at its end: 「以上意见，请认真贯彻执行。」「本通知自印发之日起施行。」「特此通知。」「联系人：…」 */
const OF_THE_WHOLE =
  /^\s*(?:(?:以上|上述)(?:意见|通知|方案|各项|要求|事项|规定|措施|工作|内容|请示|报告)?[^。]{0,12}(?:请|望|妥否|如无不妥|遵照)|本(?:通知|意见|办法|方案|规定|细则|通告|公告|[行计]?动?计划|规划|预案|规范|指南|制度|措施|实施意见|实施方案|实施细则)(?:自|由[^。]{2,20}(?:负责)?解释|未尽|有效期|印发)|[特专]此(?:通知|公告|通告|函[告复]|批复|报告|复函|通报|说明|公示)|(?:联系人|联系电话|联系方式|联系地址|咨询电话|监督电话|举报电话)[^。]{0,6}:)/

/** True for a paragraph that no item of the last section owns. */
export const isOfTheWhole = (text: string) => OF_THE_WHOLE.test(text)

/** An unnumbered line that heads what follows: short, no mark at its end, and body text below it. */
export function isHeading(source: Source, block: Block, next: Block | undefined): boolean {
  const text = source.folded
    .slice(block.span.start, Math.min(block.span.end, block.span.start + 80))
    .replace(/\s+/g, '')
  if (block.kind === 'heading') return text.length > 0
  if (block.kind !== 'paragraph' || text.length < 2 || !next || next.kind === 'row') return false
  if (isAside(text)) return false
  if (QUESTION.test(text) && text.length < LONGEST_QUESTION)
    return ANSWER.test(source.folded.slice(next.span.start, next.span.start + 8))
  if (text.length > LABEL) return false
  if (/^(?:19|20)\d{2}年$/.test(text)) return true
  const opening = source.folded.slice(next.span.start, next.span.start + 2)
  if (CAPTIONED.test(text) || (LISTED.test(text) && BULLETED.test(opening))) return true
  if (STOPS.test(text) || RESULT.test(text) || /^[一-龥]{2,8}:/.test(text) || !/[一-龥]{2}/.test(text)) return false
  const below = source.folded.slice(next.span.start, Math.min(next.span.end, next.span.start + 400))
  return /[。;!?:]/.test(below) || LIST.test(below)
}
