import { KINDS } from '../data/kinds.js'
import { HAN_YEAR, readDate } from '../text/date.js'

const BY_LENGTH = [...KINDS].sort((a, b) => b.length - a.length)
const WORDS: ReadonlySet<string> = new Set(KINDS)
/** 「通知」「公告」: a line that says what kind of document it heads, and nothing else. */
export const isKind = (text: string) => WORDS.has(text)
/** What may stand behind the kind: （试行）, （2021—2025年）, （国家简报第126期）. Full-width or half-width. */
const SUFFIX = /[(（]([^()（）]*)[)）]$/

/** 「…实施方案_丙县政府网」「…公报（全文）」「2021年…公报 2021」「…的通知 |」: what a site sets behind a title. */
const SITE = /(?:(?:[_|｜]|-{1,2})[^_|｜-]{2,16}(?:网|网站|政府|门户|平台|日报)|[(（]全文[)）]|\s*[|｜])$/

/** 「青政办〔2023〕1号《…的通知》」「某市：关于印发…的通知」: what stands before a title. */
const BEFORE = /^[一-龥]{2,16}〔\d{4}〕\d{1,5}号(?=《.*》$)|^[一-龥]{2,3}[:：](?=关于)/

/** 「《…印发〈X〉的通知》」 → …印发《X》的通知; other titles stay. */
function withoutMarks(title: string): string {
  const inner = /^《([^《》]{8,})》$/.exec(title)?.[1]
  return inner === undefined ? title : inner.replace(/〈/g, '《').replace(/〉/g, '》')
}

/** A title without what its page has set before or behind it. */
export function withoutSite(title: string): string {
  const bare = withoutMarks(title.replace(SITE, '').trimEnd().replace(BEFORE, ''))
  const year = /\s?((?:19|20)\d{2})$/.exec(bare)
  return year && bare.indexOf(year[1]!) < year.index ? bare.slice(0, year.index) : bare
}

/** 「省政府印发《2021年防汛工作要点》」「关于落实《政府工作报告》」: the text in marks is another. */
const TELLS_OF =
  /(?:^[^《》]*关于(?:落实|贯彻|转发|做好)|(?<!关于[^《》]{0,20})(?:印发|发布|出台|公布|下发|通过))[^《》]{0,6}《[^《》]*》$/

/** The kind a title ends in, behind any bracket: 「…实施意见（试行）」 → 意见; undefined for a news report. */
export function kindOf(title: string): string | undefined {
  let bare = withoutSite(title)
  let inside: string | undefined
  for (let suffix = SUFFIX.exec(bare); suffix; suffix = SUFFIX.exec(bare)) {
    bare = bare.slice(0, suffix.index)
    inside ??= suffix[1]
  }
  if (TELLS_OF.test(bare)) return undefined
  bare = bare.replace(/[”’》]+$/, '')
  const kind = BY_LENGTH.find((word) => bare.endsWith(word))
  if (kind) return kind === '令' ? '命令' : kind
  return inside && BY_LENGTH.find((word) => word.length > 1 && inside.includes(word))
}

/** The name of a file that says a title, in one piece that no other words of its maker touch: no 「送审稿-2」. */
const NAMED = /^(?=.*\p{Script=Han}{4})(?!\d{1,3}\D)[\p{Script=Han}\d《》〈〉“”（）()、〔〕—-]{8,100}$/u

/** The title that a file is named by, where it ends in a kind: 「0017_青岭市关于防汛工作的通知.html」 → 青岭市关于防汛工作的通知 */
export function titleOfFile(file: string): string | undefined {
  const name = file.replace(/^.*[\\/]/s, '').replace(/\.\w{1,8}$/, '')
  return name
    .split(/[_\s　]+|(?<=^\d{1,8})[-.、]/)
    .find((part) => NAMED.test(part) && !/^\d+$|(?<!\d)-|-(?!\d)/.test(part) && kindOf(part) !== undefined)
}

/** 「甲市2022年工作总结∣和∣2023年工作要点」: two texts named without marks. */
const TWO = new RegExp(`(?<=(?:${KINDS.join('|')}))[和及与](?=.{2,40}(?:${KINDS.join('|')})$)`)

