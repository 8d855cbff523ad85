/** Last words of the names of bodies: 卫生健康委, 财政部, 人民银行, 残联, 供销社, 领导小组 … */
const BODY =
  /(?:[部委局厅署办院府室司处科站队校库股馆]|政府|中央|委员会|[^社全大机议场]会|银行|分行|支行|总行|(?<![机分重编班])组|指挥部|办事处|中心|[残妇文侨作科商]联|联合会|海关|警备区|军分区|检察院|气象台|供销社|合作社|新华社|集团|公司|企业|机构|单位|部门|大学|学院|学校|中小学|高校|顾问|幼儿园|法院|监狱|机关|团委|团市委|团省委|总队|支队|大队|[^场厕]所|出版社|街道|乡镇|系统|基层组织)$/
/** Words that a body's name does not hold: the phrase is a clause. */
const CLAUSE =
  /部署|决策|加强|推进|推动|开展|落实|加快|鼓励|引导|建立|支持|发挥|要求|构建|强化|负责|牵头|做好|提高|纳入|选派|设在|设于|实行|逐一|成立|设立|[的是了把将使让]/

/** True for the name of a body as documents write it: 「市卫生健康委」「各区县（自治县）政府」「县人民医院储血库」. */
export function isUnit(text: string): boolean {
  return (
    text.length >= 2 &&
    text.length <= 40 &&
    !/[0-9,。;:《》“”]/.test(text) &&
    BODY.test(bare(text)) &&
    !CLAUSE.test(text)
  )
}

const bare = (text: string) => text.replace(/[([][^()[\]]{0,30}[)\]]$/, '')

/** A place without its government: the head of a list that one word closes, 「各市、州、县人民政府」. */
const PLACE =
  /^(?:各|有关|相关)?(?:省|自治区|直辖市|地级市|设区市|省辖市|市|州|盟|地|县|区|旗|乡|镇|街道|园区|市县|县区|市州)(?:[([][^()[\]]{1,20}[)\]])?$/

/** 「各级党委、∣政府」 is one body. */
const GOVERNMENT = /^(?:人民)?政府(?![\u4e00-\u9fff])/

/** 「甲州、∣乙州经济开发区管委会」: names of places that the last one's word closes. */
const SHORT = /(?:^|、)[\u4e00-\u9fff]{1,3}$/
const ZONES =
  /^[\u4e00-\u9fff]{1,3}(?:、[\u4e00-\u9fff]{1,3}){0,5}(?:经济|高新|技术|工业|产业|开发|示范|试验|园){1,4}区(?:党工委|管委会|管理委员会)/

/** A piece of a text, with its place in it. */
export interface Piece {
  readonly start: number
  readonly end: number
}

/**
 * The units of a list, split at 、 ， 和 及 与 outside brackets; names that hold such a sign stay whole:
 * 「文化和旅游部、各市、州人民政府和市财政局」 → 文化和旅游部 | 各市、州人民政府 | 市财政局
 */
export function splitUnits(text: string): Piece[] {
  const out: Piece[] = []
  let start = 0
  const close = (end: number) => {
    if (end > start) out.push({ start, end })
  }
  for (const { at, length } of joints(text)) {
    const left = text.slice(start, at)
    if (/党工?委$/.test(left) && GOVERNMENT.test(text.slice(at + length, at + length + 5))) continue
    const comma = isComma(text[at]!)
    if (comma && SHORT.test(left) && ZONES.test(text.slice(at + length, at + length + 40))) continue
    if (
      comma
        ? PLACE.test(left.slice(left.search(/[^、,]*$/))) && !endsPlaces(text.slice(at + length))
        : left === '中央' || !(isUnit(left) || /^(?:各|有关|相关|属地|所在)/.test(text.slice(at + length)))
    )
      continue
    close(at)
    start = at + length
  }
  close(text.length)
  return out
}

/** What follows a place is no further part of its name: the list closes without a word for all. */
const endsPlaces = (rest: string) =>
  rest === '' ||
  (isUnit(rest.split(/[、,]/, 1)[0]!) &&
    !/^(?:各)?(?:自治州|州|盟|县|区|市|旗|镇|乡|街道|直辖市|自治区|自治县)/.test(rest))

const isComma = (c: string): boolean => c === '、' || c === ','

function joints(text: string): { at: number; length: number }[] {
  const out: { at: number; length: number }[] = []
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const c = text[at]!
    if ('([“'.includes(c)) depth++
    else if (')]”'.includes(c)) depth = Math.max(0, depth - 1)
    else if (depth > 0) continue
    else if (isComma(c))
      out.push({ at, length: 1 + (/^(?:以及|及|和)/.exec(text.slice(at + 1, at + 3))?.[0].length ?? 0) })
    else if (text.startsWith('以及', at)) out.push({ at, length: 2 })
    else if (
      (c === '和' || c === '及' || c === '与') &&
      text[at - 1] !== '以' &&
      !/^(?:单位|部门|地区|机构)/.test(text.slice(at + 1, at + 3))
    )
      out.push({ at, length: 1 })
  }
  return out
}
