import { matchAt } from '../../text/match.js'
import type { Moment } from './calendar.js'

/** 「201x年」「20XX年6月底」「202*年」: a year that was masked, whose months and days say nothing without it. */
const MASKED =
  /(?:19|20)(?:\d[xX×*○〇]|[xX×*○〇]{1,2})年(?:度|[底末初中]|\d{1,2}月(?:份|[底末初中]|[上中下]旬|\d{1,2}[日号])?)?/y

/** The moment that a masked year names: it ends, and has no date. */
export function readMasked(text: string, at: number): Moment | undefined {
  const match = matchAt(MASKED, text, at)
  return match ? { end: at + match[0].length } : undefined
}
