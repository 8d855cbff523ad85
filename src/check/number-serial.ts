import type { Breach, Rule } from '../types.js'
import { numbersOf, readNumber, standardForm } from './plan/number.js'

export const rule: Rule = {
  id: 'number-serial',
  severity: 'error',
  basis: [
    'GB/T 9704-2012 第7.2.5条：年份标全称，用六角括号“〔〕”括入；发文顺序号不加“第”字，不编虚位，后加“号”字',
    'GB/T 9704-2012, 7.2.5: the year in full in 〔〕; the serial without 第 and without leading zeros, followed by 号',
  ],
  sentence: ['发文顺序号“{serial}”编了虚位。', 'The serial “{serial}” has leading zeros.'],
  why: [
    '03号与3号是同一文号，写成两样就查不到一起。',
    '03号 and 3号 are one number; written both ways they are not found together.',
  ],
  fixable: true,
  check(view) {
    return numbersOf(view).flatMap(({ number: { text }, path }): Breach[] => {
      const serial = readNumber(text)?.serial
      if (!serial?.startsWith('0')) return []
      return [{ path: [...path, 'text'], args: { serial }, expected: standardForm(text)! }]
    })
  },
}
