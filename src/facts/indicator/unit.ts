import { AGES, COUNTS, DURATIONS, MEASURES, MONEY, RATES } from '../../data/units.js'
import { matchAt } from '../../text/match.js'
import { lexicon } from './lexicon.js'

export type UnitKind = 'rate' | 'money' | 'measure' | 'duration' | 'age' | 'count' | 'none'

/** A unit with its words, its kind and the offset behind it. */
export interface Unit {
  unit: string
  kind: UnitKind
  end: number
}

const KINDS = new Map<string, UnitKind>()
for (const [kind, units] of [
  ['count', COUNTS],
  ['duration', DURATIONS],
  ['age', AGES],
  ['measure', MEASURES],
  ['money', MONEY],
  ['rate', RATES],
] as const)
  for (const unit of units) KINDS.set(unit, kind)
const unitAt = lexicon(KINDS.keys())

/** What a unit may be counted by, behind a slash, beside the units themselves. */
const denominatorAt = lexicon([
  ...['人年', '人·年', '千人', '万人', '学年', '季度', '学期', '月', '床', '村', '标准立方米', '标方'],
  ...KINDS.keys(),
])

/** Characters behind which a classifier is no unit but begins a word: 部门, 条例, 人才, 分别. */
const NOT_UNIT =
  /部[门委分]|台阶|条例|人[大民员才均口社物力机]|期间|所[有属在]|本[科级地市]|类似|次性|位[居列于置]|分[别类级钟布管行局中之]|场[所景馆地]|名[录单优称师城]|度假|天[然津]|对[接口外象标于照应]|组[织建]|批[发准]|起[来步草]|口[岸腔]|支[持撑部出行付]|片区|级|升级|方[面案式向法位]|里程|成[立为本员果]|点位|家庭|款项|项目|倍增|成[套品]|道路|班[子组]|张家|站点|年代|节[约能点]|件均|座谈|条件|斤斤|位数|克服|课程|校[区园长外内服舍友徽车训]/y
const CLASSIFIER_BEFORE_POINT = /\/(10万|十万|百万|万|千)(?!元|吨|亩|个|家|台|户|名)人?/y

/** The end of further units in brackets behind a unit: 个(家), 所(个、处)次; the offset itself where there are none. */
function endOfOthers(text: string, at: number): number {
  if (text[at] !== '(') return at
  let i = at + 1
  while (text[i] !== ')') {
    if ('、/或'.includes(text[i] ?? '-')) i++
    const other = unitAt(text, i, text.length)
    if (other === undefined) return at
    i += other.length
  }
  return i === at + 1 ? at : i + (text[i + 1] === '次' ? 2 : 1)
}

/** The end of what a unit is counted by: 元/人·年, 元/人/月, 立方米/天; the offset itself where it is none. */
function endOfDenominator(text: string, at: number, measured: boolean): number {
  if (text[at] !== '/' && !(measured && text[at] === '每')) return at
  const word = denominatorAt(text, at + 1, text.length)
  if (word === undefined) return at
  const end = at + 1 + word.length
  const twice = text[end] === '/' ? denominatorAt(text, end + 1, text.length) : undefined
  if (twice) return end + 1 + twice.length
  return text[end] === '·' && /[年月日天]/.test(text[end + 1] ?? '') ? end + 2 : end
}

/** The unit at an offset: 「元/人·年」, 「/10万」, 「个(家)」. */
export function readUnit(text: string, at: number): Unit | undefined {
  const per = matchAt(CLASSIFIER_BEFORE_POINT, text, at)
  if (per) return { unit: `/${per[1]!.replace('十万', '10万')}`, kind: 'rate', end: CLASSIFIER_BEFORE_POINT.lastIndex }
  const word = unitAt(text, at, text.length)
  if (word === undefined) return undefined
  const end = endOfDenominator(text, endOfOthers(text, at + word.length), KINDS.get(word) === 'measure')
  const unit = text.slice(at, end)
  if (unit.length <= 2 && matchAt(NOT_UNIT, text, at + word.length - 1)) return undefined
  if (/[a-z]$/i.test(unit) && /[a-z]/i.test(text[end] ?? '')) return undefined
  return { unit, kind: KINDS.get(word)!, end }
}
