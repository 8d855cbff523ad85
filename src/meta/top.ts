import { BULLETS, NUMBERED } from '../text/marker.js'
import { normalise } from '../text/width.js'
import type { Line } from './head.js'
import { readLabels } from './label.js'
import {
  dateLine,
  isAddressees,
  isAgency,
  isBody,
  isByline,
  isMaker,
  isMarked,
  isNumberLine,
  isSalutation,
  isWire,
  pageDate,
  titleNote,
} from './line.js'
import { kindOf, withoutSite } from './title.js'

/** How many lines a head may have. */
const MOST = 60

type Kind = 'wire' | 'label' | 'number' | 'addressees' | 'date' | 'byline' | 'agency' | 'line'

/** What a line of a head is: 「青政发〔2021〕12号」 → number. */
export function kindOfLine(line: Line): Kind | 'body' {
  const { text } = line
  if (line.block.kind === 'row') return readLabels(line) ? 'label' : 'body'
  if (line.block.kind === 'heading' && !isNumberLine(text)) return isBody(text) && !kindOf(text) ? 'body' : 'line'
  if (isNumberLine(text)) return 'number'
  if (isWire(text)) return 'wire'
  if (dateLine(text) || titleNote(text)) return 'date'
  if (readLabels(line)) return 'label'
  if (pageDate(text)) return 'date'
  if (isSalutation(text)) return 'body'
  if (isAddressees(text)) return 'addressees'
  if (isBody(text)) return 'body'
  if (isMaker(text) || (isAgency(text) && !kindOf(text))) return 'agency'
  return isByline(text) ? 'byline' : 'line'
}

/** 「…工作报告.docx」 */
export const FILE = /\.(?:docx?|pdf|wps|rtf|txt)(?:VIP)?$/

/** 「原标题：…」「…统计公报[1]」「…方案（通用15篇）」: what a page sets before or behind a title. */
const AROUND =
  /^[#*\s]+|^\d{1,2}(?=20\d\d年)|(?:[(（](?:通用|精选|优选|合集|最新|热门|必备)?\d{1,3}篇[)）]|\d{1,2}篇)$|^[(（]?原标题[:：]|[*\s]+$|(?<=.{8})索引号.*$|\.(?:docx?|pdf|wps|rtf|txt)(?:VIP)?$|[[〔［【]\d{1,2}[\]〕］】]$/g

/** A line as a title says it, without what its page has set around it. */
export const titleText = (line: Line) => withoutSite(normalise(line.shown.replace(AROUND, '')))

/** 「全县养老服务中心全部建成！」 above a news report: one exclamation that a paragraph, or where it is from, follows. */
function isHeadline(lines: readonly Line[], at: number): boolean {
  const { text, block } = lines[at]!
  const next = lines[at + 1]
  if (!next || block.kind === 'row' || isMarked(text) || isSalutation(text)) return false
  if (!/^[^。;:!?]{0,12}[!?]?[^。;:!?]{6,36}[!?]$/.test(text)) return false
  return /。/.test(next.text) || ['label', 'date', 'wire', 'byline'].includes(kindOfLine(next))
}

/** How far a head may be interrupted by what its page says for itself. */
const CHROME = 14

/** 「• 工作总结」「VIP专免」「29.51KB」: a short line that says nothing, as a page has them around its text. */
const isChrome = ({ block, text }: Line) =>
  block.kind === 'paragraph' && text.length <= 24 && !/[。;!?]/.test(text) && !STARTED.test(text)
const LABEL_LIKE = /^[·•*-]?[一-龥]{2,8}:.{0,30}$/
const STARTED = new RegExp(`^${NUMBERED}|^[${BULLETS}-].*[\\d,]`)

/** 「• 某市2018年行动计划」 below labels that are points of a list too. */
const isPoint = (line: Line | undefined) =>
  line !== undefined && /^[·•*-]/.test(line.text) && line.text.length < 60 && kindOf(line.text) !== undefined

const saysDay = (line: Line) => readLabels(line)!.some(({ field }) => field === 'publishedOn')

/** Where a head goes on below lines that its page has between them: at its number, its addressees or its title said again. */
function goesOnAt(lines: readonly Line[], body: number): number {
  const above = new Set(lines.slice(0, body).map(titleText))
  const started = lines.slice(0, body).some(({ text }) => kindOf(text) !== undefined)
  for (let i = body; i < Math.min(lines.length, body + CHROME, MOST); i++) {
    const kind = kindOfLine(lines[i]!)
    const { text } = lines[i]!
    if (
      i > body &&
      (kind === 'number' || kind === 'addressees' || (text.length >= 6 && above.has(titleText(lines[i]!))))
    )
      return i
    const labelled = lines.slice(body, i).every((line) => LABEL_LIKE.test(line.text))
    if (i > body && kind === 'label' && (!started || labelled) && saysDay(lines[i]!))
      return labelled && isPoint(lines[i + 1]) ? i + 2 : i
    if (!isChrome(lines[i]!)) return body
  }
  return body
}

const isOfHead = (lines: readonly Line[], at: number): boolean =>
  kindOfLine(lines[at]!) !== 'body' ||
  isHeadline(lines, at) ||
  saysFirst(lines, at) ||
  (at === 0 && BANNER.test(lines[at]!.text))

/** 「某某生活网-某某人自己的网站！」: what a site says of itself at the top of its pages. */
const BANNER = /^[^。,;:]{2,12}网[-—|·][^。;]{2,30}[!！]?$/

/** 「…实施方案的通知 各区（市）县政府（管委会…」: the first line again, as a page cuts off what it shows of its text. */
function saysFirst(lines: readonly Line[], at: number): boolean {
  const first = lines[0]!.text
  return at > 0 && first.length >= 12 && lines[at]!.text.startsWith(first) && lines[at]!.text.endsWith('…')
}

/** Where a body begins, and which lines above it are the page's own words. */
export function findBody(lines: readonly Line[]): { body: number; chrome: ReadonlySet<number> } {
  const chrome = new Set<number>()
  for (let body = 0; ; body++) {
    while (body < Math.min(lines.length, MOST) && isOfHead(lines, body)) body++
    const on = goesOnAt(lines, body)
    if (on === body) return { body, chrome }
    for (; body < on; body++) if (kindOfLine(lines[body]!) === 'body') chrome.add(body)
  }
}
