import { fold } from '../text/fold.js'
import { CLOSE, OPEN } from '../text/number-brackets.js'
import type { DocumentNumber } from '../types.js'
import { TORN_NUMBER } from './line.js'

const NUMBER = new RegExp(`([一-龥]{1,16})${OPEN}((?:19|20)\\d{2})${CLOSE}第?0*(\\d{1,5})号`)

/** 「松府社长字第1130004521号」 of Taiwan: three digits of the Republic's year, and seven. */
const LETTERED = /(?:日|^|:)([一-龥]{2,12}字)第((\d{3})\d{7})号/

const ORDER = /^\(?((?:19|20)\d{2})?年?第?(\d{1,4})号\)?$/

/** The number of an order by its title: (中华人民共和国国务院令, 「第706号」) → 国务院令第706号. */
export function orderNumber(title: string, text: string | undefined): DocumentNumber | undefined {
  const match = ORDER.exec(text ?? '')
  if (!match || !/[令告]$/.test(title)) return undefined
  const [, year, serial] = match
  const name = title.replace(/^中华人民共和国(?=国务院)/, '')
  return {
    text: `${name}${year ? `${year}年` : ''}第${serial}号`,
    ...(year && { year: Number(year) }),
    serial: Number(serial),
  }
}

/** 发文字号 in whatever brackets → its standard form: 「岳市卫发[2011]165号」 → 岳市卫发〔2011〕165号. */
export function parseNumber(text: string | undefined): DocumentNumber | undefined {
  const bare = fold(text ?? '')
    .replace(/^\(|\s/g, '')
    .replace(TORN_NUMBER, '$1〉$2号')
  const lettered = LETTERED.exec(bare)
  if (lettered) {
    const [, agencyCode, serial, year] = lettered
    return {
      text: `${agencyCode}第${serial}号`,
      agencyCode: agencyCode!,
      year: Number(year) + 1911,
      serial: Number(serial),
    }
  }
  const match = NUMBER.exec(bare)
  if (!match) return undefined
  const [, agencyCode, year, serial] = match
  return {
    text: `${agencyCode}〔${year}〕${serial}号`,
    agencyCode: agencyCode!,
    year: Number(year),
    serial: Number(serial),
  }
}
