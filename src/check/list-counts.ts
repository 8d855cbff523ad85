import { fold } from '../text/fold.js'
import type { Breach, Rule } from '../types.js'

/** 「A、B和C的覆盖率分别不低于80%、60%、30%」; the list before and the numbers behind, in one clause. */
const DEALT = /([^,;:。()]{2,80}?)分别(?:[^\d,;。、]{0,10})((?:\d[\d.]*[^\d,;。、]{0,12}[、和])+\d[\d.]*)/

function countsOf(text: string): { least: number; most: number; values: number } | undefined {
  const match = DEALT.exec(text)
  if (!match || /上述|以上|该/.test(match[1]!)) return undefined
  const commas = match[1]!.split('、').length
  // A 和 may join two items or belong to one of them.
  const joints = match[1]!.split(/以及|[和及与]/).length - 1
  const values = match[2]!.match(/\d[\d.]*/g)!.length
  return commas < 2 ? undefined : { least: commas, most: commas + joints, values }
}

export const rule: Rule = {
  id: 'list-counts',
  severity: 'warning',
  basis: ['实务', 'practice'],
  sentence: [
    '“分别”之前列举 {items} 项，之后有 {values} 个数。',
    '{items} items stand before 分别 and {values} numbers behind it.',
  ],
  why: [
    '个数不等就无法逐项对应，数会落到别的对象头上。',
    'Where the counts differ the numbers cannot be dealt out and may land on the wrong item.',
  ],
  check({ tasks }) {
    return tasks.flatMap(({ task, path }): Breach[] => {
      const counts = countsOf(fold(task.text))
      if (!counts) return []
      const { least, most, values } = counts
      return values < least || values > most ? [{ path: [...path, 'text'], args: { items: least, values } }] : []
    })
  },
}
