import { matchesOf } from '../text/match.js'

/** A figure that was counted, not set: 13,711户, 318座, 526.48万元; targets are round. */
const COUNTED =
  '(?<![\\d.第])(?!(?:19|20)\\d\\d年)(?:[1-9]\\d{2,}[1-9](?![\\d年号期-])|\\d+\\.\\d{2,}(?!\\d)|[1-9]\\d[1-46-9](?=[户人名座家栋处]))'
/** Words of what was done. */
const DONE =
  '[同环]比|[比较]上年|[比较]去年|[上去]年同期|截[至止]|累计|目前|(?<![而然不早])已(?!婚|知|然|被?[纳列]入)|(?<=[一-龥])(?<![为到除极])了(?![解然得望])|荣获|获评|位居|位列|排名第|圆满|[顺如][利期]完成|超额|取得|以来|再创|完工|惠及|辖(?=\\d)|全年(?:实现|完成)|共[有计筹投入完发调登收查销处开接]|据统计|初步(?:统计|核算)|过去(?:的?一年|[三五]年)|[一二三四五六七八九十半]年来|比(?:19|20)\\d\\d年|(?<!\\d)1-(?:[2-9]|1[0-2])月|领跑|[超高][过于]全[国省市]|居全[国省市]'
/** Words of what is to be done. */
const AHEAD =
  '力争|确保|争取|(?<![重只主需])要(?![素求点闻])|(?<![即干武健])将(?![军近士领])|应[当该]|必须|不得|(?<![加高升长大展降少缩整])到20\\d\\d年|(?:[年月]底?|[年月]\\d+日)前|不低于|不少于|不超过|以上|以内|(?<![紧瞄咬对锚围][盯准定照绕])目标(?!任务[^,;。]{0,6}完成)|计划(?!生育)|拟|今后|下一?步|继续|进一步'
const CUES = new RegExp(`(${DONE}|${COUNTED})|${AHEAD}`, 'g')

/** How far around a place its voice is heard, in UTF-16 units. */
const REACH = 300

/** How much a text tells what was done, above 0, or sets what is to be done, below 0: in all, and around a place. */
export interface Voice {
  readonly all: number
  near(at: number): number
}

/** 「全年完成投资51.27亿元，同比增长8.3%」 → above 0; 「到2025年要达到60%以上」 → below 0. */
export function voiceOf(text: string): Voice {
  const places: number[] = []
  const sums = [0]
  for (const match of matchesOf(CUES, text)) {
    places.push(match.index)
    sums.push(sums.at(-1)! + (match[1] === undefined ? -1 : 1))
  }
  const upTo = (at: number): number => {
    let low = 0
    let high = places.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (places[middle]! < at) low = middle + 1
      else high = middle
    }
    return sums[low]!
  }
  return { all: sums.at(-1)!, near: (at) => upTo(at + REACH) - upTo(at - REACH) }
}
