import type { Span } from '../../types.js'
import { articleAt } from './article.js'

/** What the name of a law ends in. */
const LAW = '(?:法典?|条例|办法|规则|细则|规定|规程|准则|章程|标准)'
/** The name right before its article, at will with the chapter that Hong Kong cites it by: 「道路交通条例（第374章）∣第45条」 */
const NAMED = new RegExp(`[\\u3400-\\u9fff]{1,30}${LAW}(?:\\([^()]{1,12}\\))?$`)
const CHAPTER = /\(第\d{1,4}[A-Z]{0,2}章\)/y
/** Words before the name in running text. */
const LEAD =
  /^.*(?:依据|根据|按照|依照|遵照|参照|符合|违反|适用|遵守|执行|贯彻|落实|以及|触犯|援引|引用|修正|修订|修改|增订|公布|施行(?!细则)|所称|有关|属于|不受|下列|[及与或按依据的由经为在]|就(?!业)|和(?!国|平|解|谐|县|田)|是)(?=..)/
/** What only points to a law: 「本法」「该办法」「前项规定」 */
const POINTS = new RegExp(
  `^(?:[本该此其各就同新旧原前上下]|有关|相关|暂行|实施|施行|管理|法律|行政|地方|上述|前述|依|现行|立|执|司|守|普|修|合|违|非)*${LAW}$`,
)
const SHORT = /^(?:宪法|民法|刑法)$/

/** Where a law is named without marks by what only a law has: an article or a chapter. 「依据学校卫生法∣第十二条」 → 学校卫生法. */
export function statutesIn(text: string, isTaken: (at: number) => boolean): Span[] {
  const out: Span[] = []
  let from = 0
  for (let at = text.indexOf('第'); at >= 0; at = text.indexOf('第', at + 1)) {
    const behind = text[at - 1] === '(' ? at - 1 : at
    if (behind < from + 2 || isTaken(behind - 1)) continue
    CHAPTER.lastIndex = behind
    if (!(behind < at ? CHAPTER.test(text) : articleAt(text, at))) continue
    const name = NAMED.exec(text.slice(Math.max(from, behind - 40), behind))?.[0].replace(LEAD, '')
    const bare = name?.replace(/\(.*$/, '')
    if (!name || !bare || (POINTS.test(bare) && !SHORT.test(bare))) continue
    out.push({ start: behind - name.length, end: behind })
    from = behind
  }
  return out
}
