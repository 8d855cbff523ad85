import type { Breach, Rule } from '../types.js'
import { datesOf, dayExists } from './plan/dates.js'

export const rule: Rule = {
  id: 'date-exists',
  severity: 'error',
  basis: [
    'GB/T 7408.1（ISO 8601-1）、GB/T 7408.2：日期应当存在',
    'GB/T 7408.1 (ISO 8601-1), GB/T 7408.2: a date is one that exists',
  ],
  sentence: ['没有 {date} 这一天。', 'There is no such day as {date}.'],
  why: [
    '不存在的日期在表格和日历里会变成别的日子，或者整行丢失。',
    'Spreadsheets and calendars turn a day that does not exist into another one, or lose the row.',
  ],
  check(view) {
    return datesOf(view).flatMap(({ date, path }): Breach[] =>
      date
        .split('/')
        .filter((part) => !dayExists(part))
        .slice(0, 1)
        .map((part) => ({ path, args: { date: part } })),
    )
  },
}
