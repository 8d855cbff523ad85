import { readRoman } from '../text/numerals.js'
import type { Style } from '../types.js'

/** 「I. 引言」「Ⅱ、措施」; a marker only as the next one of its list. */
export const style: Style = {
  name: 'I.',
  rank: 3.8,
  pattern: /([IVX]{1,5}|[Ⅰ-Ⅻ]) ?[.、](?= *[一-龥“])/y,
  ordinal: readRoman,
  strict: true,
}
