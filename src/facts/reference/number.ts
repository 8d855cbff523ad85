import { BUREAUS, DEPARTMENTS, FORMS, LENGTHENED, NATIONAL, PARTY_SIGNS, PROVINCES } from '../../data/agencies.js'
import { readNumeral } from '../../text/numerals.js'
import type { DocumentNumber, Sentence, Span } from '../../types.js'

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
/** How far a number reaches back from its 号. */
const REACH = 44

/** Words before a code in running text. */
const LEAD =
  /^.*(?:按照|根据|落实|贯彻|执行|依据|依照|参照|对照|遵照|符合|印发|下发|转发|发布|文件|精神|以及|人民政府|政府办公室|办公厅|委员会|省委|市委|县委|省政府|市政府|县政府|见|的|及|与|由|经|自(?!然|治)|在|按|和(?!国)|以|原|据|等)(?=..)/

/** Every 发文字号 of a sentence, in order. */
export function numbersIn({ text }: Sentence): NumberAt[] {
  const out: NumberAt[] = []
  for (let at = text.indexOf('号'); at >= 0; at = text.indexOf('号', at + 1)) {
    if (!/\d/.test(text[at - 1] ?? '')) continue
    const window = text.slice(Math.max(0, out.at(-1)?.end ?? 0, at + 1 - REACH), at + 1)
    const read = readBracketed(window) ?? readOrder(window)
    if (read) out.push({ start: at + 1 - read.length, end: at + 1, number: read.number })
  }
  return out
}

/** The code of a run of characters before a year's bracket: 「按照湘卫发」 → 湘卫发. */
function codeOf(run: string): string {
  const cut = run.replace(LEAD, '')
  return /^(?:发|函|办|字|号)?$/.test(cut) ? run : cut
}

function readBracketed(window: string) {
  const match = BRACKETED.exec(window)
  if (!match) return undefined
  const code = codeOf(match[1]!)
  const year = yearOf(match[2]!)
  const text = `${code}〔${year}〕${match[3]}号`
  const number: DocumentNumber = { text, agencyCode: code, year, serial: Number.parseInt(match[3]!, 10) }
  return { length: match[0].length - match[1]!.length + code.length, number: withAgency(number) }
}

function readOrder(window: string) {
  const match = ORDERED.exec(window)
  if (!match) return undefined
  const code = codeOf(match[1]!)
  const length = match[0].length - match[1]!.length + code.length
  const year = match[2] === undefined ? {} : { year: yearOf(match[2]) }
  return {
    length,
    number: withAgency({ text: window.slice(-length), agencyCode: code, ...year, serial: Number(match[3]) }),
  }
}

const yearOf = (text: string) => readNumeral(text) ?? Number(text)

function withAgency(number: DocumentNumber): DocumentNumber {
  const agency = agencyOf(number.agencyCode!, number.year)
  if (agency === undefined) return number
  const { text, agencyCode, ...rest } = number
  return { text, agencyCode: agencyCode!, agency, ...rest }
}

const BUREAU = new RegExp(`^(${LENGTHENED})(?:${BUREAUS})(?:发|函|字|规)?$`)
const FORM = new RegExp(`(?:${FORMS})$`)

/** The body that a code names, where that is certain: ("国办发") → 国务院办公厅, ("湘卫发", 2020) → 湖南省卫生健康委员会. */
export function agencyOf(code: string, year?: number): string | undefined {
  const inTime = (from = 0, to = 9999) =>
    (from === 0 && to === 9999) || (year !== undefined && year >= from && year <= to)
  const key = BUREAU.exec(code)?.[1] ?? code
  const national = NATIONAL.find(([known, , from, to]) => isCode(known, key, code) && inTime(from, to))
  if (national) return national[1]
  const province = PROVINCES.find(([sign]) => sign === code[0])
  if (!province) return undefined
  const [sign, name, government, office] = province
  if (government.split('|').includes(code)) return `${name}人民政府`
  if (office.split('|').includes(code)) return `${name}人民政府办公厅`
  if (PARTY_SIGNS.includes(sign) && code === `${sign}办发`)
    return `中共${name.slice(0, name.length === 3 ? 3 : undefined)}委员会办公厅`
  if (/市$/.test(name)) return undefined
  const word = code.slice(1).replace(FORM, '')
  const department = DEPARTMENTS.find(([known, , from, to]) => known === word && inTime(from, to))
  return department && name + department[1]
}

/** A code is its row's own, or that row's with a bureau's word behind. */
function isCode(known: string, key: string, code: string): boolean {
  return known === key && (key !== code || known.length > 1)
}
