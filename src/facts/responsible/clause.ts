import { isUnit, type Piece } from '../../text/unit.js'
import { type Assignment, roleOf, unitsOf } from './role.js'

const VERB =
  /牵头|负责(?:(?:对[^,。;]{0,20})?(?:督查|督办|监督|督导|指导))?(?!人|制|任)|主办(?!方|单位)|承办(?!方|单位)|联合(?=印发|发文|下发|开展|制定|出台|组织|举办|发布)|配合(?!比)|协助|会同/
/** The verb describes something: 「市场监管部门牵头的联席会议」「由…负责、…参与的机制」. */
const DESCRIBES =
  /^(?:[、和或]|占|作用|单位|部门|企业|下|[^,。;]{0,14}(?:、|和|共同)?(?:参与|配合|协同|落实)?的(?:工作)?(?:[^,。;]{0,6}(?:机制|格局|体系|体制|制度|会议|小组|模式)))|^的/
/** Words before the units of a clause. */
const OPENING =
  /^(?:\([一二三四五六七八九十\d]+\)|\d+[.、]|[一二三四五六七八九十]+、|[一二三四五六七八九十]是|第[一二三四五六七八九十百零]+条|经(?![信济贸开管委发])|同时|其中|并|要求|请|原则上|具体|今后|(?:以下|以上|上述|各项)(?:工作|任务|措施|事项|内容)*(?:均|都|全部)?)?(?:需|须|要)?(?:由|请|责成)?/
/** Bodies that are named by no name. */
const GENERIC = /^(?:有关|相关|其他|所属)?(?:政府|部门|企业|单位|学校|党委|社会|各方|机构|市场|机关|系统|医院)$/

/** A bracket no longer than this is part of a name: 各县（市、区）政府. */
const ASIDE = 14

/** 「由市教育局牵头，市财政局配合」「县人民医院要负责…」: clauses of running text that assign work. */
export function clausesIn(text: string): Assignment[] {
  const out: Assignment[] = []
  let start = 0
  let open = -1
  let subject: Piece | undefined
  for (let at = 0; at <= text.length; at++) {
    if (text[at] === '(') open = at
    const closes = text[at] === ')'
    const inside = open >= 0 && at - open < ASIDE
    if (closes && inside) open = -1
    if (at < text.length && (inside || !/[,;:。!?)]/.test(text[at]!))) continue
    const read = readBy(text, start, at) ?? readSubject(text, start, at) ?? readElided(text, start, at, subject)
    if (read) out.push(read)
    subject = read?.units[0] ?? subjectOf(text, start, at) ?? (text[at] === ',' ? subject : undefined)
    start = at + 1
  }
  return out
}

/** 「由…牵头」 anywhere in the clause. */
function readBy(text: string, start: number, end: number): Assignment | undefined {
  const by = text.slice(start, end).search(/(?<![自理缘事])由(?!于|此|来)/)
  return by < 0 ? undefined : readList(text, start + by + 1, end, start + by)
}

/** 「县人民医院要负责」 where the clause begins with the units. */
function readSubject(text: string, start: number, end: number): Assignment | undefined {
  const opening = OPENING.exec(text.slice(start, Math.min(end, start + 24)))![0].length
  return readList(text, start + opening, end, start + opening)
}

function readList(text: string, start: number, end: number, from: number): Assignment | undefined {
  const window = text.slice(start, Math.min(end, start + 120))
  const verb = VERB.exec(window)
  if (!verb || verb.index < 2 || DESCRIBES.test(window.slice(verb.index + verb[0].length))) return undefined
  const units = unitsOf(text, start, start + verb.index)
  const words = units.map((unit) => text.slice(unit.start, unit.end))
  if (units.length === 0 || !words.every((word) => isUnit(word) && !GENERIC.test(word))) return undefined
  const role = verb[0] === '会同' ? 'lead' : roleOf(verb[0])
  return { start: from, end: start + verb.index + verb[0].length, role, units, rule: 'clause' }
}

/** 「县局成立专家组，负责评估」: the subject stands a clause before. */
function readElided(text: string, start: number, end: number, subject: Piece | undefined): Assignment | undefined {
  const verb = /^(?:并|具体|统一)*(?:负责|牵头)(?!人|制|任|的)/.exec(text.slice(start, Math.min(end, start + 10)))
  if (!verb || !subject) return undefined
  return { start: subject.start, end: start + verb[0].length, role: 'lead', units: [subject], rule: 'clause' }
}

/** The body with which a clause begins, the longest that fits: 「县局成立…」 → 县局. */
function subjectOf(text: string, start: number, end: number): Piece | undefined {
  for (let to = Math.min(end, start + 16); to - start >= 2; to--) {
    const word = text.slice(start, to)
    if (isUnit(word) && !GENERIC.test(word) && !/成立|设立|制定|创建|承担|组建|定期/.test(word))
      return { start, end: to }
  }
  return undefined
}
