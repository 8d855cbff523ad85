import type { Clause } from './clause.js'
import { isDenied } from './denied.js'
import { isMeasure } from './scope.js'

const NOT_COUNTED =
  /^的?(?:大)?(?:方面|环节|阶段|步骤|层面|维度|部分|原则|要点|篇章|字|文明|关系|转变|统一|坚持|意识|自信|维护|确立|革命|面向|责任|百分|不|问题(?!.{0,4}整改)|矛盾|特色|抓手|(?:重大|重要)(?![一-龥]{2})|专班|部门联合|单位联合|代表|附件|表格|编|总长|全长|月|学年|学期|财政年度|季度|会议|全会|全体会议|党代会|代表大会|常委会|时段|档次|批次|等次|亮点|倡议|关键|着力|文章|大文章|张牌|场硬仗|领域(?!.{0,3}[制标])|方向|层次|台阶|新台阶|高地|现代化|体系)/
/** Terms of an examination, papers to hand in, hints to visitors of a page. */
const EXAM = /笔试|面试|满分|总成绩|复印件|照片|分辨率|\d×\d|学分绩点|及格线/
/** A rank, a run of years, an order: 居全国前10位, 连续30个月, 排名由369位. */
const RANK = /(?:前|后|第|居|列|排名?|位次|名次|连续|时隔|历时|耗时|近|过去|今后|未来|超前|提速)$/
const DURATION_NAME =
  /(?:天数|时间|时长|时限|周期|年限|期限|寿命|住院日|工期|有效期|服务期|产假|假期|工时|学制|有效|日|月|年限|用时|时效|学时|课时)$/

const MAKES = /新建|建成|新增|打造|培育|建设|创建|配备|配置|引进|申报|设立/

/** 三个方面, 十项工程: a small number in words counts only where a verb or a bound sets it. */
function isFigureOfSpeech({ q, text, tail, head, verb }: Clause): boolean {
  if (/^[眼头口期门道架列本块孔根颗粒顶盆盒袋箱匹尾剂单笔款班方里度分]|^批次/.test(q.unit)) return true
  if (
    !/^[个项种类条次件批级门组道本部名位人口方对场期支点张面套届成家户所栋幢间]|^大/.test(q.unit) ||
    q.unit === '个百分点'
  )
    return false
  const set = tail.comparator !== undefined || tail.level === 'set' || MAKES.test(verb ?? head.verb ?? '') || head.scope
  if (!set) return true
  const each = /每|各/.test(text.slice(Math.max(0, q.start - 14), q.start))
  return (q.value ?? 0) < 2 && tail.comparator === undefined && !each
}

const FINES = /(?<![各到此多惩查判])处(?![理置长级])/
const FINE = /^(?:[\d.一二三四五六七八九十百千万亿]+[元倍](?:以[上下])?)?的?(?:人民币)?罚[款金]/
const FINED = /已|共|累计|合计|收缴|罚没|^对?\d/
/** 基准利率的2倍∣支付违约金 */
const OWED = /^的?(?:比例|标准)?(?:支付|加收|计收|收取|缴纳|赔偿|处)[^,;。]{0,4}(?:违约金|滞纳金|罚息|赔偿|罚款|利息)/

/** 与∣654家∣重点景区比较 */
const AGAINST = /^[^,;。\d]{1,10}(?:比较|相比)/
/** What a law sets for a breach, not what was fined: 处∣5万元以上∣20万元以下罚款. */
function isPenalty({ text, q }: Clause): boolean {
  if (q.kind !== 'money' && q.kind !== 'rate') return false
  const after = text.slice(q.end, q.end + 20)
  if (q.kind === 'rate' && OWED.test(after)) return true
  if (!after.includes('罚') || !FINE.test(after)) return false
  const before = text
    .slice(Math.max(0, q.start - 28), q.start)
    .split(/[,;。:]/)
    .at(-1)!
  return FINES.test(before) && !FINED.test(before)
}

