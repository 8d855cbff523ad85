import { FIVE_YEAR_PLANS } from '../../data/periods.js'
import { fold } from '../../text/fold.js'

const YEAR = /(?<!\d)((?:19|20)\d\d)(?=年|-(?:20)?\d\d年)|(?<=(?:19|20)\d\d-)((?:19|20)\d\d)(?=年)/g
/** 「国民经济和社会发展第十四个五年规划」「“十四五”医疗保障规划」 */
const FIVE_YEARS =
  /(?:第(十[一二三四五六]?|[一二三四五六七八九])个五年|(?<![〇零一二三四五六七八九十])(十[一二三四五六]?)五[”"]?)(?=[^。]*(?:规划|纲要|计划))/

/** The years that a title says its plan is for, and the words; undefined where it says none. */
export function yearsSaid(title: string): { years: readonly number[]; words: string } | undefined {
  const text = fold(title)
  const named = [...text.matchAll(YEAR)].map((match) => Number(match[1] ?? match[2]))
  const five = FIVE_YEARS.exec(text)
  const row = five && FIVE_YEAR_PLANS[`${five[1] ?? five[2]}五`]
  const years = row ? [...named, ...row] : named
  if (years.length === 0) return undefined
  const words = [...named.map((year) => `${year}年`), ...(row ? [five[0]] : [])].join('、')
  return { years: spread(years, text), words }
}

/** 「2021—2025年」 are five years. */
function spread(years: readonly number[], text: string): number[] {
  const range = /((?:19|20)\d\d)年?-((?:19|20)?\d\d)年/.exec(text)
  if (!range) return [...years]
  const first = Number(range[1])
  const last = Number(range[2]!.length === 2 ? range[1]!.slice(0, 2) + range[2]! : range[2])
  return [...years, first, last]
}
