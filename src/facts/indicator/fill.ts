import { belongsToThing, belongsToWorks } from './belonging.js'
import { near, plainOf, type Rule, take } from './carry.js'
import { type Clause, clauseStart, type State } from './clause.js'
import { isNameless, type Named } from './name.js'
import { groupOnly, partByArea, partOfWhole, rateOfGroup, wholeOf } from './part.js'
import { FULL } from './phrase.js'
import { isMeasure, leadingGroup, splitScope } from './scope.js'
import { topicBefore } from './topic.js'

const BARE_MEASURE =
  /^(?:的)?(?:平均)?(?:幅度|总量|总数|总额|总计|(?:改造|建设|整治|任务)完成率|占比|比重|(?:年均|平均|同比)?(?:增速|增幅|降幅|涨幅)|余额|面积|完成率|覆盖率|达标率|普及率|合格率|满意率|参保率|入学率|就业率|规模|金额|数量|比例|存量|产量|签约率|建档率|办结率|治愈率|总产量|销售额|长度|均价|覆盖|覆盖面|销售收入|增加值|同口径)$/
/** A rate of two characters leaves out what it is the rate of: 整改率, 办结率; these do not. */
const OWN_RATE = /^(?:失业|赤字|出生|死亡|负债|贷款|城镇化|自给|存款|就业|增长|通胀|利润|汇兑|辍学|入学|贡献)率$/
const isBare = (name: string): boolean =>
  BARE_MEASURE.test(name) || (/^(?:按期|年度)?.{2}(?:率|涨幅)$/.test(name) && !OWN_RATE.test(name))

const GROWTH = /^(?:同比|环比|年均|比上年|较上年|年平均)(?:实际|名义)?(?:增长|下降|提高|减少|增加|提升)?$/
const GROWTH_END = /(?:同比|环比|年均)(?:实际|名义)?(?:增长|下降)$/
/** What is told by the head or by the day of what was told before. */
const PER_HEAD = /^(?:人均|户均|平均每[天月]|每[天日]|日均|月均)(?:增加|提高)?$/
const LEVEL = /^(?:国家|部|省|市|县|区|镇|村)级$/
/** What has a rate of its own: 物流中心∣覆盖率, not 重点人群∣覆盖率. */
const THING = /(?:中心|市场|基地|平台|设施|站点?|综合体|网络|网点|便利店)$/
const LEVELLED = /^(?:国家|部|省|市|县|区|镇|村)级/
const MADE_OF = /(?:(?:播种|种植)面积|(?:参保|就业)?人数|总量|总数|总额|总产值|数量|率)$/
/** What is told of the things that were counted before: 304个重点项目,∣完成投资∣4608亿元. */
const ATTRIBUTE =
  /^(?:新增|累计|其中)?(?:完成|年度|计划|概算|总|年|日|设计|协议|合同)*(?:投资|投资额|处理能力|产能|产值|装机|装机容量|供水能力|金额|引资|募集资金|占地面积|总金额|经费)$/
/** Stages of what was counted before: 开工5所,∣竣工∣3所. */
const STAGE =
  /^(?:新?开工|竣工|完工|分配入住|交付|投产|投用|改造提升|完成|上市|办结|整改|销号|达标|验收|入住|签约|动工|改造|修复|调整|优化调整|延伸)$/
const STAGE_END = /(?:新?开工|竣工|完工|建设|改造提升)$/
const WORKS = /(?:项目|工程)$/
/** 扣除留抵退税因素后 */
const PROVISO =
  /^(?:扣除|剔除|按)[^,;]{2,16}(?:后|口径|计算|因素|折算)$|^(?:按?[^,;]{0,12}汇率)?折[算合]$|^按?(?:可比|不变)(?:价格?|口径)(?:计算)?$/
const RANK_OF_LAST = /^(?:稳?居全?[国省]|跃居|位居|连续|约占)/

