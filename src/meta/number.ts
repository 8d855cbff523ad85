import type { DocumentNumber } from '../types.js'

const NUMBER = /([一-龥]{1,16})[[〔(（【［]+((?:19|20)\d{2})[\]〕)）】］]+第?0*(\d{1,5})号/

/** 发文字号 in whatever brackets → its standard form: 「岳市卫发[2011]165号」 → 岳市卫发〔2011〕165号. */
export function parseNumber(text: string | undefined): DocumentNumber | undefined {
  const match = NUMBER.exec((text ?? '').replace(/^[(（]|\s/g, ''))
  if (!match) return undefined
  const [, agencyCode, year, serial] = match
  return {
    text: `${agencyCode}〔${year}〕${serial}号`,
    agencyCode: agencyCode!,
    year: Number(year),
    serial: Number(serial),
  }
}
