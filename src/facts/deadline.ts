import { coverOf } from '../text/cover.js'
import { readNumeral } from '../text/numerals.js'
import type { Context, Deadline, Extractor, Fact, Sentence } from '../types.js'
import { readRecurring, readSince, readWithin } from './deadline/duration.js'
import { type Clock, type Moment, readMoment, readPeriod } from './deadline/moment.js'

type Found = Fact<'deadline', Deadline>

/** Times by, during, from, every and within which: 「2020年6月底前」 → by ../2020-06-30. */
export const extractor: Extractor<'deadline', Deadline> = {
  kind: 'deadline',
  key: 'deadlines',
  triggers: '年月日天周季每期末内起旬号时分./-',
  after: ['reference'],
  extract(sentence, context) {
    const { text } = sentence
    const shield = shielded(text, context.found)
    const out: Found[] = []
    let named: number | undefined
    for (let at = 0; at < text.length; ) {
      const step =
        STARTS.has(text[at]!) && !shield(at)
          ? readAt(sentence, at, { now: context.year, named }, context, out.at(-1))
          : undefined
      if (step?.fact) out.push(step.fact)
      named = step?.named ?? named
      at = Math.max(at + 1, step?.next ?? 0)
    }
    return out
  },
}

/** Characters with which a time begins. */
const STARTS = new Set('0123456789〇零○一二三四五六七八九十两半年今本明来去上下后前每按逐限用利通经力未再“之即第春')

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
  const moment = period ?? readMoment(text, at, clock) ?? readListed(text, at)
  if (!moment) return readFeast(text, at, context)
  if (isName(text, at, moment)) return { next: moment.end }
  return place(text, at, moment, context, last)
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

const COMPARED = /(?:比|较|与|同|相对于|以|超过|[高低多少优好快慢大小]于)$/
const NAMED_BEHIND =
  /^(?:相比|同期|版|为基[数期]|(?:的)?基础上|(?:的)?水平|不变价|可比价|价格|远景目标|中央一号文件|级|届|款|度?(?:先进|优秀|十佳|全国先进)|[\u4e00-\u9fff]{2,14}(?:建设单位|先进单位|示范单位|称号|先进集体|金奖|项目名单))/
const HONOUR = /(?:评为|荣获|获评|授予|获得|命名为|入选|列入|申报|创建的?)$/
const PLAN_NAME = /(?:规划|计划|方案|纲要|行动|办法|要点|标准|规范|目录|措施|意见|指南|清单)\($/

/** 「从2012年的8万亿元增长到…」: the year that a change is counted from. */
const GROWS =
  /^(?!起|开始)(?:的|[^,。;]{0,20}(?:增长|提高|增加|上升|下降|降低|扩大|跃升|攀升|减少|提升|降)(?:到|至|为))/

/** A year that only compares, or that belongs to a name: 「比2015年」「2019年度先进集体」「行动计划（2021—2023年）」. */
function isName(text: string, at: number, { end }: Moment): boolean {
  const before = text.slice(Math.max(0, at - 6), at)
  const after = text.slice(end, end + 24)
  if (COMPARED.test(before) || /^(?:相比|同期)/.test(after))
    return !/(?:以来|期间|底前|末前)/.test(text.slice(at, end + 2))
  if (/[从由]$/.test(before) && GROWS.test(after)) return true
  if (/是$/.test(before) && /^的[\d.]+倍/.test(after)) return true
  if (PLAN_NAME.test(before) && after.startsWith(')')) return true
  if (HONOUR.test(before) && /^[\u4e00-\u9fff]{2,20}(?:单位|称号|奖|集体|城市|县|市|区|镇|村|试点|名单)/.test(after))
    return true
  return /年度?$/.test(text.slice(at, end)) && NAMED_BEHIND.test(after)
}

const BEFORE =
  /(?:截至|截止到?至?|(?<![达得高加回扩展升增降少]|增长|扩大)到|(?<![冬甚乃高加升降少]|增长|扩大)至|不迟于|不晚于|最迟|最晚)$/
const SINCE = /(?:自从?|(?<!服)从)$/
const SUFFIX =
  /(?:底|末)?(?:(之前|以前|前|止|为止)(?!期|列|沿|提|景|来|往|后|三|两|\d)|(内|之内|以内)(?![容部涵外])|(起|开始|以来)|(之后|以后|后)(?![期续备勤来])|(期间|间))/y
const FOR =
  /[,]?(?:计划|力争)?(?:利用|用|连续|通过|为期|经过|分)(\d|[一二两三四五六七八九十])(?:个)?年(?:左右)?的?(?:时间|内)?/y

/** The year that months behind it belong to: none of 「2021年度结转项目」, and in a plan no year that is over. */
function namedBy(text: string, { end, year, relative }: Moment, { year: now, report }: Context): number | undefined {
  if (relative || year === undefined || text[end - 1] === '度') return undefined
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
  const kind = kindOf(moment, suffix, { to: to !== null || listed, since: since !== null })
  let date = dateOf(kind, moment)
  FOR.lastIndex = end
  const span = kind === 'from' && moment.year !== undefined ? FOR.exec(text) : null
  if (span) {
    const years = /\d/.test(span[1]!) ? Number(span[1]) : readNumeral(span[1]!)!
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

const FEAST = /(\d{1,2})[.·](\d{1,2})(?=[\u4e00-\u9fff]{2,10}(?:节|日)(?![常益均报]))/y

/** 「5.12国际护士节」: a day of the year that is known by its number. */
function readFeast(text: string, at: number, { year }: Context): Step | undefined {
  FEAST.lastIndex = at
  const match = FEAST.exec(text)
  if (!match || /[\d.]/.test(text[at - 1] ?? '') || year === undefined) return undefined
  const [month, day] = [Number(match[1]), Number(match[2])]
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined
  const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  const end = at + match[0].length
  return {
    fact: {
      kind: 'deadline',
      span: { start: at, end },
      value: { kind: 'during', date, relative: true },
      rule: 'feast',
    },
    next: end,
  }
}

/** Offsets at which no time is read: inside references, titles and short quotations, but for “十四五”. */
function shielded(text: string, found: readonly Fact[]): (at: number) => boolean {
  const closed = found.filter(({ kind }) => kind === 'reference').map(({ span }) => span)
  for (let start = text.indexOf('“'); start >= 0; start = text.indexOf('“', start + 1)) {
    const length = text.slice(start, start + 32).search('”')
    if (length > 0 && !/^“[一二三四五六七八九十]{2,3}五?$/.test(text.slice(start, start + length)))
      closed.push({ start, end: start + length + 1 })
  }
  for (let start = text.indexOf('《'); start >= 0; start = text.indexOf('《', start + 1)) {
    const length = text.slice(start, start + 120).search('》')
    if (length > 0) closed.push({ start, end: start + length })
  }
  return coverOf(text.length, closed)
}
