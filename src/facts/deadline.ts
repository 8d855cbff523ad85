import { boundsOf } from '../text/edtf.js'
import { among } from '../text/match.js'
import type { Context, Deadline, Extractor, Fact, Sentence } from '../types.js'
import { brokenEnd, brokenYear } from './deadline/broken.js'
import type { Clock, Moment } from './deadline/calendar.js'
import { readRecurring, readWithin, readYearly } from './deadline/duration.js'
import { EVENT_STARTS, readEvent, readOccasion } from './deadline/event.js'
import { limitOf } from './deadline/limit.js'
import { readMasked } from './deadline/masked.js'
import { readMoment } from './deadline/moment.js'
import { readMonth } from './deadline/month.js'
import { shielded, whyNone } from './deadline/name.js'
import { readPeriod } from './deadline/period.js'
import { readSince } from './deadline/since.js'

type Found = Fact<'deadline', Deadline>

/** Times by, during, from, every and within which: 「2020年6月底前」 → by ../2020-06-30. */
export const extractor: Extractor<'deadline', Deadline> = {
  kind: 'deadline',
  key: 'deadlines',
  triggers: '年月日天周季每期末内起旬号时分前五春./-',
  after: ['reference'],
  extract(sentence, context) {
    const { text } = sentence
    const shield = shielded(text, context.found)
    const out: Found[] = []
    const above = yearAbove(context)
    let named: number | undefined
    let said: number | undefined
    for (let at = 0; at < text.length; ) {
      const step =
        startsTime(text, at) && !shield(at)
          ? readAt(sentence, at, { now: context.year, named, said, above, day: context.date }, context, out.at(-1))
          : startsEvent(text, at) && !shield(at)
            ? eventAt(sentence, at, context)
            : undefined
      // 「2023年6月印发之日起30日内」 holds the month that was read first.
      if (step?.fact?.value.kind === 'within' && (out.at(-1)?.span.start ?? -1) >= step.fact.span.start) out.pop()
      if (step?.fact) out.push(step.fact)
      named = step?.named ?? named
      said = step?.said ?? said
      at = Math.max(at + 1, step?.next ?? 0)
    }
    return shareLimit(out, text)
  },
}

/** The one year that the innermost heading with a time names. */
function yearAbove({ above }: Context): number | undefined {
  for (const { facts } of above.toReversed()) {
    const dates = facts.filter(({ kind }) => kind === 'deadline').map(({ value }) => (value as Deadline).date ?? '')
    if (dates.length > 0) return dates.length === 1 && /^\d{4}$/.test(dates[0]!) ? Number(dates[0]) : undefined
  }
  return undefined
}

/** Characters with which a time begins. */
const startsTime = among(
  '0123456789〇零○一二三四五六七八九十两半年月今本明来去次翌当同上下后前每按逐限用利通经力未再之第民首分春秋“”"',
)
const startsEvent = among(EVENT_STARTS)

/** What was read at an offset: a fact, or a time that is none; where to go on, and the year that was named. */
interface Step {
  readonly fact?: Found
  readonly next: number
  readonly named?: number | undefined
  /** The year that stood there, whatever months behind it belong to. */
  readonly said?: number | undefined
}

function readAt(
  sentence: Sentence,
  at: number,
  clock: Clock,
  context: Context,
  last: Found | undefined,
): Step | undefined {
  const { text } = sentence
  const lasting =
    readRecurring(text, at) ?? readWithin(sentence, at) ?? (text[at] === '之' ? readSince(sentence, at) : undefined)
  if (lasting) {
    const { start, end, value, rule } = lasting
    return { fact: { kind: 'deadline', span: { start, end }, value, rule }, next: end }
  }
  const occasion = readOccasion(sentence, at)
  if (occasion) return { fact: { kind: 'deadline', ...occasion }, next: occasion.span.end }
  if (!mayStart(text, at)) return undefined
  const again = last && readAgain(text, at, last)
  if (again) return again
  const moment =
    readPeriod(text, at) ??
    readMasked(text, at) ??
    readMoment(text, at, clock) ??
    readListed(text, at) ??
    readMonth(text, at, clock)
  const lost = moment ? -1 : brokenYear(text, at)
  if (lost >= 0) return noteBroken(text, at, lost, context)
  if (!moment) return eventAt(sentence, at, context)
  const why = datesNumber(moment, context) ? 'name' : whyNone(text, at, moment, clock.now)
  if (why) {
    context.shield?.('deadline', { start: at, end: moment.end }, why)
    return { next: moment.end }
  }
  const broken = brokenEnd(text, at, moment.end)
  if (broken < 0) return place(text, at, nextYear(text, at, moment, clock, context) ?? moment, context, last)
  return noteBroken(text, at, broken, context)
}

function noteBroken(text: string, at: number, end: number, { note }: Context): Step {
  note('date-broken', { start: at, end }, { text: text.slice(at, end) })
  return { next: end }
}

