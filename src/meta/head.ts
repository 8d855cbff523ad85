import { HAN_YEAR, readDate, toEdtf } from '../text/date.js'
import { normalise } from '../text/width.js'
import type { Block, Sentence } from '../types.js'
import { splitAddressees } from './addressees.js'
import { type Labelled, readLabels } from './label.js'
import {
  dateLine,
  isAddressees,
  isAgency,
  isBody,
  isMarked,
  isNumberLine,
  isSalutation,
  MAKER,
  pageDate,
  titleNote,
} from './line.js'
import { issuerOf, kindOf, splitAgencies } from './title.js'
import { DAY_BEHIND, findTitle } from './title-lines.js'
import { FILE, findBody, kindOfLine, titleText } from './top.js'

/** A block as its line reads: folded and printed twin, without white space. */
export interface Line extends Sentence {
  readonly block: Block
  /** The line with its white space, which parts names: 「国务院　中央军委」 */
  readonly spaced: string
}

/** What stands before a text: its title and what is said of it. */
export interface Head {
  title?: string
  number?: string
  addressees?: string[]
  issuers: string[]
  /** Agencies in lines of their own that the title begins with. */
  joint: string[]
  dates: string[]
  /** A day in figures alone on a line, 「2019-12-26」: when the page came out. */
  publishedOn?: string
  /** The day a law was passed. */
  passedOn?: string
  labelled: Labelled[]
  /** Lines of the head, each with what it is; the body starts behind them. */
  readonly taken: Map<Line, string>
}

/** How far below the top a title may stand that something else stands above: an advertisement, a lead. */
const BELOW = 8

/** 「…写作网站！立即了解」 + 「某县林业工作总结及工作计划」 + 「一、…」: where a head begins that is not at the top; 0 where none does. */
function headBelow(lines: readonly Line[]): number {
  const at = lines.findIndex(
    ({ text, block }, i) =>
      i > 0 &&
      i < BELOW &&
      block.kind !== 'row' &&
      text.length >= 8 &&
      text.length <= 60 &&
      kindOf(text) !== undefined &&
      !/[。;:!?,]/.test(text) &&
      !isMarked(text) &&
      lines.slice(i + 1, i + 4).some((below) => /^(?:一、|\(一\)|第[一1][章条]|1[.、])/.test(below.text)),
  )
  return at > 0 && !lines.slice(0, at).some(({ text }) => isMarked(text)) ? at : 0
}

/** How far below the top of a page that collects documents the first of them may begin. */
const COLLECTED = 30

/** 「某省人民政府办公厅文件」 + 「某政办发〔2010〕4号」 + its title in a line or more + 「各市人民政府：」: where the head of a document begins. */
function redHead(lines: readonly Line[]): number {
  return lines.slice(0, COLLECTED).findIndex((line, i) => {
    if (!isNumberLine(line.text.replace(/^.*文件(?=.)/, '')) || !/\d号/.test(line.text)) return false
    const to = lines.slice(i + 1, i + 6).findIndex(({ text }) => isAddressees(text))
    return to > 0 && kindOf(titleOf(lines.slice(i + 1, i + 1 + to))) !== undefined
  })
}

const titleOf = (lines: readonly Line[]) => lines.map((line) => titleText(line)).join('')

/** Reads the lines before the body. */
export function readHead(lines: readonly Line[]): Head {
  const head = readHeadAt(lines)
  const red = redHead(lines)
  const collected =
    red > 0 &&
    !head.taken.has(lines[red]!) &&
    !lines.slice(0, red).some(({ text }) => isMarked(text) && !/^第.{1,3}篇/.test(text))
  const below = collected ? red : (head.title ?? head.addressees ?? head.number) ? 0 : headBelow(lines)
  if (below === 0) return head
  const found = readHeadAt(lines.slice(below))
  for (const [line, kind] of head.taken) found.taken.set(line, kind === 'title' ? 'chrome' : kind)
  if (collected) for (const line of lines.slice(0, red)) found.taken.set(line, found.taken.get(line) ?? 'chrome')
  return {
    ...found,
    labelled: [...head.labelled, ...found.labelled],
    dates: [...head.dates, ...found.dates],
    ...(head.publishedOn && { publishedOn: head.publishedOn }),
  }
}

