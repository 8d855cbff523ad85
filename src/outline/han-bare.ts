import { readNumeral } from '../text/numerals.js'
import type { Style } from '../types.js'

/** 「二 重点任务」: the mark 、 is lost; a marker only as the next one of its list. */
export const style: Style = {
  name: '一、',
  rank: 4,
  pattern: /([一二三四五六七八九十]{1,3})(?: +|,)(?=[一-龥“])/y,
  ordinal: readNumeral,
  strict: true,
}