/** 「…规划目标13项」中已提前完成10项 */
const part: Rule = (named, { text, start, q, last }, state) => {
  const whole = /^(\d+[个项家名所]([^中]{2,12}))中(?:已|有)*((?:提前|超额)?.{0,4}?)$/.exec(text.slice(start, q.start))
  if (whole) return { ...named, name: `${whole[3] && `${whole[3]}的`}${whole[2]}`, of: whole[1]! }
  const said = /^中(?:已|有|已有)?(?:提前|超额)?(.{0,6}?)$/.exec(text.slice(start, q.start))
  if (!said || !last || state.end !== start) return undefined
  const did = text.slice(start + 1, q.start).replace(/^(?:已|有)+/, '')
  return { ...named, name: `${did && `${did}的`}${last.name}`, of: `${last.name}${last.value}${last.unit}` }
}

/** 占耕地面积的82%, 是2010年的2.2倍: said of the row before. */
const share: Rule = (named, clause, state) => {
  const { tail, core, last } = clause
  if (!near(clause, state) || !last) return undefined
  if (tail.of !== undefined && isNameless(core))
    return take(
      named,
      last,
      tail.words[0] === '完成' ? `${last.name}完成${tail.of}` : plainOf(last).replace(GROWTH_END, ''),
    )
  if (/^占.*(?:比重|比例|比)$/.test(named.name))
    return take(named, last, last.name.replace(GROWTH_END, '') + named.name)
  return RANK_OF_LAST.test(named.name) ? take(named, last) : undefined
}

const COUNTED = /^[个名家所座户人张辆台套件项处]$/

/** 存栏生猪12万头、∣羊∣3万只 */
const BEAST = /^[羊牛猪鸡鸭鹅鱼兔马驴]$/

/** 新建大棚∣每平方米 */
const PAID_PER = /每(?:平方米|亩|公顷|公里|米|吨|公斤|千克|立方米|千瓦时?|[头只羽株张辆台套个])$/
/** A bound so many times what is paid for one holds for all. */
const TIMES = 10

/** 已有8所∣投入使用: what became of what was counted before, or is spoken of. */
const become: Rule = (named, { text, start, q, last }, state) => {
  if (named.rule !== 'become') return undefined
  const whole = last?.unit === q.unit ? last.name : topicBefore(text, start, state)?.replace(/中$/, '')
  return whole ? { ...named, name: `${named.verb}的${whole.replace(/^.*的/, '')}` } : undefined
}

/** 开工900户, 基本建成∣700套(户) */
const sameHomes = (a = '', b: string): boolean => a === b || (/^[户套]/.test(a) && /^[户套]/.test(b))

/** A name that the clause leaves out altogether. */
const nothing: Rule = (named, clause, state) => {
  const { text, start, last } = clause
  if (!isNameless(named.name) && !PROVISO.test(named.name)) return undefined
  if (BEAST.test(named.name))
    return { ...named, name: (/(?:存栏|出栏)/.exec(last?.name ?? '')?.[0] ?? '') + named.name }
  if (state.whole && state.whole.end === state.end && clause.tail.words.includes('均'))
    return { ...named, name: state.whole.name }
  const stage = /^(?:基本)?建成$/.test(clause.tail.words[0] ?? '') && sameHomes(last?.unit, clause.q.unit)
  if (stage && near(clause, state))
    return take(named, last!, clause.tail.words[0]! + last!.name.replace(/^新?开工|新?开工$/, ''))
  const { q, tail } = clause
  const unlike =
    !tail.change &&
    ((q.kind === 'count' && /[%元]$|百分点$/.test(last?.unit ?? '')) ||
      (q.kind === 'count' &&
        state.end < start &&
        last?.unit !== q.unit &&
        /^[个家所座台套件项处]$/.test(last?.unit ?? '')) ||
      (q.kind === 'money' && COUNTED.test(last?.unit ?? '') && /^[^,;。:!?、)和]/.test(text.slice(q.end, q.end + 1))))
  if (last && !unlike && (state.end === start || near(clause, state))) {
    // 每平方米补助300元,最高不超过∣3万元: the bound of all that is paid.
    const all = tail.comparator === '<=' && q.kind === 'money' && (q.value ?? 0) >= TIMES * (last.value ?? Infinity)
    if (all && PAID_PER.test(last.scope ?? ''))
      return { ...named, name: last.name, scope: last.scope!.replace(PAID_PER, '') }
    if (q.kind === 'rate' && !tail.change && /元$/.test(last.unit) && tail.words.includes('完成'))
      return take(named, last, `${last.name}完成`)
    const plain = tail.words.some((word) => word.endsWith('完成'))
      ? plainOf(last).replace(/(?:任务|目标)$/, '')
      : plainOf(last)
    const sum = q.kind === 'money' ? plain.replace(/(?:占比|比重|比例)$|(?<=..)占[^占]{2,12}$/, '') : plain
    return take(named, last, tail.change && q.kind === 'rate' ? plain : sum.replace(GROWTH_END, ''))
  }
  const before = topicBefore(text, start, state)
  if (before && !before.startsWith('《')) return { ...named, ...splitScope(before) }
  const open = !unlike && state.end > 0 && !/;/.test(text.slice(state.end, start))
  return last && open ? take(named, last) : { ...named, name: '' }
}

