import { matchesOf } from '../../text/match.js'
import type { Relation } from '../../types.js'

/** Words that govern a title behind them. */
const BEFORE: readonly [Relation, string][] = [
  ['drafts', '(?:印发|颁布|出台|发布|制定|公布)(?:并)?(?:组织)?实施'],
  ['amends', '修订完善|制定完善|修改完善|修订|修改|修正|修编|完善|调整'],
  ['repeals', '废止|停止执行'],
  ['mentions', '违反'],
  ['forwards', '转发|批转'],
  [
    'drafts',
    '制定|制订|出台|编制|印发|签订|签署|起草|发布|公布|颁布|下发|拟定|拟订|研制|编写|编纂|编印|编发|订立|制发|颁发|推出|形成|制作',
  ],
  [
    'implements',
    '贯彻|落实|执行|按照|依照|遵照|参照|对照|对标|根据|依据|围绕|符合|达到|遵守|遵循|实施|施行|衔接|结合|践行|(?<=^|[,严])[按据依]|(?<![数证单票收])[按据依]$',
  ],
]
const VERB = new RegExp(BEFORE.map(([, words]) => `(${words})`).join('|'), 'g')
/** The verb belongs to a phrase that describes the title: 「与县局签订的《…》」. */
const DESCRIBES = /^(?:后|过|完)?的/

/** 「今天正式发布的《…》」: the news is that it came out. */
const JUST = /(?:今[天日]|昨[天日]|日前|近日|刚刚|正式)$/

/**
 * How a text before a title governs it, by the last verb that describes nothing; undefined where none does. In
 * 「落实省政府办公厅转发省发改委《…》」 转发 only says how the title came.
 */
export function governs(before: string): Relation | undefined {
  let relation: Relation | undefined
  for (const match of matchesOf(VERB, before)) {
    if (DESCRIBES.test(before.slice(match.index + match[0].length)) && !JUST.test(before.slice(0, match.index)))
      continue
    const kind = BEFORE[match.slice(1).findIndex((group) => group !== undefined)]![0]
    relation = kind === 'forwards' && relation === 'implements' ? relation : kind
  }
  return relation
}

/** 「省政府编制的」: it names who is at work on the title. */
export const composes = (before: string) => /(?:编制|起草|拟[订定])的$/.test(before)

/** What stands between the list of titles and its verb: 「等3个重点规划」「的」, 「将于2022年年底前」. */
const LIST = '(?:等[^,。;:《》]{0,12}?)?(?:的)?(?:有关|相关|具体|总体|最新)?(?:规划|文件|政策|立法)?(?:工作)?'
const WHEN =
  '(?:近日|日前|今[天日]|昨[天日]|将|拟|已|已经|业已|现已|力争|争取|确保|计划|预计){0,2}[于在]?[\\d一二三四五六七八九十年月日底末前内今明上下半季度初中]{0,12}(?:正式)?(?:组织)?'
/** 「印发后」「颁布以来」「制定的」: the verb tells when, or describes. */
const DONE = '(?!(?:并?实施)?(?:以来|之?后|的)|本)'
const AFTER: readonly [Relation, RegExp][] = [
  ['repeals', new RegExp(`^${LIST}(?:自[^,。;]{0,20})?(?:同时|即行|相应|一并|予以)?(?:废止|失效|停止执行)`)],
  ['amends', new RegExp(`^${LIST}${WHEN}(?:的)?(?:修订|修改|修编|完善|修正)${DONE}`)],
  ['forwards', /^(?:[^。;]{0,20},?现?)(?:转发|批转)给?/],
  [
    'drafts',
    new RegExp(
      `^(?:${LIST}${WHEN}(?:的)?(?:编制|制定|制订|起草|出台|印发|立法|颁布|发布|公布|签订)${DONE}|(?:已|业)?经?[^。;]{0,40}?,?现(?:予以|予|将其)?(?:印发|发布|公布))`,
    ),
  ],
  [
    'implements',
    new RegExp(
      `^(?:${LIST}(?:[\\u3400-\\u9fff]{0,6})?(?:要求|精神|规定(?!的)|贯彻|落实|执行|实施(?!以来|之?后)|部署|标准)|为(?:基本|重要|根本)?(?:依据|遵循|指导|引领|统领|准则|准绳|基准))`,
    ),
  ],
]

/** How the text behind a list of titles governs it: 「《A》《B》等2个规划编制」 → drafts. */
export function governsFromBehind(after: string): Relation | undefined {
  return AFTER.find(([, pattern]) => pattern.test(after))?.[0]
}