/** 「本府112年3月2日∣府教体字第1120012345号」: the day is of the document that is cited. */
const datesNumber = ({ end }: Moment, { found }: Context) =>
  found.some(({ kind, span, rule }) => kind === 'reference' && rule === 'number' && span.start === end)

/** A document of December that wants something by 1月3日 means the January to come: half a year back is no limit. */
const HALF_A_YEAR_MS = 183 * 24 * 60 * 60 * 1000

function nextYear(text: string, at: number, moment: Moment, clock: Clock, { report }: Context): Moment | undefined {
  const { now, named, above, day } = clock
  if (report || !moment.relative || now === undefined || named !== undefined || above !== undefined) return undefined
  if (!moment.last || !day?.startsWith(`${now}-`) || !/^\d{1,2}月/.test(text.slice(at, at + 3))) return undefined
  if (Date.parse(day) - Date.parse(moment.last) < HALF_A_YEAR_MS || !/^之?前/.test(text.slice(moment.end)))
    return undefined
  return readMoment(text, at, { ...clock, now: now + 1 })
}

function eventAt(sentence: Sentence, at: number, context: Context): Step | undefined {
  const event = readEvent(sentence, at, context)
  return event && { fact: { kind: 'deadline', ...event }, next: event.span.end }
}

/** 「每年1月31日和7月31日前」: the second day is of every year too. */
function readAgain(text: string, at: number, { span, value }: Found): Step | undefined {
  if (!value.date?.startsWith('XXXX') || !/^[、和及与]$/.test(text.slice(span.end, at))) return undefined
  const yearly = readYearly(text, at)
  return (
    yearly && {
      fact: {
        kind: 'deadline',
        span: { start: at, end: yearly.end },
        value: { ...value, date: yearly.date },
        rule: 'every',
      },
      next: yearly.end,
    }
  )
}

/** A number or word inside a longer one starts no time. */
function mayStart(text: string, at: number): boolean {
  const before = text[at - 1] ?? ''
  const c = text[at]!
  if (/\d/.test(c))
    return (
      !/[\d./:A-Za-z-]$|\d,$/.test(text.slice(Math.max(0, at - 2), at)) ||
      (/\d{4}年/.test(text.slice(at, at + 5)) && !/[\d.]/.test(before))
    )
  if (c === '年') return !/[\d〇零○一二三四五六七八九十两几数多当每近历周往半整]/.test(before)
  if (/[〇零○一二三四五六七八九十两]/.test(c)) return !/[\d〇零○一二三四五六七八九十百千万第每农个周唯]/.test(before)
  return !(c === '上' || c === '下' || c === '前' || c === '后' || c === '本') || !/[以之目此年线网基]/.test(before)
}

/** 「2018、2019年」: a year whose 年 stands behind a later one. */
function readListed(text: string, at: number): Moment | undefined {
  const match = /^(\d{4})(?=(?:[、和及]\d{4}){1,6}年)/.exec(text.slice(at, at + 40))
  const year = Number(match?.[1])
  return match && year >= 1900 && year <= 2100
    ? { end: at + 4, date: match[1]!, first: match[1]!, last: `${year}-12-31`, year }
    : undefined
}

/** The year that months behind it belong to: in a plan no year that is over. */
function namedBy({ year, relative }: Moment, { year: now, report }: Context): number | undefined {
  if (relative || year === undefined) return undefined
  return now !== undefined && year < now && !report ? undefined : year
}

/** 「2023年、2025年前」: what stands between limits of one list. */
const LISTED = /^(?:[、,和及与]|以及)?$/

/** A moment that is a time of its own, with what it limits. */
function place(text: string, at: number, moment: Moment, context: Context, last: Found | undefined): Step {
  const listed = last?.value.kind === 'by' && LISTED.test(text.slice(last.span.end, at))
  const { span, value } = limitOf(text, at, moment, listed)
  if (moment.date === undefined) context.note('year-unknown', span, { text: text.slice(span.start, span.end) })
  return {
    fact: { kind: 'deadline', span, value, rule: value.kind },
    next: span.end,
    named: namedBy(moment, context),
    said: moment.relative ? undefined : moment.year,
  }
}

/** 「6月底和12月底前」: the limit behind a list is each one's. */
function shareLimit(facts: Found[], text: string): Found[] {
  for (let i = facts.length - 1; i > 0; i--) {
    const [left, right] = [facts[i - 1]!, facts[i]!]
    if (right.value.kind !== 'by' || left.value.kind !== 'during' || text[right.span.end - 1] !== '前') continue
    const last = /^[、和及与]$/.test(text.slice(left.span.end, right.span.start)) && boundsOf(left.value.date ?? '').end
    if (last) facts[i - 1] = { ...left, value: { ...left.value, kind: 'by', date: `../${last}` }, rule: 'by' }
  }
  return facts
}
