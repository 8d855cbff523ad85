import { isUnit } from '../../text/unit.js'
import { type Assignment, roleOf, unitsOf } from './role.js'

const LABEL =
  /((?:牵头|主要责任|第一责任|责任|主责|主办|负责|承办|实施|落实|配合|协办|参与|参加|协同|协作|协助|支持|指导|督导|监督|督促|监管|督办)+)(?:责任)?(?:单位|部门|主体|机关|科室|股室|处室)(?:及?分工)?[:为]?(?<=[:])/y
/** 「主办：市教育局；协办：市财政局」: a label of nothing but its verb, at the beginning of a clause. */
const BARE = /(?<=^|[(;,。|])(牵头|主办|承办|协办|配合|参与|指导|督导):/y
/** 「按职责分工负责」 behind a list that its label assigns already. */
const CLOSING = /(?:按照?[^、,;]{0,8})?(?:负责|落实|配合)(?:落实)?$/
/** Where a list of units ends: at the next label, at a time, at the end of the sentence. */
const STOP =
  /[;。)|]|[,、](?=[\u4e00-\u9fff]{2,6}(?:单位|部门|主体|机关|领导|人员|时限|时间|期限):)|[,;]?(?=完成时[限间]|时限[:要]|(?:牵头|责任|配合|参与|指导|协办)(?:单位|部门)[:])/y

/** 「牵头单位：市商务局；责任单位：市交通局」 anywhere in a sentence. */
export function labelsIn(text: string): Assignment[] {
  const out: Assignment[] = []
  for (let colon = text.indexOf(':'); colon >= 0; colon = text.indexOf(':', colon + 1)) {
    const label = labelBefore(text, colon)
    if (!label) continue
    const end = stopOf(text, colon + 1)
    const list = text.slice(colon + 1, end).replace(CLOSING, '').length
    const units = unitsOf(text, colon + 1, colon + 1 + list).filter(({ start, end: to }) =>
      mayBeUnit(text.slice(start, to)),
    )
    if (units.length > 0) out.push({ ...label, end: units.at(-1)!.end, units, rule: 'label' })
  }
  return out
}

function labelBefore(text: string, colon: number) {
  for (let at = Math.max(0, colon - 14); at < colon; at++) {
    for (const pattern of [LABEL, BARE]) {
      pattern.lastIndex = at
      const match = pattern.exec(text)
      if (match && at + match[0].length === colon + 1) return { start: at, role: roleOf(match[1]!) }
    }
  }
  return undefined
}

function stopOf(text: string, from: number): number {
  let depth = 0
  for (let at = from; at < Math.min(text.length, from + 500); at++) {
    if (text[at] === '(' || text[at] === '[') depth++
    else if (text[at] === ')' || text[at] === ']') {
      if (depth === 0) return at
      depth--
    } else if (depth === 0) {
      STOP.lastIndex = at
      if (STOP.test(text)) return at
    }
  }
  return Math.min(text.length, from + 500)
}

const mayBeUnit = (text: string) => isUnit(text) || (text.length <= 16 && /^[\u4e00-\u9fff()[\]、,]+$/.test(text))
