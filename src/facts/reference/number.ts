import { CLOSE, OPEN } from '../../text/number-brackets.js'
import { readNumeral } from '../../text/numerals.js'
import type { DocumentNumber, Sentence, Span } from '../../types.js'
import { agencyOf } from './agency.js'

/** A 发文字号 in a text. */
export interface NumberAt extends Span {
  readonly number: DocumentNumber
}

const HAN = '[\\u3400-\\u9fff〇]'
const YEAR = '(\\d{4}|[〇零○一二三四五六七八九]{4})'
/** 「湘卫发〔2018〕3号」「国发[[2016]]第18号」「财社（2019）113-2号」「国发〔2015〕10、11号」 */
const BRACKETED = new RegExp(
  `(${HAN}{1,18})${OPEN}${YEAR}年?${CLOSE}第?((?:\\d{1,5}[、和]){0,6}\\d{1,5}(?:-\\d{1,2})?)号$`,
)
/** 「国务院令第701号」「国家税务总局公告2019年第14号」「省政府第302号令」 */
const ORDERED = new RegExp(`(${HAN}{2,20}(?:令|公告))(?:[[(]?${YEAR}年?[\\])]?)?第(\\d{1,5})号$`)
const ORDER_LAST = new RegExp(`(${HAN}{2,20})第(\\d{1,5})号$`)
/** 「〔1996〕武司字第82号」 */
const YEAR_FIRST = new RegExp(`[[(]${YEAR}年?[\\])](${HAN}{1,8}字)第(\\d{1,5})号$`)
/** 「府教体字第1120012345号」 of Taiwan: the year of the Republic and seven digits. */
const LETTERED = new RegExp(`(${HAN}{2,12}字)第((\\d{3})\\d{7})号$`)
/** 「〔2018〕3号∣、5号」: a further serial of the code before. */
const FURTHER = /^(?:[、,和及与]|以及)第?(\d{1,5})号$/
/** 「据统计（2018）12号∣地块」「5号∣楼」: what bears a number and is no document. */
const THING = /[楼线地桥机库井院门标泵路馆仓墩坝闸矿样]/
/** How far a number reaches back from its 号. */
const REACH = 44

/** 和 inside the name of a body: 住房和城乡建设部令. */
const AND = '和(?!国|城乡|社会保障|信息化|草原|改革|旅游|计划生育|规划|物资|民族)'
/** Words before a code in running text. */
const LEAD = new RegExp(
  `^.*(?:按照|根据|落实|贯彻|执行|依据|依照|参照|对照|遵照|符合|印发|下发|转发|发布|文件|精神|以及|人民政府|政府办公室|办公厅|委员会|省委|市委|县委|省政府|市政府|县政府|的|及|与|由|${AND}|等)(?=..)|^(?:见|经|按|据|以|在|原|自(?!然|治))(?=..)`,
)

/** Every 发文字号 of a sentence, in order. */
export function numbersIn({ text }: Sentence): NumberAt[] {
  const out: NumberAt[] = []
  for (let at = text.indexOf('号'); at >= 0; at = text.indexOf('号', at + 1)) {
    if (!/\d/.test(text[at - 1] ?? '') || THING.test(text[at + 1] ?? '')) continue
    const last = out.at(-1)
    const window = text.slice(Math.max(0, last?.end ?? 0, at + 1 - REACH), at + 1)
    out.push(...(readFurther(window, last, at + 1) ?? readNumber(window, text[at + 1] === '令', at + 1)))
  }
  return out
}

/** The numbers that a window ends with, at the offset `end`. */
function readNumber(window: string, isOrder: boolean, end: number): NumberAt[] {
  const listed = readBracketed(window, end)
  if (listed.length > 0) return listed
  const read = isOrder ? readOrderLast(window) : (readOrder(window) ?? readYearFirst(window) ?? readLettered(window))
  return read ? [{ start: end - read.length, end: isOrder ? end + 1 : end, number: read.number }] : []
}

/** The code that a run of characters ends in: 「按照湘卫发」 → 湘卫发. */
function codeOf(run: string, before: string): string {
  const dated = /\d$/.test(before) ? run.replace(/^[年月日](?=..)/, '') : run
  const cut = dated.replace(LEAD, '').replace(LEAD, '')
  return /^(?:发|函|办|字|号)?$/.test(cut) ? dated : cut
}

/** 「国发〔2015〕10、11号」 is two numbers: the first has the code, each its own serial. */
function readBracketed(window: string, end: number): NumberAt[] {
  const match = BRACKETED.exec(window)
  if (!match) return []
  const [whole, run, year, said] = match
  const code = codeOf(run!, window.slice(0, match.index))
  const serials = said!.split(/[、和]/)
  let at = end - 1 - said!.length
  return serials.map((serial, i) => {
    const start = i === 0 ? end - whole.length + run!.length - code.length : at
    at += serial.length + 1
    return { start, end: i === serials.length - 1 ? end : at - 1, number: numberOf(code, yearOf(year!), serial) }
  })
}

function readFurther(window: string, last: NumberAt | undefined, end: number): NumberAt[] | undefined {
  const serial = FURTHER.exec(window)?.[1]
  const { agencyCode, year } = last?.number ?? {}
  if (serial === undefined || agencyCode === undefined || year === undefined || !last!.number.text.includes('〔'))
    return undefined
  return [{ start: end - serial.length - 1, end, number: numberOf(agencyCode, year, serial) }]
}

function readYearFirst(window: string) {
  const match = YEAR_FIRST.exec(window)
  return match ? { length: match[0].length, number: numberOf(match[2]!, yearOf(match[1]!), match[3]!) } : undefined
}

function readLettered(window: string) {
  const match = LETTERED.exec(window)
  if (!match) return undefined
  const agencyCode = codeOf(match[1]!, window.slice(0, match.index))
  const number = {
    text: `${agencyCode}第${match[2]}号`,
    agencyCode,
    year: Number(match[3]) + 1911,
    serial: Number(match[2]),
  }
  return { length: match[0].length - match[1]!.length + agencyCode.length, number }
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

/** 「省政府第302号∣令」 → 省政府令第302号. */
function readOrderLast(window: string) {
  const match = ORDER_LAST.exec(window)
  if (!match) return undefined
  const body = codeOf(match[1]!, window.slice(0, match.index))
  const number = { text: `${body}令第${match[2]}号`, agencyCode: `${body}令`, serial: Number(match[2]) }
  return { length: match[0].length - match[1]!.length + body.length, number: withAgency(number) }
}

const yearOf = (text: string) => readNumeral(text) ?? Number(text)

function withAgency(number: DocumentNumber): DocumentNumber {
  const agency = agencyOf(number.agencyCode!, number.year)
  if (agency === undefined) return number
  const { text, agencyCode, ...rest } = number
  return { text, agencyCode: agencyCode!, agency, ...rest }
}