function readHeadAt(lines: readonly Line[]): Head {
  const head: Head = { issuers: [], joint: [], dates: [], labelled: [], taken: new Map() }
  const { body, chrome } = findBody(lines)
  const top = lines.slice(0, body)
  const notes = tornNotes(top)
  const kinds = top
    .map((line, i) => (notes.has(i) ? 'date' : chrome.has(i) ? 'chrome' : kindOfLine(line)))
    .map((kind) => (kind === 'body' ? 'line' : kind))
  const title = findTitle(top.map(({ text }, i) => ({ text: text.replace(FILE, ''), kind: kinds[i]! })))
  const known = kinds.findLastIndex((kind) => kind !== 'line' && kind !== 'agency')
  const spoken = lines[body] !== undefined && isSalutation(lines[body]!.text)
  let last = spoken ? body - 1 : Math.max(known, title?.[1] ?? -1)
  if (title)
    head.title = top
      .slice(title[0], title[1] + 1)
      .map((line) => titleText(line))
      .join('')
  if (head.title !== undefined)
    last = Math.max(
      last,
      top.findLastIndex((line) => titleText(line) === head.title),
    )
  // 「市发展改革委、市住房城乡建设局」 right below the title of a text.
  while (title && last === title[1] && kinds[last + 1] === 'agency' && last + 2 >= top.length) last++
  if (title) head.joint.push(...namesBefore(top[title[0]]!.spaced))
  if (head.title !== undefined && saysAgain(head.title, top.slice(last + 1))) last = top.length - 1
  top.slice(0, last + 1).forEach((line, i) => {
    const inTitle = title !== undefined && i >= title[0] && i <= title[1]
    if (inTitle && kinds[i] === 'agency' && i > title[0]) head.joint.push(...splitAgencies(titleText(line)))
    const kind = inTitle ? 'title' : kinds[i]!
    take(head, kind === 'label' ? withValue(line, top[i + 1]) : line, kind, notes.get(i))
    head.taken.set(line, kind === 'line' ? againTitle(head, line) : kind)
  })
  return head
}

/** 「索引号：」 with its value in the line below. */
const withValue = (line: Line, below: Line | undefined): Line =>
  /:$/.test(line.text) && below && !readLabels(below) && below.text.length < 60
    ? { ...line, text: line.text + below.text, shown: line.shown + below.shown }
    : line

/** 「成安县水利局」 + 「2021年工作思路及工作谋划」 below 「成安县水利局2021年工作谋划」: the title again, in more words. */
function saysAgain(title: string, lines: readonly Line[]): boolean {
  const said = lines.map(titleText).join('')
  if (lines.length === 0 || lines.length > 3 || said.length < title.length || said.length > title.length * 2)
    return false
  let at = 0
  for (const c of said) if (c === title[at]) at++
  return at === title.length && said.endsWith(title.slice(-2))
}

/** The agencies that a title begins with, where white space parts them: 「市财政局 市教育局关于…」 → two. */
function namesBefore(spaced: string): string[] {
  const names = spaced
    .trim()
    .replace(/关于.*$/s, '')
    .split(/[\s、]+/)
    .filter(Boolean)
    .map(normalise)
  return names.every((name) => isAgency(name)) ? names.flatMap(splitAgencies) : []
}

/** The beginning of a note below a title. */
const DATED = new RegExp(`^[-(]*(?:\\d{4}|${HAN_YEAR})年.{1,3}月.{1,3}日`)

/** 「——2026年1月26日在某省第十四届」 + 「人民代表大会第五次会议上」: a note under the title in two lines, by the line. */
function tornNotes(lines: readonly Line[]): Map<number, string> {
  const notes = new Map<number, string>()
  for (let i = 0; i + 1 < lines.length; i++) {
    const { text } = lines[i]!
    if (!DATED.test(text) || titleNote(text) || titleNote(lines[i + 1]!.text) || isBody(text)) continue
    const joined = text + lines[i + 1]!.text
    if (!titleNote(joined)) continue
    notes.set(i, joined).set(i + 1, '')
  }
  return notes
}

/** A line that says the title again is no subtitle; with its issuer before it, it tells the issuer: 「中共中央国务院关于…」 */
function againTitle(head: Head, line: Line): string {
  const text = titleText(line)
  if (head.title === undefined || !text.endsWith(head.title)) return 'subtitle'
  if (text !== head.title) head.issuers.push(...issuerOf(text))
  return 'title'
}

function take(head: Head, line: Line, kind: string, note?: string): void {
  const { shown } = line
  const text = note ?? line.text
  if (kind === 'number') {
    const day = text.search(/\d{4}-\d{1,2}-\d{1,2}$/)
    head.number ??= normalise(day < 0 ? shown : shown.slice(0, day))
    if (day > 0) head.publishedOn ??= toEdtf(readDate(text, day)!)
    const issued = readDate(text, 0)
    if (issued?.day) head.dates.push(toEdtf(issued))
  } else if (kind === 'addressees') head.addressees = [...(head.addressees ?? []), ...splitAddressees(normalise(shown))]
  else if (kind === 'agency') head.issuers.push(...splitAgencies(normalise(shown).replace(MAKER, '')))
  else if (kind === 'label') head.labelled.push(...readLabels(line)!)
  else if (kind === 'date') {
    const date = dateLine(text) ?? titleNote(text)
    // A law is of the day it was passed, the last time as a whole; its amendments do not make it another.
    if (date && /通过|公布|批准/.test(text) && !/修正|关于修改/.test(text)) head.passedOn = toEdtf(date)
    const page = pageDate(text)
    if (page) {
      head.publishedOn ??= toEdtf(page.date)
      if (isAgency(page.name)) head.issuers.push(...splitAgencies(page.name))
    } else if (date) head.dates.push(toEdtf(date))
  } else {
    const dated = DAY_BEHIND.exec(text)
    const date = dated && readDate(text, dated.index + dated[0].search(/\d/))
    if (date) head.publishedOn ??= toEdtf(date)
  }
}
