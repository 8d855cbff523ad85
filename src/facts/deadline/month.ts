import { matchAt } from '../../text/match.js'
import { type Clock, counted, dayOf, type Moment, monthOf } from './calendar.js'
import { decadeOf } from './part.js'

const MONTH = /(本|当|今个|下个?|上个?)?月(?:([底末内])|([上中下])旬|(\d{1,2})[日号])(?!线)/y
/** A 月 behind these is no month of its own: 5月, 每月, 两个月. */
const WITHIN_MONTH = /[\d〇一二三四五六七八九十年个两每按几]$/

/** 「月底」「本月内」「下月10日」, counted from the day of the document. */
export function readMonth(text: string, at: number, { day }: Clock): Moment | undefined {
  const match = matchAt(MONTH, text, at)
  if (!match) return undefined
  const [whole, which, side, third, date] = match
  if (which === undefined && (!/[底末]/.test(side ?? '') || WITHIN_MONTH.test(text.slice(Math.max(0, at - 1), at))))
    return undefined
  const end = at + whole.length
  const by = side === '内' && { by: true as const }
  if (day === undefined || which === '当') return { end, ...by }
  const [year, month] = monthFrom(day, which)
  const moment =
    third !== undefined
      ? decadeOf(year, month, third, end)
      : date !== undefined
        ? dayOf(year, month, Number(date), end)
        : monthOf(year, month, end)
  return moment && counted({ ...moment, ...by }, true)
}

/** The month of a day, the one behind it (下月) or before it (上月). */
function monthFrom(day: string, which = '本'): [year: number, month: number] {
  const shift = { 下: 1, 上: -1 }[which[0]!] ?? 0
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + shift
  return [Math.floor(months / 12), (months % 12) + 1]
}
