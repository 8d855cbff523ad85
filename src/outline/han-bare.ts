import { readNumeral } from '../text/numerals.js'
import type { Style } from '../types.js'

/** What headings begin with that no number stands before: 「一加强领导」, not 「一体推进」「三农」. */
const VERBS =
  '加强|强化|加大|深化|推进|推动|提升|提高|完善|健全|优化|抓好|抓实|做好|做实|落实|开展|坚持|加快|着力|切实|突出|聚焦|严格|规范|总体|指导思想|工作|主要|重点|保障|组织|目标任务'

/** 「二 重点任务」「二加强领导」: the mark 、 is lost; a marker only as the next one of its list. */
export const style: Style = {
  name: '一、',
  rank: 4,
  pattern: new RegExp(`([一二三四五六七八九十]{1,3})(?:(?: +|,)(?=[一-龥“])|(?=${VERBS}))`, 'y'),
  ordinal: readNumeral,
  strict: true,
}
