import { matchesOf } from '../../text/match.js'

/** Nouns of populations: whom, where or what a figure may hold for. */
const GROUP =
  '乡镇卫生院|村卫生室|社区卫生服务中心|社区卫生服务站|机构|医院|卫生院|卫生室|服务站|学校|幼儿园|中心|企业|园区|村庄|行政村|建制村|自然村|乡镇|街道|社区|村(?!卫生|务|民|级|集体|组|村|振兴|通)|镇(?!卫生|级|村)|县城|城区|城市(?!化|低保|更新|生活|污水|管网|建成区)|中小学|高校|人群|老年人|儿童|妇女|患者|病人|党组织|家庭(?!医生)|农户|对象|劳动力|人口(?!数|规模)|群众|银行|地区(?!生产|总值|经济)|流域|断面|主次干道|工地|区县|县区|市州|县市区|院校|教师|学生|小区|加油站|景区|车辆|渣土车|岗位|产业集群|集群|公务员|职工|孤儿|长者|学童|住客|孕产妇|婴幼儿|青少年|残疾人|农民工|毕业生|退役军人|学生|城区|公司|集团|居民(?!人均|收入|消费|签约|健康|医保|养老|储蓄|可支配|个人|用水|用电|价格|参保|最低|存款|满意)'
const INSTITUTION = new RegExp(`(?:${GROUP})(?=[^率、和及与的(][^,;]*$)`, 'g')
const FIRST_GROUP = new RegExp(`(?:${GROUP})`, 'g')
const ENDS_AS_GROUP = new RegExp(
  `(?:${GROUP}|院|县|区(?!划)|市|镇|乡|村|年级|小学|初中|高中|中学|农村|城镇|城市|省|部门|单位|(?<!封顶|起付|警戒|分数|控制|保障|标准)线|户|(?<!分)期|道)(?:\\([^()]{1,8}\\))?$`,
)
const RATE_NAME = /(?:率|比例|占比|比重|覆盖|水平|满意度)$/
const QUALIFIED =
  /^(?:全|各|所有|每|二级|三级|一级|县级|市级|省级|公立|具备|以|重点|符合|农村妇女|适龄|村卫|社区卫|乡镇卫|基层|各级)/
/** Words that make one name with the group before them: 医院床位数, 企业利润. */
const ONE_NAME =
  /^(?:数|总数|人数|服务|管理|内|间|医师|医生|床位|面积|数量|规模|建设项目|利润|营业|人均|污水|总值|总量|投资|开办|发展|创新|占|存款|收入|中|死亡率)/
/** Populations that stand inside a name: 签约服务∣常住人口∣覆盖率. */
const INSIDE =
  /^(.{4,})(常住人口|重点人群|脱贫人口|贫困人口|低收入人口|城乡居民|农村居民|适龄儿童|老年人|残疾人|行政村|建制村|乡镇|社区)(覆盖率|参保率|签约率|普及率|通达率)$/

/** 田块数占比∣平原区 */
const INVERTED = /^(.{4,}(?:率|占比|比例))([^率比、和]{2,8}(?:区|县|市|村|医院|学校|学段|地区))$/

/** 长三角地区∣PM2.5平均浓度, 京津冀“2+26”城市∣优良天数比例 */
const REGIONAL =
  /^([^,;。、]{2,20}(?:地区|流域|城市群|[域级上个”]城市|平原|盆地|湖区|库区|片区))(?!生产总值|经济|污水|[^,;]{0,3}(?:建设|公共|更新|管网|供水|燃气|绿地))([^,;。]{3,})$/

/** A name that measures: …率, …总量, …收入; anything else names things or people. */
const MEASURE =
  /(?:率|比|比例|占比|比重|度|量|数|额|值|强度|水平|规模|面积|天数|住院日|时间|时长|浓度|收入|支出|投资|费用|经费|标准|贡献|增速|增幅|涨幅|降幅|里程|产能|装机|能力|指数|能耗|价格|用量|寿命|时限|周期|年限|期限|余额|资金|贷款|存款|封顶线|起付线|补助|补贴|奖励|赤字|债务|利润|税收)$/

