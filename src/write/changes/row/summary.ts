import { type Lang, say } from '../../../messages.js'
import type { Comparison } from '../../../types.js'
import { countKinds, type Row } from './row.js'

/** Below this share of matched text two documents are said to have nothing to do with each other. */
const UNRELATED = 0.08

/** What stands at the top of every report: the two titles, a warning where they are unrelated, counts of each item. */
export function summarise({ old, new: fresh, similarity, matches }: Comparison, rows: readonly Row[], lang: Lang) {
  const titles = [old, fresh].map(({ document }) => document.title ?? document.source?.file ?? '?').join(' → ')
  const hasSections = matches.some(({ item }) => item === 'section')
  const warning = similarity < UNRELATED && !hasSections ? say(lang, 'diff.unrelated') : undefined
  const colon = lang === 'zh' ? '：' : ': '
  const lines = [...countKinds(rows)].map(([item, kinds]) => {
    const counts = [...kinds].map(([kind, count]) => `${say(lang, kind)} ${count}`)
    return { item, text: `${say(lang, `item.${item}`)}${colon}${counts.join(' · ')}` }
  })
  const percent = Math.round(similarity * 100)
  return { titles, warning, likeness: say(lang, 'diff.similarity', { percent }), lines }
}
