import type { Quantity } from './quantity.js'
import { splitScope } from './scope.js'

const GROUP =
  '(?:机构|医院|卫生院|卫生室|服务站|学校|幼儿园|中心|企业|村庄|村|乡镇|镇|县|街道|社区|人群|老年人|儿童|妇女|患者|病人|人员|干部|教师|学生|劳动力|人口|对象|户|项目|单位|部门|园区|基地|平台|小区|断面|车辆|工厂|养殖场|加油站|市场|景区|公厕|岗位|城市|地区|事项|案件|线索)'
const ALL = new RegExp(
  `(?<=${GROUP}(?:已|均|要)?)全(?:部|员)(?:已|均|要)?(?=(?:纳入|达标|达到|实现|完成|设置|建立|建成|开展|配备|接入|实行|落实|通过|开通|接种|签约|脱贫|摘帽|出列|销号|整改|退出|到位|参加|参保|安装|办结|推行|投入|上线|持证|入库|联网|取消))`,
  'y',
)
const NO_COVERAGE =
  /(?:式|检查|排查|监督|监测|监管|试点|宣传|培训|管理|的|、|等(?:重点|重大)?(?:工程|项目|任务)|机制|体系|格局|目标|网络|行动|摸排|走访|督查|巡查|督导)/y

/** Coverage said in words, as quantities of 100 % without a unit of their own: 全覆盖, 基层医疗机构全部纳入…. */
export function scanCoverage(text: string): Quantity[] {
  const out: Quantity[] = []
  const push = (start: number, end: number, rule: string) =>
    out.push({ start, end, value: 100, unit: '%', kind: 'rate', implied: true, spelt: false, rule })
  for (let i = text.indexOf('全'); i >= 0; i = text.indexOf('全', i + 1)) {
    NO_COVERAGE.lastIndex = i + 3
    if (text.startsWith('全覆盖', i)) {
      if (
        !NO_COVERAGE.test(text) &&
        text[i - 1] !== '健' &&
        !/[方过流无领链周]\S{0,2}[、]$/.test(text.slice(Math.max(0, i - 4), i))
      )
        push(i, i + 3, 'full-coverage')
      continue
    }
    ALL.lastIndex = i
    if (ALL.test(text)) push(i, ALL.lastIndex, 'all-of-a-group')
  }
  return out
}

const REACHED = /(?:实现|实行|做到|达到|达|推进|落实|已|均|基本|要|力争|确保|逐步|全面)+$/
/** How far coverage goes, right before the words for it: 高校设置∣市州∣全覆盖. */
const LEVEL =
  /^(.{3,}?)(?:在)?((?:省市县|市县乡|县乡村|[市县乡]、.{1,6}|市州|市县|县区|县域|省域|市域|全域|镇域|设区市|设区的市|县级|乡镇|乡级|村级|村居|行政村|建制村|自然村|城乡|全[省市县区])(?:\([^()]{1,4}\))?)$/
/** 专门学校建设∣实现∣设区市 */
const REACHES = /^(.{3,}?)(?:实现|做到)了?([^的制]{2,8}?)(?:基本)?$/
/** 国家基本药物制度∣在∣政府办基层医疗卫生机构 */
const WITHIN = /^(.{3,}?)在([^在]{2,16})$/

/** 对有需求的村庄∣尽快实现∣村庄规划 */
const AMONG = /^对(.{2,24}?)(?:要|应|将|尽快|逐步|基本|全面|力争)*实现(.{2,20})$/

/** What 全覆盖 is said of: 乡镇卫生院国医堂 → scope 乡镇卫生院, name 国医堂覆盖率; a set-up verb goes behind its object. */
export function nameCoverage(phrase: string): { scope?: string; name: string } {
  const among = AMONG.exec(phrase)
  if (among) return { scope: among[1]!, name: `${among[2]}覆盖率` }
  const said = phrase.replace(REACHED, '')
  const level = REACHES.exec(phrase) ?? LEVEL.exec(said) ?? WITHIN.exec(said)
  if (level) return { scope: level[2]!, name: `${level[1]!.replace(REACHED, '')}覆盖率` }
  const verb = /^(.{3,}?)(设置|配备|推广|使用|安装)(.{2,})$/.exec(said)
  if (verb) return { scope: verb[1]!, name: `${verb[3]}${verb[2]}覆盖率` }
  return splitScope(`${said}覆盖率`)
}
