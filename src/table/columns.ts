import { FIVE_YEAR_PLANS } from '../data/periods.js'
import { unitIn } from './unit.js'

/** What the cells of a column are. */
export type Role =
  | 'index'
  | 'category'
  | 'name'
  | 'unit'
  | 'value'
  | 'growth'
  | 'attribute'
  | 'task'
  | 'lead'
  | 'support'
  | 'supervise'
  | 'deadline'
  | 'score'
  | 'text'

/** A column as its header describes it. */
export interface Column {
  readonly role: Role
  /** The header without white space. */
  readonly label: string
  /** 「2025年目标值（%）」 → % */
  readonly unit?: string
  /** First and last year that a header of values names: 「2025年」 → 2025, 2025 */
  readonly years?: readonly [first: number, last: number]
  /** 「到2025年」「2025年底」: reached by then, not during it. */
  readonly by?: true
  /** The part of the year that a header names, as EDTF writes it behind the year: 「三季度」 → 35, 「上半年」 → 40, 「3月」 → 03 */
  readonly part?: string
  /** What the header says of its values: reached already (现状值), or set (目标值). */
  readonly tense?: 'base' | 'goal'
  /** It names indicators by what stands in it, not by its header. */
  readonly guessed?: true
}

const UNITS = '(?:单位|部门|主体|机关|科室|处室|股室)'
const LEVEL = '(?:省级|市级|区级|县级|镇级|省直|市直|区直|县直|市|区|县)?'
/** Headers that name one role whole: 「牵头单位」「完成时限」「指标名称」. */
const ROLES: readonly (readonly [role: Role, header: RegExp])[] = [
  ['index', /^(?:序号|编号|序|项次|no\.?)$/i],
  [
    'lead',
    new RegExp(`^${LEVEL}(?:牵头|责任|负责|主办|承办|主责|主要责任|第一责任|实施|落实|完成|建设)+(?:责任)?${UNITS}$`),
  ],
  ['support', new RegExp(`^${LEVEL}(?:配合|协办|参与|参加|协同|协作|协助|支持|协同配合)(?:责任)?${UNITS}$`)],
  ['supervise', new RegExp(`^${LEVEL}(?:指导|督导|监督|督促|督办|监管)${UNITS}$`)],
  [
    'deadline',
    /^(?:计划|预计|拟|要求|预期|最后|最迟)?(?:完成|办结|责任|工作|任务|推进|实施|落实|整改)?(?:时限|时间|期限|年限|日期|时间节点)(?:要求|安排|节点|进度)?$|^进度(?:要求|安排)$/,
  ],
  [
    'score',
    /^(?:分值|权重|满分|得分|自评分?|评分|(?:评分|计分|扣分|赋分|考评|考核)(?:标准|办法|细则|方法|依据))(?:值|\(分\))?$/,
  ],
  ['attribute', /^(?:指标)?(?:属性|性质)$|^约束(?:力|性质)$/],
  ['unit', /^(?:计量|计算|指标|数量)?单位$/],
  ['category', /^(?:指标)?(?:类别|类型|分类|领域|维度|板块|方面|大类|项目类别)$|^(?:一级|目标层)指标$/],
  [
    'name',
    /^(?:主要|具体|核心|考核|评价|监测|发展|二级|三级|预期|重点|绩效|规划|工作|目标|任务|建设|统计)*指标(?:名称|内容|项目)?$/,
  ],
  [
    'task',
    /^(?:主要|重点|具体|工作|目标|建设|改革|年度|分解|专项|责任|整改|推进)*(?:任务|事项|举措|措施|工作|内容|行动|项目|工程)(?:名称|内容|分解|要点|清单|举措|措施|要求|目标|及要求|和要求|事项|任务)*$/,
  ],
]
const GROWTH = /年均|增速|增长|增幅|年增|累计/
const BASE = /现状|基期|基准|基数|基础值|现值|实际|实绩|完成|达到值|已/
const GOAL = /目标|规划|计划|预期|任务|指标值|考核|标准/
/** A header of values that names no year: 「目标值」「现状值」「指标值」「计划数」. */
const VALUES =
  /^(?:.{0,6}(?:现状|基期|基准|实际|实绩|目标|规划|计划|预期|任务|指标|考核|完成|年度))(?:值|数|数值|量|目标|任务|情况|任务数|目标值)?$|^(?:目标|数值|现值|目标要求|目标任务)$/
