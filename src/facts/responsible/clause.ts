import { among } from '../../text/match.js'
import { isUnit, type Piece, splitUnits } from '../../text/unit.js'
import { type Assignment, roleOf, unitsOf } from './role.js'

/** 「负责督查」「跟踪督办」「督促落实」 */
const WATCH = '督查|督办|监督|督导|指导|督促'
const VERB = new RegExp(
  [
    '牵头',
    `负责(?:(?:对[^,。;]{0,20}|跟踪|全程)?(?:${WATCH}))?(?!人|制|任|同志|干部)`,
    '[主承协]办(?!方|单位)',
    '联合(?=印发|发文|下发|开展|制定|出台|组织|举办|发布)',
    '配合(?:监督)?(?!比)',
    '协助|会同|参与$',
    `(?:${WATCH}){1,2}(?:落实|执行|实施)|全程(?:${WATCH})|跟踪(?:${WATCH})`,
  ].join('|'),
)
/** What a body that 由 introduces may do besides. */
const BY = new RegExp(`${VERB.source}|承担(?!单位|机构|主体|方|人|者|的)|组织实施|具体实施|落实`)
/** The verb describes something: 「市场监管部门牵头的联席会议」「由…负责、…参与的机制」. */
const DESCRIBES =
  /^(?:[、和或](?![^,;。]{2,40}?(?:配合|协助|参与|负责)(?:落实|实施)?(?:[,;。]|$))|占|作用|单位|部门|企业|下|[^,。;]{0,14}(?:、|和|共同)?(?:参与|配合|协同|落实)?的(?:工作)?(?:[^,。;]{0,6}(?:机制|格局|体系|体制|制度|会议|小组|模式)))|^的/