export const isMeasure = (name: string): boolean => MEASURE.test(name)
export const isGroup = (name: string): boolean => ENDS_AS_GROUP.test(name) && !MEASURE.test(name)

/** 5个县的∣贫困发生率, 核准类项目的∣办理时限 */
const OWNED = /^((?:\d+|[两三四五六七八九十]+)[个家所类项户名][^的]{1,10}|[^的、,]{2,12}(?:项目|事项))的(.{2,})$/

/** 三分之一县(市、区)∣年均浓度, 80%的医院∣平均住院日 */
const SHARE_OF_GROUP =
  /^((?:[一二三四五六七八九十百]+分之[一二三四五六七八九十]+|\d+\/\d+|[\d.]+%)的?(?:县\(市、区\)|县\(区\)|县市区|县|市|区|乡镇|村|学校|医院|机构|企业|家庭|社区))([^率].{2,})$/

/** Splits a noun phrase into whom it holds for and what is measured: 村卫生室∣标准化建设率. */
export function splitScope(name: string): { scope?: string; name: string } {
  if (/^每[百千万]/.test(name)) return { name }
  const owned = OWNED.exec(name) ?? SHARE_OF_GROUP.exec(name)
  if (owned && MEASURE.test(owned[2]!)) return { scope: owned[1]!, name: owned[2]! }
  const inside = INSIDE.exec(name)
  if (inside) return { scope: inside[2]!, name: inside[1]! + inside[3]! }
  const turned = INVERTED.exec(name)
  if (turned) return { scope: turned[2]!, name: turned[1]! }
  const regional = MEASURE.test(name) ? REGIONAL.exec(name) : null
  if (regional) return { scope: regional[1]!, name: regional[2]! }
  if (!RATE_NAME.test(name.replace(/\([^()]*\)$/, '')) && !QUALIFIED.test(name)) return { name }
  let cut = 0
  for (const match of matchesOf(INSTITUTION, name)) {
    const open = name.lastIndexOf('(', match.index)
    if (open >= 0 && name.indexOf(')', open) > match.index) continue
    cut = match.index + match[0].length
  }
  if (name[cut] === '(') {
    const close = name.indexOf(')', cut)
    if (close > 0 && close - cut < 10) cut = close + 1
  }
  if (cut < 3 || name.length - cut < 3) return { name }
  if (ONE_NAME.test(name.slice(cut)) && !QUALIFIED.test(name)) return { name }
  if (/^占/.test(name.slice(cut))) return { name }
  return { scope: name.slice(0, cut), name: name.slice(cut) }
}

/** Bodies that a text goes on speaking of: 县人民医院, 城区, 装备产业集群. */
export const isBody = (name: string): boolean =>
  /(?:院|机构|企业|集团|集群|学校|城区|中心|园区|公司|幼儿园|医院|小区|主次干道|产业|[健服工卫][康务作生]站)$/.test(
    name,
  )

/** The group at the start of a phrase, and the rest: 大病患者∣实行分类救治. */
export function leadingGroup(phrase: string): [string, string] | undefined {
  for (const match of matchesOf(FIRST_GROUP, phrase)) {
    const end = match.index + match[0].length
    if (end > 1 && end < phrase.length) return [phrase.slice(0, end), phrase.slice(end)]
  }
  return undefined
}

/** The population that opens the sentence and holds for its clauses: 各级综合医院将…,中医病床数不低于…. */
export function subjectOf(text: string): string | undefined {
  return /^((?:各级?|所有)[^,;。、\d将要应须]{2,10}(?:医院|机构|学校|企业|单位))[将要应须]/.exec(text.slice(0, 24))?.[1]
}