/** The size of what a share is of: 占年初预算∣10000万元∣的40%. */
const isWhole = ({ text, q }: Clause): boolean =>
  /^的\d[\d.]*[%‰]/.test(text.slice(q.end, q.end + 9)) &&
  /(?:占|完成|相当于|达到|为|是|超)[^,;。、\d]{2,16}$/.test(text.slice(Math.max(0, q.start - 20), q.start))

/** 贫困发生率在20%以上∣的贫困村92个 */
const OF_COUNTED = /^的[^,;。、\d]{2,12}(?:\d+[个家户名所条]|实现“?(?:破零|零的?突破))/

/** A bound that only describes the noun behind it: 50张床位以上的医院, 7万吨级项目. */
function describesNoun({ q, text, tail, core, head, verb }: Clause): boolean {
  const after = text.slice(q.end, q.end + 12)
  if (
    q.kind === 'money' &&
    /^(?:投资)?(?:企业|项目|产业|集群|[县镇村](?![级域])|园区|平台)/.test(after) &&
    tail.comparator === '>' &&
    core.length < 2
  )
    return true
  if (q.kind === 'count' && /以[上下]$/.test(text.slice(q.start, q.end)) && /^[^,;。、]{2,9}全部/.test(after))
    return true
  if (
    /^(?:的有|的?基础上|的(?:投资)?(?:回报|收益|利息|孳息)|之(?![前后内外间]))/.test(after) ||
    (q.kind === 'count' && /^[^,;。、\d]{1,8}(?:中(?:,|共|有|已)|已有\d)/.test(after))
  )
    return true
  if (
    q.kind !== 'count' &&
    (q.comparator ?? tail.comparator ?? tail.level) !== undefined &&
    OF_COUNTED.test(text.slice(q.end, q.end + 16))
  )
    return true
  if (!/^的?[\u4e00-\u9fff“]{2}/.test(after) || q.kind === 'rate') return false
  if (q.kind === 'measure' && core === '' && MEETS.test(text.slice(q.end, q.end + 24))) return false
  if (/以上|以下|以内|之内/.test(text.slice(q.end - 3, q.end)) && (q.kind !== 'count' || after[0] === '的'))
    return !tail.level && !tail.change && tail.comparator !== '>='
  if (q.kind !== 'measure' || after[0] === '的') return false
  return core.length > 1 && !verb && !tail.words.length && !head.verb
}

/** 30平方公里以上∣建成区面积达到建设要求 */
const MEETS = /^[^,;。的\d]{2,12}?(?:面积|里程|长度|岸线|管网|道路|耕地)(?:达到|符合|满足|完成|实现)/

/** 建成3个∣村的卫生室20个 */
const OWNER_OF_COUNT =
  /^[^,;。、:()\d的]{1,6}的[^,;。、:()\d的]{2,10}\d[\d.]*万?[个家所座处人户名条套台间栋幢盏辆块片张]/
/** 5个∣县的贫困发生率降至2%: how many there are of what is measured. */
const OWNERS =
  /^[^,;。、:()\d的]{1,10}的([^,;。:()\d]{2,16}?)(?:分别|均|都|将|要|应|由|为|达到?|[提升降压缩增减控保][^,;。:()\d]{0,4}[到至在为])+[^,;。:()\d]{0,6}\d/

/** True for the words behind a count that tell what is measured of what it counts. */
function isOwner(after: string): boolean {
  if (!after.slice(1, 12).includes('的')) return false
  const measured = OWNERS.exec(after)?.[1]
  return (measured !== undefined && isMeasure(measured)) || OWNER_OF_COUNT.test(after)
}

