import { readNumeral } from '../../text/numerals.js'
import type { DocumentNumber, Sentence, Span } from '../../types.js'
import { agencyOf } from './agency.js'

/** A 发文字号 in a text. */
export interface NumberAt extends Span {
  readonly number: DocumentNumber
}

const HAN = '[\\u3400-\\u9fff〇]'
const OPEN = '[[(〈{]{1,2}'
const CLOSE = '[\\])〉}]{1,2}'
const YEAR = '(\\d{4}|[〇零○一二三四五六七八九]{4})'
/** 「湘卫发〔2018〕3号」「国发[[2016]]第18号」「财社（2019）113-2号」 */
const BRACKETED = new RegExp(`(${HAN}{1,18})${OPEN}${YEAR}年?${CLOSE}第?(\\d{1,5}(?:-\\d{1,2})?)号$`)
/** 「国务院令第701号」「国家税务总局公告2019年第14号」 */
const ORDERED = new RegExp(`(${HAN}{2,20}(?:令|公告))(?:[[(]?${YEAR}年?[\\])]?)?第(\\d{1,5})号$`)
/** 「〔1996〕武司字第82号」 */
const YEAR_FIRST = new RegExp(`[[(]${YEAR}年?[\\])](${HAN}{1,8}字)第(\\d{1,5})号$`)
/** How far a number reaches back from its 号. */
const REACH = 44

/** Words before a code in running text. */
const LEAD =
  /^.*(?:按照|根据|落实|贯彻|执行|依据|依照|参照|对照|遵照|符合|印发|下发|转发|发布|文件|精神|以及|人民政府|政府办公室|办公厅|委员会|省委|市委|县委|省政府|市政府|县政府|的|及|与|由|和(?!国)|等)(?=..)|^(?:见|经|按|据|以|在|原|自(?!然|治))(?=..)/

/** Every 发文字号 of a sentence, in order. */
export function numbersIn({ text }: Sentence): NumberAt[] {
  const out: NumberAt[] = []
  for (let at = text.indexOf('号'); at >= 0; at = text.indexOf('号', at + 1)) {
    if (!/\d/.test(text[at - 1] ?? '')) continue
    const window = text.slice(Math.max(0, out.at(-1)?.end ?? 0, at + 1 - REACH), at + 1)
    const read = readBracketed(window) ?? readOrder(window) ?? readYearFirst(window)
    if (read) out.push({ start: at + 1 - read.length, end: at + 1, number: read.number })
  }
  return out
}

/** The code that a run of characters ends in: 「按照湘卫发」 → 湘卫发. */
function codeOf(run: string, before: string): string {
  const dated = /\d$/.test(before) ? run.replace(/^[年月日](?=..)/, '') : run
  const cut = dated.replace(LEAD, '').replace(LEAD, '')
  return /^(?:发|函|办|字|号)?$/.test(cut) ? dated : cut
}

function readBracketed(window: string) {
  const match = BRACKETED.exec(window)
  if (!match) return undefined
  const [whole, run, year, serial] = match
  const code = codeOf(run!, window.slice(0, match.index))
  return { length: whole.length - run!.length + code.length, number: numberOf(code, yearOf(year!), serial!) }
}

function readYearFirst(window: string) {
  const match = YEAR_FIRST.exec(window)
  return match ? { length: match[0].length, number: numberOf(match[2]!, yearOf(match[1]!), match[3]!) } : undefined
}

/** The number in its standard form. */
function numberOf(agencyCode: string, year: number, serial: string): DocumentNumber {
  const text = `${agencyCode}〔${year}〕${serial}号`
  return withAgency({ text, agencyCode, year, serial: Number.parseInt(serial, 10) })
}

function readOrder(window: string) {
  const match = ORDERED.exec(window)
  if (!match) return undefined
  const [whole, run, said, serial] = match
  const agencyCode = codeOf(run!, window.slice(0, match.index))
  const length = whole.length - run!.length + agencyCode.length
  const year = said === undefined ? {} : { year: yearOf(said) }
  return { length, number: withAgency({ text: window.slice(-length), agencyCode, ...year, serial: Number(serial) }) }
}

const yearOf = (text: string) => readNumeral(text) ?? Number(text)

function withAgency(number: DocumentNumber): DocumentNumber {
  const agency = agencyOf(number.agencyCode!, number.year)
  if (agency === undefined) return number
  const { text, agencyCode, ...rest } = number
  return { text, agencyCode: agencyCode!, agency, ...rest }
}
