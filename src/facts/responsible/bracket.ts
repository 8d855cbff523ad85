import { isUnit } from '../../text/unit.js'
import { type Assignment, roleOf, unitsOf } from './role.js'

/** No statement of who does the work is longer. */
const LONGEST = 500

/** Brackets that say who does the work: 「（市发展改革委牵头，市财政局、各区政府按职责分工负责）」. */
export function bracketsIn(text: string): Assignment[] {
  const out: Assignment[] = []
  let close = -1
  for (let at = 0; at < text.length; at++) {
    if (text[at] !== '(' && text[at] !== '[') continue
    while (close <= at || (close < text.length && text[close] !== ')' && text[close] !== ']')) close++
    if (close - at > LONGEST) continue
    const end = closing(text, at)
    if (end === undefined) continue
    const read = statementsOf(text, at + 1, end)
    out.push(...read)
    if (read.length > 0) at = end
  }
  return out
}

function closing(text: string, open: number): number | undefined {
  let depth = 0
  const stop = Math.min(text.length, open + LONGEST)
  for (let at = open; at < stop; at++) {
    if (text[at] === '(' || text[at] === '[') depth++
    else if ((text[at] === ')' || text[at] === ']') && --depth === 0) return at
  }
  return undefined
}

const VERB =
  /(?:牵头|负责|配合|参与|参加|协助|协同|协办|支持|指导|督促|督导|监督|落实|组织实施|实施|承办|承担|主办)(?:负责|落实|实施|推进|组织实施|组织落实|抓好落实)?$/
/** 「列第一位者为牵头单位，下同」 says how the list is read, and assigns nothing. */
const NOTE = /^(?:列|排|下同|以下(?!均|都|各)|前者|第一)/
/** 「以下均需试点城市政府落实」 */
const FOR_ALL = /^以下(?:各项)?(?:工作|任务)?(?:均|都)?(?:需|须|应)?由?/

/** 「；完成时限：2022年底前」 behind the last verb. */
const LIMIT = /[,;。](?:(?:完成)?(?:时限|时间|期限)[:为]?[^,;]{0,24}|[^,;]{2,16}(?:底|末|月|日|年)前?(?:完成)?)$/

/** Segments up to a verb belong together: 「A、B，各区政府负责」 is one list of three. */
function statementsOf(text: string, start: number, end: number): Assignment[] {
  const inside = text.slice(start, end).replace(LIMIT, '')
  if (!VERB.test(inside.slice(-12)) && !/[,;。](?:列|排|下同|不再)/.test(inside)) return []
  const out: Assignment[] = []
  let from = start
  for (let at = start; at <= end; at++) {
    if (at < end && !/[,;。、]/.test(text[at]!)) continue
    const segment = text.slice(from, at)
    const verb = VERB.exec(segment)
    if (verb && !NOTE.test(segment)) {
      const by = segment.slice(0, verb.index).lastIndexOf('由')
      const lead = FOR_ALL.exec(segment)?.[0].length ?? by + 1
      const units = unitsOf(text, from + lead, from + verb.index)
      if (units.length > 0 && units.every((unit) => mayBeUnit(text.slice(unit.start, unit.end), verb[0])))
        out.push(...split(text, { start: units[0]!.start, end: at, role: roleOf(verb[0]), units, rule: 'bracket' }))
      from = at + 1
    } else if (text[at] === ';') from = at + 1
  }
  return out
}

/** 「A会同B负责」: the second helps. */
function split(text: string, whole: Assignment): Assignment[] {
  const units = whole.units.flatMap(({ start, end }) => {
    const at = text.slice(start, end).indexOf('会同')
    return at <= 0
      ? [{ start, end, help: false }]
      : [
          { start, end: start + at, help: false },
          { start: start + at + 2, end, help: true },
        ]
  })
  const first = units.findIndex(({ help }) => help)
  if (first < 0) return [whole]
  const [leads, helpers] = [units.slice(0, first), units.slice(first)]
  return [
    { ...whole, end: leads.at(-1)!.end, units: leads },
    { ...whole, start: helpers[0]!.start, role: 'support', units: helpers },
  ]
}

/** Verbs that assign work to whatever stands before them; 落实 does so only to a body: not in 「政策落实」. */
const ASSIGNS = /牵头|负责|[主承协]办|配合/
/** In a bracket that assigns work any short noun may be a unit; a clause is none. */
const mayBeUnit = (text: string, verb: string) =>
  (ASSIGNS.test(verb) || isUnit(text) || /^各|政府$|[市县区省]$/.test(text)) &&
  text.length <= 36 &&
  !/:|[\d“”《》]{2}|加强|推进|落实|开展|完善|的[^、]{3}|是/.test(text.replace(/^\d{1,3}[个家]/, ''))
