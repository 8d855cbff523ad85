import { readRoman } from '../text/numerals.js'
import type { Style } from '../types.js'

/** 「(i) 首阶段」 of Hong Kong; a marker only as the next one of its list. */
export const style: Style = {
  name: '（i）',
  rank: 8.4,
  pattern: /\( ?([ivx]{1,5}|[ⅰ-ⅻ]) ?\)(?= *[一-龥“\d])/y,
  ordinal: readRoman,
  inside: /[。!?;:,\s]/,
  closes: true,
  strict: true,
}
