import { type Piece, splitUnits } from '../../text/unit.js'
import type { Responsible } from '../../types.js'

export type Role = Responsible['role']

/** Units with the role that words give them; `start` and `end` hold the words too. */
export interface Assignment {
  readonly start: number
  readonly end: number
  readonly role: Role
  readonly units: readonly Piece[]
  readonly rule: 'label' | 'bracket' | 'clause'
}

/** The role that a label or a verb gives: 「牵头单位」 → lead, 「配合」 → support. */
export function roleOf(word: string): Role {
  if (/联合|共同/.test(word)) return 'party'
  if (/^(?:配合|协助)/.test(word)) return 'support'
  if (/指导|督导|监督|督促|监管|督办|督查/.test(word)) return 'supervise'
  return /牵头|责任|负责|主办|承办|实施|落实|承担|主责/.test(word) ? 'lead' : 'support'
}

/** 「按职责分工」「具体」: what stands between the units and their verb. */
const MANNER =
  /(?:按照?“[^“”]{2,16}”的?(?:原则|要求)|按照?(?:各自|部门|有关|相关)?(?:的)?(?:职责|职能|分工|权限|规定|任务|工作)*(?:范围)?内?|依(?:法|职责|据职责)|在(?:各自)?职责范围内|(?:根据|结合|依据)(?:各自)?职责(?:分工)?|分工|分别|共同|具体|联合|统一|主要|密切|切实|积极|主动|及时|适时|认真|依法|直接|统筹|组织|协同|要|应当?|须|将|继续|做好|抓好)+$/
/** 「等部门」「等4个单位」: bodies that are not named. */
const OTHERS =
  /等(?:[\d一二三四五六七八九十]{1,3}个?|[省市县区]?有关|[省市县区]?相关|省直|市直|县直|区直|市级|省级|县级|成员)*(?:部门和单位|单位和部门|部门|单位|机构|地区)?$/

/** 「市人大常委会办公厅（以下简称常委会办公厅）」「市卫生健康委（列第一位的为牵头单位）」「市农业农村局∣分别牵头」: what is said of a unit behind its name. */
const ASIDE = /\((?:(?:以下)?[统简]?称|除|列|注)[^()]*\)$|(?:分别|共同|联合)(?:牵头|负责|落实)$/

/** The units that text[start, end) lists, without what is said of all of them: 「市教育局、市财政局等部门按职责」 → 市教育局 | 市财政局. */
export function unitsOf(text: string, start: number, end: number): Piece[] {
  const list = text
    .slice(start, end)
    .replace(MANNER, '')
    .replace(OTHERS, '')
    .replace(/[、,和及]+$/, '')
  return splitUnits(list)
    .map((piece) => {
      const item = list.slice(piece.start, piece.end)
      const lead = /^(?:由|请|各?责成|以及|及|和|与)(?=..)/.exec(item)?.[0].length ?? 0
      const name = item.replace(OTHERS, '').replace(ASIDE, '')
      return { start: start + piece.start + lead, end: start + piece.start + name.length }
    })
    .filter((piece) => piece.end - piece.start > 1)
}
