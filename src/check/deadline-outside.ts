import type { Breach, Rule } from '../types.js'
import { boundsOf, yearsOf } from './plan/dates.js'
import { duties } from './plan/duties.js'
import { yearsSaid } from './plan/years.js'

export const rule: Rule = {
  id: 'deadline-outside',
  severity: 'info',
  basis: ['实务', 'practice'],
  sentence: [
    '期限 {date} 不在计划所属的 {years} 年之内。',
    'The deadline {date} lies outside the years of the plan, {years}.',
  ],
  why: [
    '年度计划里写跨年期限并不少见，但值得看一眼年份是否读错。',
    'A plan for one year may well name a later deadline, but a look at the year is worth while.',
  ],
  check(view) {
    const { document } = view.plan
    const years = yearsOf(document)
    const said = yearsSaid(document.title ?? '')
    // Years that are wrong themselves are no measure.
    if (!years || years[0] > years[1] || (said && !said.years.includes(years[0]))) return []
    const [from, to] = [`${years[0]}-01-01`, `${years[1]}-12-31`]
    return duties(view).flatMap(({ date, path }): Breach[] => {
      const { last } = boundsOf(date)
      const past = last !== undefined && document.issuedOn !== undefined && last < document.issuedOn
      if (last === undefined || past || (last >= from && last <= to)) return []
      return [{ path, args: { date, years: years[0] === years[1] ? years[0] : years.join('—') } }]
    })
  },
}