/** 全覆盖 without a noun is said of the programme before it: 推行健康指导员制度,…全覆盖. */
const programme: Rule = (named, { text, start }) => {
  if (named.name !== '覆盖率' || named.rule !== 'full-coverage') return undefined
  const programmes = [
    ...text
      .slice(Math.max(0, start - 240), start)
      .matchAll(/(?:推进|推行|开展|实施|加强|实行|落实)([^,;。、\d]{4,20})(?=,)/g),
  ]
  return programmes.length > 0 ? { ...named, name: `${programmes.at(-1)![1]}覆盖率` } : undefined
}

/** Who joins and leaves what was counted before: 城市低保新增276户,∣退出∣374户. */
const LEAVES = /^(?:退出|调[出进入]|注销|销户|新识别)$/
const MOVED = /^(?:退出|调[出进入]|注销)(?=.)|(?:退出|调[出进入]|注销)$/
const movement: Rule = (named, { q }, state) => {
  const whole = LEAVES.test(named.name) && wholeOf(q.unit, state)
  return whole
    ? take(named, whole, MOVED.test(whole.name) ? whole.name.replace(MOVED, named.name) : whole.name + named.name)
    : undefined
}

const PAIRED = /^(?:存栏|出栏|开工|竣工|出口|进口|招生|毕业)$/
/** What is told beside its counterpart: 生猪存栏112.8万头,∣出栏∣176.5万头. */
const counterpart: Rule = (named, clause, state) => {
  const { q, last } = clause
  const other = last && PAIRED.exec(named.name) && /(?:存栏|出栏|出口|进口|招生|毕业)$/.exec(last.name)
  if (!other || last.unit !== q.unit || !near(clause, state) || other[0] === named.name) return undefined
  return take(named, last, last.name.slice(0, other.index) + named.name)
}

/** What is told by the head is small: 3.2 and 3.8, not 7 and 5000. */
const isAlike = (a = 0, b = 0) => a < b * 5 && b < a * 5

/** 每千人口∣拥有执业医师3.2人、∣注册护士∣3.8人 */
const perHead: Rule = (named, clause, state) => {
  const { joined, last, q } = clause
  const alike =
    last?.unit === q.unit &&
    !named.scope &&
    isMeasure(named.name) &&
    near(clause, state) &&
    isAlike(q.value, last.value)
  const per =
    (joined || alike) &&
    /^每[百千万]名?(?:常住|户籍|老年)?(?:人口?|老年人|儿童|学生|劳动力)(?:口?拥有)?/.exec(last?.name ?? '')
  return per && !named.name.startsWith('每') ? { ...named, name: per[0] + named.name } : undefined
}

/** 其中:高速公路完成36.2亿元, where investment is told of. */
const invested: Rule = (named, { tail, q, last }) =>
  q.kind === 'money' && tail.words.includes('完成') && !isMeasure(named.name) && /投资$/.test(last?.name ?? '')
    ? { ...named, name: `${named.name}完成投资` }
    : undefined