/** 占地1.5公顷(合∣22.5亩∣): the same in another unit. */
const CONVERTED = /\d[万亿]?[^\d()、,;。]{1,4}\((?:约?[折]?合|折算|约?相当于)(?:约|为)?(?:人民币|港币|美元)?$/

/** 每超∣1亿元∣给予8万元, 每新增∣10人∣: what a sum is given for once more. */
const STEP =
  /每(?:多|超过?|满|新增|增[长加]|提[高升]|下降|降低|减少|上升|达到?|完成|引进|实现|新建|建成|培训|吸纳|安置|销售)约?$/

/** 现金1万澳门元(约∣新台币4万元∣): a sum in another currency. */
const isExchanged = ({ text, q, last }: Clause, before: string): boolean =>
  q.kind === 'money' &&
  text[q.end] === ')' &&
  /\((?:大?约|即|折?合)*$/.test(before) &&
  /元$/.test(last?.unit ?? '') &&
  (last!.unit !== q.unit || !/^[\d一二三四五六七八九十百千万亿]/.test(text.slice(q.start)))

/** 按每∣1000人∣配备1名: what a norm is set for. */
const BASIS_OF_NORM =
  /^口?(?:至少|应当?|须|要|原则上)*(?:配[备置建]|设[置立]?|建[有设]?|安排|拥有|有|不少于|不低于|不超过)/
/** 三分之一∣县(市、区)年均浓度保持在25: whose measure it is. */
const SHARE_OF_OWNERS =
  /^的?(?:县|市|区|镇|乡|村|街道|企业|学校|医院|机构|园区|地区|城市)(?:\([^()]{1,8}\))?([^,;。:的\d]*[^,;。:]{2,12}?)(?:均|都|要|应|力争)*(?:达到?|保持在|控制在|降[到至]|提高到|不低于|不超过|稳定在)[^,;。\d]{0,4}\d/
/** 由二十个部门∣印发的 */
const WHO_ISSUES =
  /^[^,;。\d]{0,4}?(?:部门|单位|厅局|部委|委办局|机构)(?:联合|共同)?(?:印发|制定|发布|出台|颁布|下发|编制)/

/** 低保户、五保户、残疾人家庭∣3类∣重点对象: how many kinds the list before it names. */
function countsItsList({ text, q, start }: Clause): boolean {
  if (!/^(?:类|种|大类|项)$/.test(q.unit) || q.value === undefined || q.value < 2) return false
  const before = text.slice(Math.max(start, q.start - 60), q.start)
  return !before.endsWith('等') && before.split(/[、和与及]/).length === q.value
}

/** True for numbers that say whose measure follows, who acts, or how many parts a text or a list has. */
function isOfOthers(clause: Clause, before: string): boolean {
  const { q, text } = clause
  const after = text.slice(q.end, q.end + 44)
  if (q.kind === 'count' && /每$/.test(before) && BASIS_OF_NORM.test(after)) return true
  if (q.unit === '1' && isMeasure(SHARE_OF_OWNERS.exec(after)?.[1] ?? '')) return true
  if (q.kind === 'count' && /^[个家]$/.test(q.unit) && WHO_ISSUES.test(after) && /[由等]/.test(before)) return true
  if (/^[条项款章节]$/.test(q.unit) && /\d(?:个?(?:大?部分|方面)|[章节])共?$/.test(before)) return true
  return countsItsList(clause)
}

/** True where the words around a number make it a part of speech: 个方面, 在3个县开展, 把5个镇, 坚持三个统一. */
function isPartOfSpeech({ q, text, core }: Clause, before: string, after: string): boolean {
  if (/^坚持/.test(core)) return true
  if (/^[项条]$/.test(q.unit) && /^(?:重点)?(?:任务|措施|内容)/.test(after) && /个(?:方面|部分|领域),共?$/.test(before))
    return true
  if (q.spelt && q.unit === '类' && /^[^,;。、]{1,8}的/.test(after)) return true
  if (q.kind !== 'count') return false
  if (NOT_COUNTED.test(after) && !/^不[^得能应]/.test(after)) return true
  if (after.includes('比') && AGAINST.test(after) && /[与和同较]/.test(before)) return true
  return text[q.start - 1] === '把' || (text[q.start - 1] === '在' && /^[^,;。\d]{1,16}\d/.test(after))
}

/** True for a number of something else than what is set or reported: steps, owners, wholes, fines, examinations. */
function isBeside(clause: Clause, before: string, after: string): boolean {
  const { q, text } = clause
  if (/相当于[^,;。的]{0,8}$/.test(before) || STEP.test(before) || /^[^,;。]{0,4}抽样/.test(after)) return true
  if (q.kind === 'money' && /^的?部分/.test(after)) return true
  if (q.kind === 'rate' && /^(?:按揭|新的?[,;。])/.test(after)) return true
  if (q.kind === 'count' && isOwner(text.slice(q.end, q.end + 44))) return true
  if (isOfOthers(clause, before) || isWhole(clause) || isPenalty(clause) || isDenied(clause)) return true
  if (q.unit === '份' && before.endsWith('一式')) return true
  if (EXAM.test(text.slice(Math.max(0, q.start - 12), q.end + 6))) return true
  return /^的[,;。:]/.test(after) && /[上下内]$/.test(text.slice(q.start, q.end))
}

/** True for a length of time that no measure is said of: 连续30个月, 每天2小时. */
function isMereTime({ q, text, core, tail, last }: Clause, after: string, linked: boolean): boolean {
  if (text[q.start - 1] === '至' && q.unit === '年') return true
  if (/^每[周天日年月次]$|不少于.*每[周天日]$/.test(core + (tail.per ?? ''))) return true
  if (!(after === '' || /^[,、;。:)]/.test(after)) || (q.value ?? 0) > 2000) return true
  if (core.length < 2) return !(tail.change && last?.unit === q.unit)
  return !(linked || DURATION_NAME.test(core)) || RANK.test(core)
}

/** True for a place in an order, or a grade: 前10位, 7万吨级. */
function isRank({ q, text, start }: Clause, after: string): boolean {
  if (/^[位名届]$/.test(q.unit) && RANK.test(text.slice(Math.max(0, q.start - 3), q.start))) return true
  if (q.unit === '位' && /排名|位次|位列|位居|居/.test(text.slice(start, q.start))) return true
  return /^级|^[型式]/.test(after) || (q.kind === 'measure' && /^(?:级|线|高空|跑|长跑|以外|之外|高程|深)/.test(after))
}

/** 每季度一次 */
const EVERY = /每(?:\d{1,2}|[两三四五])?个?(?:年|月|季|周|半年|半个月|学期|人|季度)/

/** True where a quantity only qualifies or describes: 三个方面, 24小时, 65岁以上老年人, 前10位. */
export function isNoIndicator(clause: Clause): boolean {
  const { q, text, tail, core, based } = clause
  const after = text.slice(q.end, q.end + 12)
  const before = text.slice(Math.max(0, q.start - 20), q.start)
  const linked = tail.words.length > 0 || tail.of !== undefined || based
  if (isPartOfSpeech(clause, before, after)) return true
  if ((CONVERTED.test(before) && text[q.end] === ')') || isExchanged(clause, before)) return true
  if (q.kind === 'none') return !(/(?:指数|系数|得分|分值|值|收入比)$/.test(core) && linked)
  if (isBeside(clause, before, after)) return true
  if (q.kind === 'age') return !(/寿命|平均年龄/.test(core) || (based && /年龄$/.test(core)))
  if (q.kind === 'duration') return isMereTime(clause, after, linked)
  if (isRank(clause, after) || (q.spelt && isFigureOfSpeech(clause))) return true
  if (q.unit === '次' && EVERY.test(before.slice(-16))) return (tail.comparator ?? q.comparator) === undefined
  if (q.kind === 'count' && /^[^,;。]{0,20}(?:牵头|具体负责)/.test(after)) return true
  return describesNoun(clause)
}