/** Words before the units of a clause. */
const OPENING =
  /^(?:[([](?![一二三四五六七八九十\d]+\)))?(?:\([一二三四五六七八九十\d]+\)|\d+[.、]|[一二三四五六七八九十]+、|[一二三四五六七八九十]是|第[一二三四五六七八九十百零]+条|经(?![信济贸开管委发])|同时|其中|并|要求|请|原则上|具体|今后|(?:以下|以上|上述|各项)(?:工作|任务|措施|事项|内容)*(?:均|都|全部)?)?(?:需|须|要)?(?:由|请|责成)?/
/** 「费用由施工单位承担」: who pays does no work. */
const COST = /(?:费用?|资金|经费|成本|投资|损失|贴|利息|运费|风险)$/
/** Bodies that are named by no name. */
const GENERIC =
  /^(?:有关|相关|其他|所属|下列|以下|上述|该|其|本)?(?:政府|部门|企业|单位|学校|党委|社会|各方|机构|市场|机关|系统|医院)$|^本[\u4e00-\u9fff]$/

/** Words of a clause that is no name: 「报秘书长批转有关委员会会同…」. */
const VERBAL =
  /呈请|报请|报送|提请|报秘书长|批转|建议|委托|督促|涉及|组成(?!部门|单位)|我们|参加|选派|指导|办理|所辖|拟订|^承担|对(?!外|口)|由|(?<![高初中])等/

const named = (word: string) =>
  (isUnit(word) && !GENERIC.test(word) && !VERBAL.test(word)) || /^各(?:地区?|地方|市县|县区|镇街|乡镇)$/.test(word)

const endsClause = among(',;:。!?)')

/** A bracket no longer than this is part of a name: 各县（市、区）政府. */
const ASIDE = 14

/** 「由市教育局牵头，市财政局配合」「县人民医院要负责…」: clauses of running text that assign work. */
export function clausesIn(text: string): Assignment[] {
  const out: Assignment[] = []
  let start = 0
  let open = -1
  let subjects: readonly Piece[] = []
  for (let at = 0; at <= text.length; at++) {
    if (text[at] === '(') open = at
    const closes = text[at] === ')'
    const inside = open >= 0 && at - open < ASIDE
    if (closes && inside) open = -1
    if (at < text.length && (inside || !endsClause(text, at))) continue
    const read = readBy(text, start, at) ?? readSubject(text, start, at) ?? readElided(text, start, at, subjects)
    if (read && (out.length > 0 || !text.startsWith('参与', read.end - 2)))
      out.push(read, ...helpersOf(text, read.end, at), ...furtherOf(text, read.end, at))
    const own = read?.units ?? subjectsOf(text, start, at)
    if (own.length > 0 || /[;。!?]/.test(text[at] ?? '')) subjects = own
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
  const verb = (text[from] === '由' ? BY : VERB).exec(window)
  if (!verb || verb.index < 2 || DESCRIBES.test(window.slice(verb.index + verb[0].length))) return undefined
  const units = unitsOf(text, start, start + verb.index)
  const isNamed = text[from] === '由' && verb[0].startsWith('牵头') ? mayLead : named
  if (units.length === 0 || !units.every((unit) => isNamed(text.slice(unit.start, unit.end)))) return undefined
  if (verb[0] === '承担' && COST.test(text.slice(Math.max(0, from - 4), from))) return undefined
  const role = verb[0] === '会同' ? 'lead' : roleOf(verb[0])
  return { start: from, end: start + verb.index + verb[0].length, role, units, rule: 'clause' }
}

/** 「由教育牵头」: what 由 and 牵头 enclose may be a line of work. */
const mayLead = (word: string) =>
  named(word) || (/^[\u4e00-\u9fff]{2,8}$/.test(word) && !GENERIC.test(word) && !/人$|[的和]/.test(word))

/** 「…会同市财政局、市审计局制定」: the bodies named behind 会同 help. */
function helpersOf(text: string, start: number, end: number): Assignment[] {
  const from = text.startsWith('会同', start - 2) ? start : text.startsWith('会同', start) ? start + 2 : undefined
  if (from === undefined) return []
  const units: Piece[] = []
  for (const piece of splitUnits(text.slice(from, Math.min(end, from + 120)))) {
    const unit = longestUnit(text, from + piece.start, from + piece.end)
    if (!unit) break
    units.push(unit)
    if (unit.end < from + piece.end) break
  }
  if (units.length === 0) return []
  return [{ start: units[0]!.start, end: units.at(-1)!.end, role: 'support', units, rule: 'clause' }]
}

/** 「市住建局牵头改造、∣市财政局和市民政局配合」: a second statement of the clause, behind a 、. */
function furtherOf(text: string, start: number, end: number): Assignment[] {
  for (let at = text.indexOf('、', start); at >= 0 && at < end; at = text.indexOf('、', at + 1)) {
    const read = readList(text, at + 1, end, at + 1)
    if (read) return [read, ...furtherOf(text, read.end, end)]
  }
  return []
}

function longestUnit(text: string, start: number, end: number): Piece | undefined {
  for (let to = Math.min(end, start + 20); to - start >= 3; to--)
    if (named(text.slice(start, to)) && !/^(?:有关|相关|其他)/.test(text.slice(start, to))) return { start, end: to }
  return undefined
}

/** The subject of a clause may stand no further before its verb. */
const FAR = 60

/** 「县局成立专家组，负责评估」: the subject stands a clause or two before. */
function readElided(text: string, start: number, end: number, subjects: readonly Piece[]): Assignment | undefined {
  const verb = /^(?:并|具体|统一|分别|主要|共同)*(?:负责|牵头)(?!人|制|任|的)/.exec(
    text.slice(start, Math.min(end, start + 10)),
  )
  const first = subjects[0]
  if (!verb || !first || start - first.end > FAR) return undefined
  return { start: first.start, end: start + verb[0].length, role: 'lead', units: subjects, rule: 'clause' }
}

/** Where the subject of a clause ends. */
const PREDICATE =
  /要|应(?!急)|须|将|负责|具体|按照?|根据|依托|依据|结合|在|设[在于立]|成立|组建|建立|是|为|对(?!外|口)|牵头|作为|每|定期|切实|认真|充分|做好|抓好|加强|\(|$/

/** The bodies with which a clause begins: 「县局成立…」 → 县局; 「设立督查办公室」 → 督查办公室. */
function subjectsOf(text: string, start: number, end: number): Piece[] {
  const clause = text.slice(start, Math.min(end, start + 60))
  const founded = /^(?:设立|成立|组建|下设)/.exec(clause)?.[0].length ?? 0
  const head = founded > 0 ? clause.length : clause.search(PREDICATE)
  const pieces = splitUnits(clause.slice(founded, head)).map((piece) => ({
    start: start + founded + piece.start,
    end: start + founded + piece.end,
  }))
  return pieces.every((piece) => named(text.slice(piece.start, piece.end))) ? pieces : []
}
