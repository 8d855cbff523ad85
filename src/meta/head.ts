import { toEdtf } from '../text/date.js'
import { normalise } from '../text/width.js'
import type { Block, Sentence } from '../types.js'
import { type Labelled, readLabels } from './label.js'
import { dateLine, isAddressees, isAgency, isBody, isByline, isNumberLine, isWire, titleNote } from './line.js'
import { issuerOf, kindOf, splitAgencies } from './title.js'

/** A block as its line reads: folded and printed twin, without white space. */
export interface Line extends Sentence {
  readonly block: Block
}

/** What stands before a text: its title and what is said of it. */
export interface Head {
  title?: string
  number?: string
  addressees?: string[]
  issuers: string[]
  dates: string[]
  labelled: Labelled[]
  /** Lines of the head, each with what it is; the body starts behind them. */
  readonly taken: Map<Line, string>
}

/** How many lines a head may have. */
const MOST = 60

type Kind = 'wire' | 'label' | 'number' | 'addressees' | 'date' | 'byline' | 'agency' | 'line'

function kindOfLine(line: Line): Kind | 'body' {
  const { text } = line
  if (line.block.kind === 'row') return readLabels(line) ? 'label' : 'body'
  if (line.block.kind === 'heading' && !isNumberLine(text)) return isBody(text) && !kindOf(text) ? 'body' : 'line'
  if (isNumberLine(text)) return 'number'
  if (isWire(text)) return 'wire'
  if (dateLine(text) || titleNote(text)) return 'date'
  if (readLabels(line)) return 'label'
  if (isAddressees(text)) return 'addressees'
  if (isBody(text)) return 'body'
  if (isAgency(text) && !kindOf(text)) return 'agency'
  return isByline(text) ? 'byline' : 'line'
}

/** 「重庆市人民政府关于」 + 「加快推进…的意见」: lines that together are one title. */
function joinTitle(lines: readonly Line[]): readonly [first: number, last: number] | undefined {
  const plain = lines
    .map((line, i) => [line, i] as const)
    .filter(([line]) => ['line', 'agency'].includes(kindOfLine(line)))
  const named = plain.find(([{ text }]) => kindOf(text) !== undefined && text.length >= 4)
  const [, last] = named ?? plain.find(([line]) => kindOfLine(line) === 'line' && line.text.length >= 4) ?? []
  if (last === undefined) return undefined
  let first = last
  const continues = (above: string, below: string) =>
    /(?:关于|印发|转发|[的、和与及])$/.test(above) ||
    /^(?:关于|印发|转发)/.test(below) ||
    (above.split('《').length > above.split('》').length && below.includes('》'))
  while (first > 0 && plain.some(([, i]) => i === first - 1) && continues(lines[first - 1]!.text, lines[first]!.text))
    first--
  let end = last
  while (
    end + 1 < lines.length &&
    /^\((?:试行|暂行|修订|征求意见稿|草案|\d{4}[-年至][^()]{0,8}年?)[^()]*\)$/.test(lines[end + 1]!.text) &&
    !titleNote(lines[end + 1]!.text)
  )
    end++
  while (!named && end + 1 < lines.length && continues(lines[end]!.text, lines[end + 1]!.text)) end++
  return [first, end]
}

/** Splits 主送机关 at the marks between complete names: 「各市、州、县人民政府，省政府各部门」 → two. */
export function splitAddressees(text: string): string[] {
  const whole = text.replace(/[：:]$/, '')
  return whole
    .split(/[，,]/)
    .flatMap((part) => {
      const pieces = part.split('、')
      return pieces.every((piece) => /^(?:各|有关|省|市|县|区|州|镇|局|驻|中央|国务院|直属|全)/.test(piece)) &&
        pieces
          .slice(0, -1)
          .every((piece) => /(?:政府|部门|机构|单位|[局厅委部院办会处]|中心|公司|企业|学校|大学|医院|）)$/.test(piece))
        ? pieces
        : [part]
    })
    .filter(Boolean)
}

/** Reads the lines before the body. */
export function readHead(lines: readonly Line[]): Head {
  const head: Head = { issuers: [], dates: [], labelled: [], taken: new Map() }
  let body = 0
  while (body < Math.min(lines.length, MOST) && kindOfLine(lines[body]!) !== 'body') body++
  const top = lines.slice(0, body)
  const kinds = top.map(kindOfLine)
  const title = joinTitle(top)
  const known = kinds.findLastIndex((kind) => kind !== 'line' && kind !== 'agency')
  const last = Math.max(known, title?.[1] ?? -1)
  if (title)
    head.title = top
      .slice(title[0], title[1] + 1)
      .map((line) => titleText(line))
      .join('')
  top.slice(0, last + 1).forEach((line, i) => {
    const inTitle = title !== undefined && i >= title[0] && i <= title[1]
    const kind = inTitle ? 'title' : kinds[i]!
    take(head, line, kind)
    head.taken.set(line, kind === 'line' ? againTitle(head, line) : kind)
  })
  return head
}

/** A line that says the title again is no subtitle; with its issuer before it, it tells the issuer: 「中共中央国务院关于…」 */
function againTitle(head: Head, line: Line): string {
  const text = titleText(line)
  if (head.title === undefined || !text.endsWith(head.title)) return 'subtitle'
  if (text !== head.title) head.issuers.push(...issuerOf(text))
  return 'title'
}

const titleText = (line: Line) => normalise(line.shown.replace(/^[#*\s]+|[*\s]+$/g, ''))

function take(head: Head, line: Line, kind: string): void {
  const { text, shown } = line
  if (kind === 'number') head.number ??= normalise(shown)
  else if (kind === 'addressees') head.addressees = [...(head.addressees ?? []), ...splitAddressees(normalise(shown))]
  else if (kind === 'agency') head.issuers.push(...splitAgencies(normalise(shown)))
  else if (kind === 'label') head.labelled.push(...readLabels(line)!)
  else if (kind === 'date') {
    const date = dateLine(text) ?? titleNote(text)
    if (date) head.dates.push(toEdtf(date))
  }
}
