import { narrowed } from '../text/width.js'
import type { Breach, Rule } from '../types.js'
import { eachText } from './plan/view.js'

export const rule: Rule = {
  id: 'width',
  severity: 'error',
  basis: ['GB/T 15835-2011 第4条、GB/T 9704：阿拉伯数字用半角', 'GB/T 15835-2011: Arabic numerals are half-width'],
  sentence: ['“{found}”是全角字符。', '“{found}” is full-width.'],
  why: [
    '全角的９５％与半角的95%检索、比较时不是同一个数。',
    'Full-width ９５％ and half-width 95% are different strings for every search and comparison.',
  ],
  fixable: true,
  check({ plan }) {
    const breaches: Breach[] = []
    eachText(plan, (text, pathOf) => {
      const plain = narrowed(text)
      if (plain === text) return
      const found = [...text].filter((c) => narrowed(c) !== c).join('')
      breaches.push({
        path: pathOf(),
        args: { found: found.slice(0, 20) },
        ...(plain.length <= 60 && { expected: plain }),
      })
    })
    return breaches
  },
}
