import type { Breach, Rule } from '../types.js'
import { bodyOf } from './plan/body.js'

export const rule: Rule = {
  id: 'unit-spelling',
  severity: 'warning',
  basis: [
    '《党政机关公文处理工作条例》第十九条：机关名称应当使用全称或者规范化简称',
    '党政机关公文处理工作条例, article 19: bodies bear their full or their standard short name',
  ],
  sentence: [
    '“{unit}”与前面的“{before}”是同一单位的两种写法。',
    '“{unit}” and “{before}” above are one body in two spellings.',
  ],
  why: ['按单位统计任务时，同一单位会被算成两家。', 'Counted by unit, one body becomes two.'],
  check({ responsible }) {
    const first = new Map<string, string>()
    const said = new Set<string>()
    return responsible.flatMap(({ fact: { units }, path }) =>
      units.flatMap((unit, i): Breach[] => {
        const body = bodyOf(unit)
        const before = first.get(body)
        if (before === undefined) first.set(body, unit)
        if (before === undefined || before === unit || said.has(unit)) return []
        said.add(unit)
        return [{ path: [...path, 'units', i], args: { unit, before }, expected: before }]
      }),
    )
  },
}
