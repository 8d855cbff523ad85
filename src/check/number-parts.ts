import type { Breach, Rule } from '../types.js'
import { numbersOf, readNumber } from './plan/number.js'

export const rule: Rule = {
  id: 'number-parts',
  severity: 'error',
  basis: ['计划格式第五节', 'plan format, section 5'],
  sentence: ['{key} 为 {found}，与文号“{text}”不符。', '{key} is {found}, but the number says “{text}”.'],
  why: [
    '按年份或顺序号筛选的人看到的是这些字段，不是文号本身。',
    'Whoever filters by year or serial sees these fields, not the number itself.',
  ],
  check(view) {
    return numbersOf(view).flatMap(({ number, path }) => {
      const read = readNumber(number.text)
      if (!read) return []
      const said = { agencyCode: read.code, year: read.year, serial: Number.parseInt(read.serial, 10) }
      return (['agencyCode', 'year', 'serial'] as const).flatMap((key): Breach[] => {
        const found = number[key]
        if (found === undefined || said[key] === undefined || found === said[key]) return []
        return [{ path: [...path, key], args: { key, found, text: number.text }, expected: String(said[key]) }]
      })
    })
  },
}
