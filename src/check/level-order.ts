import type { Breach, Rule, SectionAt } from '../types.js'

const RANKS: Readonly<Record<string, number>> = { '一、': 1, '（一）': 2, '1.': 3, '1、': 3, '（1）': 4 }

/** The nearest of the four styles above a section; a heading between begins a text of its own. */
function numberedAbove({ parent }: SectionAt): string | undefined {
  if (!parent || parent.section.style === 'heading') return undefined
  return parent.section.style in RANKS ? parent.section.style : numberedAbove(parent)
}

export const rule: Rule = {
  id: 'level-order',
  severity: 'info',
  basis: [
    'GB/T 9704-2012 第7.3.3条：文中结构层次序数依次可以用“一、”“（一）”“1.”“（1）”标注',
    'GB/T 9704-2012, 7.3.3: levels may be numbered 一、 （一） 1. （1） in this order',
  ],
  sentence: [
    '“{style}”在“{above}”之下，与通用的层次顺序相反。',
    '“{style}” stands below “{above}”, against the usual order of levels.',
  ],
  why: [
    '标准用的是“可以”，不是必须；但层次颠倒往往说明章节树读错了。',
    'The standard only permits this order, but levels turned round often mean that the tree was read wrongly.',
  ],
  check({ sections }) {
    return sections.flatMap((at): Breach[] => {
      const above = numberedAbove(at)
      if (above === undefined || !((RANKS[at.section.style] ?? 9) < RANKS[above]!)) return []
      return [{ path: [...at.path, 'style'], args: { style: at.section.style, above } }]
    })
  },
}
