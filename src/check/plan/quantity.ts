import { fold } from '../../text/fold.js'
import { readNumeralRun } from '../../text/numeral-run.js'
import { NUMERAL, readNumeral, scaleDecimal } from '../../text/numerals.js'
import { simplify } from '../../text/script.js'
import type { Indicator } from '../../types.js'

/** Words that multiply the number before them. */
const SCALES: Readonly<Record<string, number>> = {
  十: 1e1,
  百: 1e2,
  千: 1e3,
  万: 1e4,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  万亿: 1e12,
}
const DIGITS = /\d+(?:,\d{3})*(?:\.\d+)?/g
const FRACTION = /([\d.]+)[/∶:]([\d.]+)|([一二三四五六七八九十]+)分之([一二三四五六七八九十]+)/g
/** 「九成」 90 %, 「九成五」 95 % */
const TENTHS = /([一二两三四五六七八九]|[\d.]+)成([一二三四五六七八九半])?/g
const HAN = new RegExp(`[${NUMERAL}]+`, 'g')
const START = new RegExp(`[\\d${NUMERAL}]`, 'g')

/** What the numbers of a text say, each read whole: 「12万3千」 → 123000, 「二点五」 → 2.5. */
function runsOf(text: string): number[] {
  const out: number[] = []
  START.lastIndex = 0
  for (let at = START.exec(text); at; at = START.exec(text)) {
    const run = readNumeralRun(text, at.index)
    if (run?.digits) out.push(scaleDecimal(run.digits, run.power))
    START.lastIndex = Math.max(run?.end ?? 0, at.index + 1)
  }
  return out
}

const isNear = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b), 1)

/**
 * Tells whether a quote can have said a number; undefined where it holds no number at all. A 万 or 亿 anywhere may
 * multiply any of its numbers (10、20万), so that only what is nowhere in the words is denied.
 */
export function numbersSaid(quote: string): ((value: number) => boolean) | undefined {
  const text = fold(simplify(quote))
  const said = (text.match(DIGITS) ?? []).map((digits) => Number(digits.replaceAll(',', '')))
  said.push(...runsOf(text))
  for (const run of text.match(HAN) ?? []) for (const c of run) said.push(readNumeral(c) ?? Number.NaN)
  for (const [, a, b, d, n] of text.matchAll(FRACTION)) {
    const share = a === undefined ? readNumeral(n!)! / readNumeral(d!)! : Number(a) / Number(b)
    said.push(share, Math.round(share * 1e4) / 1e4)
  }
  for (const [, tenths, more] of text.matchAll(TENTHS))
    said.push(Number(readNumeral(tenths!) ?? tenths) * 10 + (more === undefined ? 0 : (readNumeral(more) ?? 5)))
  if (said.length === 0) return undefined
  if (/[半双倍番]/.test(text)) said.push(0.5, 1, 1.5, 2, ...said.map((number) => number + 0.5))
  // A row of a table has its 万 or 亿 in the head of the column.
  const head = text.includes('|') ? [1e4, 1e8] : []
  const scales = [
    1,
    ...head,
    ...Object.entries(SCALES).flatMap(([word, scale]) => (text.includes(word) ? [scale] : [])),
  ]
  return (value) =>
    said.some((number) => scales.some((a) => scales.some((b) => isNear(number * a * b, Math.abs(value)))))
}

/** What an indicator measures, apart from its value, its time and its status. */
export const measureOf = ({ scope, name, unit, of, change, baseline, attribute }: Indicator): string =>
  [scope, name, unit, of, change, baseline, attribute].join('|')

export const amountOf = ({ value, min, max }: Indicator): string =>
  value === undefined ? `${min}—${max}` : String(value)
