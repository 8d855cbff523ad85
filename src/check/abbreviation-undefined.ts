import type { Breach, Rule } from '../types.js'

/** A title that is nothing but a kind of document. */
const BARE =
  /^(?:实施|管理|暂行|行动|工作)?(?:意见|通知|决定|方案|要点|规划|计划|办法|细则|规定|条例|纲要|目录|清单|标准|规范|指南)$/

const defines = (text: string, title: string) =>
  new RegExp(`(?:简|统|下)称(?:为)?[:：]?[“‘《〈]*${title}[”’》〉]*`).test(text)

export const rule: Rule = {
  id: 'abbreviation-undefined',
  severity: 'warning',
  basis: [
    'GB/T 9704-2012、《党政机关公文处理工作条例》第十九条：使用非规范化简称，应当先用全称并注明简称',
    '党政机关公文处理工作条例, article 19: a short name is defined where it first stands',
  ],
  sentence: ['《{title}》是简称，文中没有说明全称。', '《{title}》 is a short name that nothing in the plan defines.'],
  why: [
    '《办法》《方案》成千上万，不知全称就无法确定是哪一份。',
    'There are thousands of 《办法》 and 《方案》; without the full title nobody knows which one is meant.',
  ],
  check(view) {
    // A plan may well draft what it calls 《实施办法》.
    return view.references.flatMap(({ fact: { title, resolves, number, relation }, path }): Breach[] => {
      if (title === undefined || resolves !== undefined || number || relation === 'drafts' || !BARE.test(title))
        return []
      if (view.tasks.some(({ task: { text } }) => text.includes('称') && text.includes(title) && defines(text, title)))
        return []
      return [{ path: [...path, 'title'], args: { title } }]
    })
  },
}