const YEARS = /(?<!\d)((?:19|20)\d{2})年?(?:[-至到]+((?:19|20)\d{2}))?(?!\d)/
/** Years that a header of values may hold, and nothing else that would make it a sentence. */
const LONGEST = 24

/** What a header says its column holds: 「2025年目标值（%）」 → values, 2025, in %, set. Folded, without white space. */
export function columnOf(label: string): Column {
  const { unit, rest } = unitIn(label)
  const bare = rest.replace(/[:：*]$|\((?:计量)?单位\)$/g, '')
  const base = { label: bare, ...(unit && { unit }) }
  for (const [role, header] of ROLES) if (header.test(bare)) return { ...base, role }
  if (bare.length > LONGEST) return { ...base, role: 'text' }
  const tense = GOAL.test(bare) ? 'goal' : BASE.test(bare) ? 'base' : undefined
  const part = partOf(bare)
  const read: Omit<Column, 'role'> = { ...base, ...yearsOf(bare), ...(tense && { tense }), ...(part && { part }) }
  if (GROWTH.test(bare) && !/(?:目标值?|任务数?)$/.test(bare)) return { ...read, role: 'growth' }
  if (read.years || part || VALUES.test(bare)) return { ...read, role: 'value' }
  return { ...base, role: 'text' }
}

/** 「一季度」「第3季度」「上半年」「3月份」, at the end of a header or before what all of them say: 「三季度目标」. */
const PART =
  /(?:第?([一二三四1-4])季度|([上下])半年|(?<!\d|[-—至到年]\d?)(1[0-2]|[1-9])月份?)(?=$|\(|.{0,4}(?:数|值|额|量|目标|任务|计划|安排|投资|完成)$)/

function partOf(label: string): string | undefined {
  const [, quarter, half, month] = PART.exec(label) ?? []
  if (quarter) return String(33 + ('一二三四1234'.indexOf(quarter) % 4))
  if (half) return half === '上' ? '40' : '41'
  return month?.padStart(2, '0')
}

/** What no measure is in the header of a value: when it holds, and that it is a value. */
const WHEN =
  /(?:到|至)?(?<!\d)(?:19|20)\d{2}年?(?:[-至到]+(?:19|20)\d{2}年?)?(?:年?度|年?底|年?末)?|[“"]?十?[一二三四五六七]五[”"]?(?:期?末|时期|期间)?|第?[一二三四1-4]季度|[上下]半年|\d{1,2}月份?/g
const GENERIC =
  /^(?:年度?|全年|当年|实际|实绩|预计|目标|规划|计划|预期|任务|指标|考核|完成|预算|执行|决算|现状|基期|基准|基数|现值|数值?|数量|值|量|情况|安排|要求|总|\(\))*$/
/** 「造林目标」 → 造林 */
const TAIL = /(?:目标|任务|计划|规划|指标)(?:数|值|量)?$/

/** What a header of values measures, `''` where it only says when: 「2025年造林目标」 → 造林; 「2025年目标值」 → '' */
export function measureIn(label: string): string {
  const rest = label.replace(WHEN, '').replace(/^年/, '')
  if (GENERIC.test(rest)) return ''
  const bare = rest.replace(TAIL, '')
  return GENERIC.test(bare) ? '' : bare
}

function yearsOf(label: string): Pick<Column, 'years' | 'by'> {
  const match = YEARS.exec(label)
  if (match) {
    const first = Number(match[1])
    const last = Number(match[2] ?? match[1])
    const by = /^[到至]/.test(label) || /\d年(?:底|末)/.test(label)
    return last >= first ? { years: [first, last] as const, ...(by && { by: true as const }) } : {}
  }
  const plan = /[“"]?(十?[一二三四五六]五)[”"]?(?:期?末|时期|期间|规划|目标)/.exec(label)?.[1]
  const period = plan === undefined ? undefined : FIVE_YEAR_PLANS[plan]
  if (!period) return {}
  return { years: /末|目标|规划/.test(label) ? ([period[1], period[1]] as const) : period }
}
