import {
  type AgencyRow,
  BUREAUS,
  CITIES,
  CITY_DEPARTMENTS,
  DEPARTMENTS,
  FORMS,
  LENGTHENED,
  NATIONAL,
  PROVINCES,
  SHARED_SIGNS,
  SHORT,
} from '../../data/agencies.js'

/** A code without the word for the form of the document that closes it, at least one character of it. */
const FORM = new RegExp(`(?<=.)(?:${FORMS})$`)
/** No word that a bureau adds to a code is longer. */
const LONGEST_WORD = 8

const inTime = (year: number | undefined, from = 0, to = 9999) =>
  (from === 0 && to === 9999) || (year !== undefined && year >= from && year <= to)

/** The body that a code names, where that is certain: ("国办发") → 国务院办公厅, ("湘卫发", 2020) → 湖南省卫生健康委员会. */
export function agencyOf(code: string, year?: number): string | undefined {
  const written = WRITTEN.find(([, codes, from, to]) => ` ${codes} `.includes(` ${code} `) && inTime(year, from, to))
  return written?.[0] ?? ordering(code) ?? lengthened(code, year) ?? byBureau(code, year) ?? provincial(code, year)
}

const WRITTEN = [...NATIONAL, ...CITIES]
const NAMES = new Set([...NATIONAL, ...LENGTHENED, ...SHORT].map(([agency]) => agency))

/** 「住房和城乡建设部令」「财政部公告」: a body of the state by its full name. */
function ordering(code: string): string | undefined {
  const name = /^(.{2,20})(?:令|公告)$/.exec(code)?.[1]
  return name !== undefined && NAMES.has(name) ? name : undefined
}

/** 「国卫医发」: the longest beginning decides, so that 国卫办 is the office's. */
function lengthened(code: string, year: number | undefined): string | undefined {
  const fits = LENGTHENED.filter(([, start]) => code.startsWith(start) && code.length <= start.length + LONGEST_WORD)
  const longest = Math.max(...fits.map(([, start]) => start.length))
  return fits.find(([, start, from, to]) => start.length === longest && inTime(year, from, to))?.[0]
}

/** 「财社」「教基厅函」「环办土壤」: 办 before or 厅 behind the bureau's word is the office. */
function byBureau(code: string, year: number | undefined): string | undefined {
  const row = SHORT.find(([, sign, from, to], i) => code[0] === sign && inTime(year, from, to) && WORDS[i]!.test(code))
  const office = row && /^.办|厅(?:函)?$/.test(code)
  return row && row[0] + (office ? '办公厅' : '')
}

const WORDS = SHORT.map(([, , , , bureaus]) => new RegExp(`^.办?(?:${bureaus})厅?(?:${FORMS})?$`))

function provincial(code: string, year: number | undefined): string | undefined {
  const province = PROVINCES.find(([sign]) => sign === code[0])
  if (!province) return undefined
  const [sign, name, ...codes] = province
  const body = codes.findIndex((list) => list.split(' ').includes(code))
  if (body >= 0)
    return [`${name}人民政府`, `${name}人民政府办公厅`, `中共${name}委员会`, `中共${name}委员会办公厅`][body]
  if (SHARED_SIGNS.includes(sign)) return undefined
  const department = departmentOf(code.slice(1), year, name.endsWith('市') ? CITY_DEPARTMENTS : DEPARTMENTS)
  return department && name + department
}

/** 「卫」「卫发」「卫基层发」, but not 「卫计发」. */
function departmentOf(word: string, year: number | undefined, rows: readonly AgencyRow[]): string | undefined {
  const bare = word.replace(FORM, '')
  return rows.find(
    ([, own, from, to]) =>
      bare.startsWith(own) && inTime(year, from, to) && (bare === own || BUREAU.test(bare.slice(own.length))),
  )?.[0]
}

const BUREAU = new RegExp(`^(?:${BUREAUS})$`)
