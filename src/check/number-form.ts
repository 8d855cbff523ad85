import type { Breach, Rule } from '../types.js'
import { numbersOf, readNumber, standardForm } from './plan/number.js'

export const rule: Rule = {
  id: 'number-form',
  severity: 'error',
  basis: [
    'GB/T 9704-2012 第7.2.5条：年份标全称，用六角括号“〔〕”括入；发文顺序号不加“第”字，不编虚位，后加“号”字',
    'GB/T 9704-2012, 7.2.5: the year in full in 〔〕; the serial without 第 and without leading zeros, followed by 号',
  ],
  sentence: ['文号“{text}”不是规范写法。', 'The document number “{text}” is not in the standard form.'],
  why: [
    '同一文号写法不一，检索和引用关系就对不上。',
    'A number written in several ways is not found and does not link.',
  ],
  fixable: true,
  check(view) {
    return numbersOf(view).flatMap(({ number: { text }, path }): Breach[] => {
      const read = readNumber(text)
      if (read?.standard) return []
      return [{ path: [...path, 'text'], args: { text }, ...(read && { expected: standardForm(text)! }) }]
    })
  },
}
