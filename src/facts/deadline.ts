import { readNumeral } from '../text/numerals.js'
import type { Context, Deadline, Extractor, Fact, Sentence } from '../types.js'
import { readRecurring, readWithin, readYearly } from './deadline/duration.js'
import { EVENT_STARTS, readEvent } from './deadline/event.js'
import { type Clock, type Moment, readMoment, readMonth, readPeriod } from './deadline/moment.js'
import { shielded, whyNone } from './deadline/name.js'
import { readSince } from './deadline/since.js'

type Found = Fact<'deadline', Deadline>

/** Times by, during, from, every and within which: 「2020年6月底前」 → by ../2020-06-30. */
export const extractor: Extractor<'deadline', Deadline> = {
  kind: 'deadline',
  key: 'deadlines',
  triggers: '年月日天周季每期末内起旬号时分前./-',
  after: ['reference'],
  extract(sentence, context) {
    const { text } = sentence
    const shield = shielded(text, context.found)
    const out: Found[] = []
    const above = yearAbove(context)
    let named: number | undefined
    for (let at = 0; at < text.length; ) {
      const step =
        STARTS.has(text[at]!) && !shield(at)
          ? readAt(sentence, at, { now: context.year, named, above, day: context.date }, context, out.at(-1))
          : EVENTS.has(text[at]!) && !shield(at)
            ? eventAt(text, at, context)
            : undefined
      if (step?.fact) out.push(step.fact)
      named = step?.named ?? named
      at = Math.max(at + 1, step?.next ?? 0)
    }
    return out
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
const STARTS = new Set(
  '0123456789〇零○一二三四五六七八九十两半年月今本明来去次翌当上下后前每按逐限用利通经力未再之第民“”"',
)
const EVENTS = new Set(EVENT_STARTS)

/** What was read at an offset: a fact, or a time that is none; where to go on, and the year that was named. */
interface Step {
  readonly fact?: Found
  readonly next: number
  readonly named?: number | undefined
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
    if (last && last.span.end > start) return { next: end }
    return { fact: { kind: 'deadline', span: { start, end }, value, rule }, next: end }
  }
  const period = readPeriod(text, at)
  if (!period && !mayStart(text, at)) return undefined
  const again = last && readAgain(text, at, last)
  if (again) return again
  const moment = period ?? readMoment(text, at, clock) ?? readListed(text, at) ?? readMonth(text, at, clock)
  if (!moment) return eventAt(text, at, context)
  const why = whyNone(text, at, moment)
  if (why) {
    context.shield?.('deadline', { start: at, end: moment.end }, why)
    return { next: moment.end }
  }
  return place(text, at, moment, context, last)
}

function eventAt(text: string, at: number, context: Context): Step | undefined {
  const event = readEvent(text, at, context)
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
      !/[\d./A-Za-z-]$|\d,$/.test(text.slice(Math.max(0, at - 2), at)) ||
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

const BEFORE =
  /(?:截至|截止到?至?|(?<![达得高加回扩展升增降少]|增长|扩大)到|(?<![冬甚乃高加升降少]|增长|扩大)至|不迟于|不晚于|最迟|最晚)$/
/** 「完成时限：2020年12月」 */
const LIMIT = /(?:时限|期限|节点|完成(?:时间|日期)|截止(?:时间|日期))[:为]?$/
const SINCE = /(?:自从?|(?<!服)从)$/
const SUFFIX =
  /(?:底|末)?(?:[上下]午)?(?:\d{1,2}(?:时|点|:\d\d)(?:\d\d分?)?(?=之?前|以前|止))?(?:(之前|以前|前|止|为止)(?!期|列|沿|提(?!交|供)|景|来|往|后|三|两|\d)|(内|之内|以内)(?![容部涵外])|(起|开始|以来)|(之后|以后|后)(?![期续备勤来])|(期间|间))/y
const COUNT = '(\\d|[一二两三四五六七八九十])个?年(?:左右)?的?'
/** 「，利用4年时间」「三年内」 right behind the beginning. */
const FOR = new RegExp(
  `,?(?:计划|力争)?(?:(?:利用|用|连续|通过|为期|经过|分)${COUNT}(?:时间|内)?|${COUNT}(?:时间)?内)`,
  'y',
)

/** The year that months behind it belong to: none of 「2021年度结转项目」, and in a plan no year that is over. */
function namedBy(text: string, { end, year, relative }: Moment, { year: now, report }: Context): number | undefined {
  if (relative || year === undefined || /年度$/.test(text.slice(end - 2, end))) return undefined
  return now !== undefined && year < now && !report ? undefined : year
}

/** A moment with the words around it that say what it limits. */
function place(text: string, at: number, moment: Moment, context: Context, last: Found | undefined): Step {
  const before = text.slice(Math.max(0, at - 4), at)
  SUFFIX.lastIndex = moment.end
  const suffix = SUFFIX.exec(text)
  const [to, since] = [BEFORE.exec(before), SINCE.exec(before)]
  const listed =
    last?.value.kind === 'by' && /^(?:[、,和及与]|以及)?$/.test(text.slice(last.span.end, at)) && last.span.end > 0
  let end = suffix ? moment.end + suffix[0].length : moment.end
  const start = to ? at - to[0].length : since && suffix?.[3] ? at - since[0].length : at
  const limit = LIMIT.test(text.slice(Math.max(0, at - 6), at))
  const kind = kindOf(moment, suffix, { to: to !== null || listed || limit, since: since !== null })
  let date = dateOf(kind, moment)
  FOR.lastIndex = end
  const span = suffix?.[3] && suffix[3] !== '以来' && moment.year !== undefined ? FOR.exec(text) : null
  if (span) {
    const count = span[1] ?? span[2]!
    const years = /\d/.test(count) ? Number(count) : readNumeral(count)!
    date = `${moment.first}/${moment.year! + years - 1}`
    end += span[0].length
  }
  const words = { start, end }
  if (moment.date === undefined) context.note('year-unknown', words, { text: text.slice(start, end) })
  const value: Deadline = { kind, ...(date && { date }), ...(moment.relative && { relative: true as const }) }
  const fact: Found = { kind: 'deadline', span: words, value, rule: kind }
  return { fact, next: end, named: namedBy(text, moment, context) }
}

function kindOf(
  moment: Moment,
  suffix: RegExpExecArray | null,
  { to, since }: { to: boolean; since: boolean },
): Deadline['kind'] {
  if (suffix?.[1] || suffix?.[2]) return 'by'
  if (suffix?.[3] || suffix?.[4]) return 'from'
  if (to || moment.by) return 'by'
  return since && !moment.date?.includes('/') ? 'from' : 'during'
}

function dateOf(kind: Deadline['kind'], { date, first, last }: Moment): string | undefined {
  if (date === undefined) return undefined
  if (kind === 'by') return `../${last}`
  return kind === 'from' ? `${first}/..` : date
}
