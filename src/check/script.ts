import { isConvertible, scriptOf } from '../text/script.js'
import type { Breach, Rule } from '../types.js'
import { eachText } from './plan/view.js'

export const rule: Rule = {
  id: 'script',
  severity: 'warning',
  basis: [
    '《国家通用语言文字法》第九条：国家机关以规范汉字为公务用字',
    'Law on the Standard Spoken and Written Chinese Language, article 9',
  ],
  sentence: ['简体计划里留有繁体字“{found}”。', 'Traditional characters are left in a simplified plan: “{found}”.'],
  why: ['“衛生”与“卫生”检索不到一起。', '衛生 and 卫生 are not found together.'],
  check({ plan }) {
    const found: Breach[] = []
    let all = ''
    eachText(plan, (text, pathOf) => {
      all += text
      if (!isConvertible(text)) return
      const characters = [...text].filter((c) => isConvertible(c)).slice(0, 20)
      found.push({ path: pathOf(), args: { found: characters.join('') } })
    })
    // A plan of traditional or mixed script is so because that was asked for.
    return found.length > 0 && scriptOf(all) === 'simplified' ? found : []
  },
}