/** 完成营业性客运量83亿人次,∣铁路∣完成26亿人次: who has what part of a traffic or an output. */
const carried: Rule = (named, { tail, q, text, start }, state) => {
  if (named.scope || named.name.length > 6 || !tail.words.includes('完成') || /^(?:money|rate)$/.test(q.kind))
    return undefined
  const whole = state.rows.findLast((row) => row.unit === q.unit && !row.change && /[量数额]$/.test(row.name))
  return whole && !isMeasure(named.name) && !text.slice(0, start).endsWith(';')
    ? take({ ...named, scope: named.name }, whole)
    : undefined
}

/** How the row before grew: 产值100亿元,∣同比增长∣2.8%. */
const growthOfLast: Rule = (named, clause, state) => {
  const { last, q, text } = clause
  if (!last || !near(clause, state)) return undefined
  const plain = plainOf(last).replace(GROWTH_END, '')
  if (GROWTH.test(named.name)) return take(named, last, plain + named.name)
  const years =
    named.name === '平均增长' && /[两二三四五六\d]年(?=平均增长)/.exec(text.slice(Math.max(0, q.start - 6), q.start))
  return years ? take(named, last, plain + years[0] + named.name) : undefined
}

/** Another grade or stage of what was counted before: 国家级平台2个、∣省级∣6个, 开工5所,∣竣工∣3所. */
const stageOfLast: Rule = (named, clause, state) => {
  const { last, q } = clause
  const { name } = named
  if (!last || !near(clause, state)) return undefined
  if (/^(?:惠及|受益|覆盖)$/.test(name) && /^[人户名家]/.test(q.unit)) return take(named, last, last.name + name)
  if (PER_HEAD.test(name)) return take(named, last, last.name + name)
  if (q.unit !== last.unit) return undefined
  if (LEVEL.test(name) && LEVELLED.test(last.name)) return { ...named, name: last.name.replace(LEVELLED, name) }
  const counted = last.name.length > 3 || /^(?:问题|项目|案件|提案|议案|建议|线索|诉求|工单|事项)$/.test(last.name)
  return STAGE.test(name) && counted ? take(named, last, last.name.replace(STAGE_END, '') + name) : undefined
}

/** What the things have that were counted before: 304个重点项目,∣完成投资∣4608亿元. */
const attributeOfLast: Rule = (named, clause, state) => {
  const { last, text, start } = clause
  if (!last || !near(clause, state) || named.scope || !ATTRIBUTE.test(named.name)) return undefined
  if (isMeasure(last.name) || /[占用征]地$/.test(last.name) || /^,?并/.test(text.slice(start - 1, start + 1)))
    return undefined
  const works = /设备|企业/.test(last.name) && state.rows.slice(-3).find((row) => WORKS.test(row.name))
  return { ...named, scope: (works || last).name }
}

/** A name that only says what is measured of the row before: 占比46%, 产量. */
const measureOfLast: Rule = (named, clause, state) => {
  const { last } = clause
  if (!last || !near(clause, state) || !isBare(named.name)) return undefined
  const measure = named.name.replace(/^的/, '')
  if (measure === '同口径') return take(named, last)
  if (named.scope && !last.name.endsWith(measure)) return undefined
  if (named.scope && THING.test(named.scope)) return { ...named, name: named.scope + measure, scope: '' }
  if (measure === '幅度') return take(named, last)
  if (measure.startsWith(last.name)) return take(named, last, measure)
  if (/[个名人户家座条所]/.test(last.unit) && /率$/.test(measure) && !isMeasure(last.name))
    return {
      ...named,
      scope: last.name.replace(/^.*的/, '').replace(new RegExp(`(?<=..)${measure.slice(0, 2)}$`), ''),
      name: measure,
    }
  const base = last.name
    .replace(GROWTH_END, '')
    .replace(/率$/.test(measure) ? /(?:(?:按[时期])?.{2}率|(?:参保)?人数)$/ : MADE_OF, '')
  if (/^总[量数]$/.test(measure)) return take(named, last, last.name.replace(/^新(?:登记|增|注册|设立?)/, '') + measure)
  const said = measure.slice(0, 2)
  if (measure.length > 2 && base.length > 3 && base.endsWith(said))
    return take(named, last, base.slice(0, -2) + measure)
  const twice = base.startsWith(said) && measure.length > 2
  return take(named, last, last.name.endsWith(measure) ? last.name : `${twice ? base.slice(2) : base}${measure}`)
}