/** 「…关于印发《X》的通知」「…关于印发X和Y的通知」「…印发〈X〉的通知」: the texts that a notice issues. */
export function issuedTitles(title: string): string[] {
  const issue =
    /(?:印发|发布|公布|转发|批转|颁发|颁布|下发)(.+?)的(?:通知|决定|函|公告|通告|意见|批复|命令|令)(?:[(（][^()（）]*[)）])?$/.exec(
      title,
    )
  if (!issue) return []
  const marked = [...issue[1]!.matchAll(/[《〈]([^《》〈〉]+)[》〉]/g)].map((match) => match[1]!)
  return marked.length > 0 ? marked : issue[1]!.replace(/^了/, '').split(TWO)
}

/** 「2019年」「2015政府工作报告」「二〇一九年」, not 「第2036号提案」. */
const YEAR = new RegExp(`(?<![第\\d])((?:19|20)\\d{2})(?![\\d号次期届件]|[”"'’》〉])年?|(${HAN_YEAR})(?=[年至])`, 'g')

/** 「贯彻落实∣《…“十三五”规划》∣工作方案」: a document that the titled one follows has years of its own. */
const FOLLOWED = /(?<=落实|贯彻|执行|实施|根据|配合)《[^《》]*》(?=.)/g

/** The years that a title says: 「2019年…要点」 → 2019; 「…三年行动计划（2021—2023年）」, 「“十四五”规划」 → a period. */
export function yearsOf(title: string): { year?: number; period?: readonly [number, number] } {
  const own = title.replace(FOLLOWED, '')
  const range = /((?:19|20)\d\d)年?[-—–－~～至]((?:19|20)\d\d)年?/.exec(own)
  if (range && range[1]! < range[2]!) return { year: Number(range[1]), period: [Number(range[1]), Number(range[2])] }
  const plan = /(?:[“"]?(十[一二三四五六七])五[”"]?|第(十[一二三四五六七])个五年)/.exec(own)
  const said = own.replace(/[[〔(（]\d{4}[\]〕)）]\d+号/g, '')
  const years = [...said.matchAll(YEAR)]
  // 「2021年工作总结和2022年工作计划」 counts 今年 from the year it sums up.
  const year = /总结.*(?:计划|打算|安排|思路|要点)$/.test(said) ? years[0] : years.at(-1)
  const republic = /(?<!\d)(1\d\d)年度/.exec(said)
  if (plan && /规划|计划|纲要|方案/.test(title)) {
    const start = 2001 + ('一二三四五六七'.indexOf((plan[1] ?? plan[2])![1]!) - 0) * 5 + 5
    return { year: start, period: [start, start + 4] }
  }
  if (year) return { year: year[1] ? Number(year[1]) : readDate(`${year[2]!}年`, 0)!.year }
  return republic ? { year: Number(republic[1]) + 1911 } : {}
}

/** 「中共中央国务院」 → [中共中央, 国务院], 「中共某市委某市人民政府」 likewise; 等七部门 is dropped. */
export function splitAgencies(text: string): string[] {
  return text
    .replace(
      /^(中共(?:中央|[一-龥]{2,10}?[省市县区州旗镇乡]委)(?:员会)?(?:办公[厅室])?)(?=国务院|[一-龥]{2,12}人民政府)/,
      '$1、',
    )
    .replace(/等.{0,4}(?:部门|厅局|单位)$/, '')
    .split(/[、，,;； ]/)
    .filter((name) => name.length >= 2)
}

/** The issuers that a title begins with: 「中共中央国务院关于…的意见」 → [中共中央, 国务院], 「国务院令」 → [国务院]; none where the title begins otherwise. */
export function issuerOf(title: string): string[] {
  const order = /^([一-龥]{2,40}[院会部局府署])令$/.exec(title.replace(/^中华人民共和国(?=国务院)/, ''))
  if (order) return [order[1]!]
  const at = title.search(/关于|(?:印发|转发|批转|颁布|公布)[《〈]/)
  const names = title.slice(0, Math.max(0, at)).replace(/(?:印发|转发|批转)$/, '')
  if (!/^[一-龥、 ]{3,60}$/.test(names) || /^(?:关于|进一步)|审议|通过|召开|举行/.test(names)) return []
  return splitAgencies(names)
}
