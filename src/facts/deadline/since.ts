import { matchAt } from '../../text/match.js'
import type { Deadline, Sentence } from '../../types.js'
import { durationOf, type Lasting, WITHIN } from './duration.js'
import { eventBefore } from './event.js'

const SINCE = /之日起(?:的?(\d{1,3}|[〇零一二三四五六七八九十百]{1,3})(个工作日|工作日|天|日|个月|年)后)?/y

/** 「自公布之日起施行」 → from, with its event; `at` stands on 之日起. */
export function readSince({ text, shown }: Sentence, at: number): Lasting | undefined {
  const match = matchAt(SINCE, text, at)
  const event = match && eventBefore(text, at + 3)
  if (!event || (match[1] === undefined && matchAt(WITHIN, text, at + 3))) return undefined
  const duration = match[1] === undefined ? undefined : durationOf(match[1], match[2]!)
  const value: Deadline = { kind: 'from', ...(duration && { duration }), anchor: shown.slice(event.start, event.end) }
  return { start: event.from, end: at + match[0].length, rule: 'event', value }
}
