import { matchesOf } from '../text/match.js'
import type { Extractor, Modality, Sentence } from '../types.js'

/** 应 as a verb: not in 对应, 应急, 应届, nor in 应保尽保. */
const OUGHT = '(?<![不对响相适供感反效呼答照回顺因策本理])应(?![急用对届收付答聘邀激诉变纳税援酬运验景声缴]|有的|.尽)'
/** 须 as a verb: not in 无须. */
const NEED = '(?<![必无不莫])须(?![知臾眉])'
/** 可 as a verb: not in 可持续, 许可. */
const CAN =
  '(?<![许认不])可(?=在|按|由|向|根据|采取|结合|申请|适当|通过|给予|将|依|自[行主]|享|参照|委托|延长|采用|优先|视(?!化|频|性)|先(?!进)|分[期批别]|与|作为|一并|直接|单独|提前|凭|到|于|聘|选择|适度|酌情|逐步|再(?!生|利用|就业|循环|造)|继续|实行|组织|探索|免于|免除|纳入|申报|从(?!事者)|进一步|适时|自愿|简化|予以|安排|设立|不再)'
/** 支持 as a verb: not in 支持体系, 政策支持. */
const SUPPORT =
  '(?<!(?:希望|恳请|感谢|呼吁)[^,;。]{0,8})(?<!不|给予|提供|政策|资金|技术|财政|信贷|金融|人才|科技|要素|获得|资金的|的|和)支持(?=[^,。;:、))”])(?!体系|力度|政策|下|的|率|系统|作用|措施|方式|资金|保障|平台|机制|服务|等|保护补贴)'
/** 引导 as a verb: not in 引导基金, 正面引导. */
const GUIDE =
  '(?<!政府|政策|舆论|正面|规划|价格|市场|为|的|和|业务)引导(?=[^,。;:、)”])(?!下|员|作用|机制|基金|资金|力|性|和|的|区|功能|标识)'
/** 努力, 探索 as verbs: not in 共同努力, 实践探索. */
const STRIVE =
  '(?<!自身|自己|各方|共同|不懈|艰苦|经过|通过|继续|的|一起|断)努力(?=[^,。;:、])(?!的|下|和|与|方向|程度|奋斗)|(?<!实践|的|断|和|有益|改革|理论)探索(?=[^,。;:、])(?!的|和|性|中|者)'

/** Words that say how binding a sentence is, the strongest first. */
const WORDS: readonly [Modality, RegExp][] = [
  ['mustNot', /不得(?!不|已)|(?<![无毋])不应(?![有求])|严禁|(?<!不)禁止|不准(?!确)|不许|不允许|一律不(?!少)/g],
  ['must', /必须|务必|务求|一律/g],
  ['should', new RegExp(`(?<!不)应当|应该|${OUGHT}|${NEED}`, 'g')],
  ['may', new RegExp(`(?<!难)可以|${CAN}|(?<!不)允许`, 'g')],
  [
    'encourage',
    new RegExp(`(?<!不)鼓励(?=[^,。;:、])(?!奖|性|类|和?支持政策)|提倡|(?<!的)倡导|${SUPPORT}|${GUIDE}`, 'g'),
  ],
  ['aim', new RegExp(`力争|力求|争取(?!到|了|上级|中央|国家|资金|更多)|${STRIVE}`, 'g')],
]

/**
 * How binding a sentence is: the strongest word that governs it. 「必须…，鼓励…」 → must. A word inside a title, a bracket or
 * quotation marks governs nothing.
 */
export const extractor: Extractor<'modality', Modality> = {
  kind: 'modality',
  key: 'modality',
  triggers: '必务律不严禁须应可允鼓提倡支引力争努探',
  extract(sentence, context) {
    let covered: ReturnType<typeof coveredBy> | undefined
    for (const [value, words] of WORDS)
      for (const match of matchesOf(words, sentence.text)) {
        covered ??= coveredBy(sentence)
        const span = { start: match.index, end: match.index + match[0].length }
        if (!covered(span.start)) return [{ kind: 'modality', span, value, rule: value }]
        context.shield?.('modality', span, 'quoted')
      }
    return []
  },
}

/** Offsets inside titles and quotation marks. */
function coveredBy({ text }: Sentence): (at: number) => boolean {
  const inside = new Uint8Array(text.length)
  let depth = 0
  for (let i = 0; i < text.length; i++) {
    if ('《“'.includes(text[i]!)) depth++
    inside[i] = depth > 0 ? 1 : 0
    if ('》”'.includes(text[i]!)) depth = Math.max(0, depth - 1)
  }
  return (at) => inside[at] === 1
}
