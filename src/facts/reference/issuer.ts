import { CLOSE, OPEN } from '../../text/number-brackets.js'
import { isUnit, splitUnits } from '../../text/unit.js'
import type { Span } from '../../types.js'

/** The bodies right before a title: `start` where the first begins, `verb` where a word of issue stands between. */
export interface Issuers {
  readonly start: number
  readonly names: readonly Span[]
}

/** 「卫生部印发的《…》」: the word that stands between issuers and title. */
const ISSUED =
  /(?:联合|共同|近日|近期|日前|今[天日]|昨[天日]|正式|最新|新近|统一|先后)*(?:印发|发布|下发|出台|颁布|公布|颁发|制发|发出|制定|制订|编制|修订|出具)(?:了|的)*(?:最新|新版|新修订)?(?:的)?$/
/** 「省卫生厅等6厅局《…》」: the bodies that are not named. */
const OTHERS =
  /等(?:[0-9一二三四五六七八九十]{1,3})?[个家]?(?:省直|市直|县直|中央|有关|相关)?(?:部门和单位|部门|单位|部委局|部委|厅局|委办局|机构|厅|局|部|委)?(?:办公厅|办公室)?$/
/** Words before the first issuer. */
const LEAD =
  /^.*(?:(?:会议|大会|全会|现场会|座谈会|精神|讲话|要求|部署)(?:以及|和|及|与|、)|按照|根据|现将|请将|落实|贯彻|执行|依据|依照|遵照|符合|对照|参照|转发|围绕|学习|宣传|认真|结合|修订|制定|出台|关于|以及|印发|报送|下达|原文|遵循|遵守|实施|达到|编制|起草|配合|批转|签署|签订|这是|按|的|了|\d[年月日])/
/** 「省委办公厅∣以鲁办发〔2015〕53号文件∣印发《…》」: the number that the title came out under. */
const UNDER = new RegExp(`以[\\u3400-\\u9fff]{1,12}${OPEN}\\d{4}${CLOSE}\\d{1,5}号(?:文件?)?(?:的形式)?$|以$`)
/** 「请一并上报∣本单位∣《…》」: bodies that are none of their own. */
const NOBODY = /(?:本|各|有关|相关|所在)(?:单位|部门|机构|地区|系统)$/
/** One sign before the first issuer, kept where the name itself begins with it. */
const SIGN = /^(?:由|和|与|及|并|将|把|对|以|为|在|自(?!然|治)|从|向|据|依)(?=..)/
/** 「省委∣省政府」「中共中央∣国务院」「市委办公室∣市政府办公室」: a party and a government named in one breath. */
const BOTH =
  /^((?:中共)?(?:[\u3400-\u9fff]{0,10}[省市县区州旗镇乡]委|党中央|中央)(?:员会)?(?:办公[厅室])?)(?=国务院|[\u3400-\u9fff]{0,10}[省市县区州旗镇乡](?:人民)?政府)/

function partsOf(name: string): Span[] {
  const first = BOTH.exec(name)?.[0].length ?? 0
  const whole = { start: first, end: name.length }
  return first > 0 ? [{ start: 0, end: first }, whole] : [whole]
}

/** Bodies that are named by their level alone. */
const LEVEL = /^(?:国家|中央|省|市|县|区|自治区|省级|市级|国家级)$/
/** No list of issuers reaches further back. */
const REACH = 120

/** The bodies that a text names right before an offset: 「按照省委办公厅、省政府办公厅《」 → 省委办公厅 | 省政府办公厅. */
export function issuersBefore(text: string, from: number, at: number): Issuers | undefined {
  const base = Math.max(from, at - REACH)
  let before = text.slice(base, at)
  before = before.replace(ISSUED, '').replace(UNDER, '').replace(OTHERS, '')
  const run = /[^,。;:!?》〉“”]*$/.exec(before)![0]
  const offset = base + before.length - run.length
  const names: Span[] = []
  for (const piece of splitUnits(run).reverse()) {
    const item = run.slice(piece.start, piece.end)
    const name = item.replace(LEAD, '').replace(SIGN, '')
    const whole = isUnit(item.replace(SIGN, '')) || LEVEL.test(item)
    const named = isUnit(name) || LEVEL.test(name)
    if (
      !named ||
      /^[我本你贵该]/.test(name) ||
      NOBODY.test(name) ||
      (names.length === 0 && LEVEL.test(name) && name.length < 2 && piece.start > 0 && whole)
    )
      break
    const end = offset + piece.end
    names.unshift(
      ...partsOf(name).map(({ start, end: to }) => ({ start: end - name.length + start, end: end - name.length + to })),
    )
    if (name.length < item.length) break
  }
  return names.length === 0 ? undefined : { start: names[0]!.start, names }
}