const measureOfTopic: Rule = (named, { text, start }, state) => {
  if (!(isBare(named.name) || PER_HEAD.test(named.name)) || named.scope) return undefined
  const before = topicBefore(text, start, state)
  const group = before && leadingGroup(before)
  if (group && /^(?:全面|普遍)?(?:实行|实施|开展|进行)/.test(group[1])) return { ...named, scope: group[0] }
  return before ? { ...named, name: `${before}${named.name.replace(/^的/, '')}` } : undefined
}

/** 全国就业人员中,第一产业就业人员∣占22.9%: what a share is of, in front of the clauses. */
const shareAmong: Rule = (named, { tail, text, start, q }) => {
  if (q.kind !== 'rate' || tail.level !== 'share' || tail.of || named.of) return undefined
  const of = /(?:^|[;:。,])(?:[^,;。\d]{0,6},)?([^,;。\d]{2,14})中,[^。]*$/.exec(
    text.slice(Math.max(0, start - 80), start),
  )
  return of ? { ...named, of: of[1]! } : undefined
}

/** A share of what was counted before: 入园车辆340台,其中氢能车占比…. */
const shareOfLast: Rule = (named, clause, state) => {
  const { q, text, start } = clause
  const last = clause.last?.change ? state.rows.findLast((row) => !row.change) : clause.last
  if (
    !last ||
    named.scope ||
    q.kind !== 'rate' ||
    last.unit === '%' ||
    named.name.includes(last.name) ||
    state.end === 0
  )
    return undefined
  if (!/^,?其中/.test(text.slice(start, start + 3)) || !/占比|比重|比例|占/.test(text.slice(start, q.start)))
    return undefined
  return { ...named, scope: last.name }
}

/** 益阳电厂三期建成投产、∣总装机∣达386万千瓦 */
const clauseInside: Rule = (named) => {
  const inside = /^([^、]{2,20}?)(?:全面)?(?:建成投产|建成投用|建成|投产|投用|开工|竣工|上市|通车)、([^、]{2,})$/.exec(
    named.name,
  )
  return inside ? { ...named, scope: inside[1]!, name: inside[2]! } : undefined
}

/** 第三产业加快发展,∣对经济增长的贡献率: whose part it is stands in the clause before. */
const toward: Rule = (named, clause, state) => {
  const { text, start, last } = clause
  if (named.scope || !/^对[^,;]{2,14}的(?:贡献率?|拉动|支撑)/.test(named.name)) return undefined
  const owner = near(clause, state)
    ? last!.name.replace(/(?:增加值|产值|同比增长)+$/, '')
    : /^(.{0,12}?(?:产业|消费|投资|工业|农业|服务业|经济|企业|出口|需求|行业))(?![^,]*的)/.exec(
        text.slice(clauseStart(text, Math.max(0, start - 1), 0), Math.max(0, start - 1)),
      )?.[1]
  return owner ? { ...named, scope: owner } : undefined
}

const RULES: readonly Rule[] = [
  ...[
    part,
    toward,
    shareAmong,
    share,
    become,
    nothing,
    belongsToThing,
    belongsToWorks,
    perHead,
    invested,
    carried,
    partOfWhole,
    counterpart,
    movement,
    programme,
    clauseInside,
    growthOfLast,
    stageOfLast,
    attributeOfLast,
    measureOfLast,
    measureOfTopic,
    groupOnly,
    rateOfGroup,
    partByArea,
  ],
  shareOfLast,
]

/** Fills a name that the clause leaves out from the clause before: 重点人群覆盖率, 其中农村1万个, 增长2.8%. */
export function fillName(named: Named, clause: Clause, state: State): Named {
  if (FULL.test(named.rule)) return named
  for (const rule of RULES) {
    const filled = rule(named, clause, state)
    if (filled) return filled
  }
  return named
}
