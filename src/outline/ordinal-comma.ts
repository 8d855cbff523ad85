import { readNumeral } from '../text/numerals.js'
import type { Style } from '../types.js'

/** 「第一，提高认识。第二，…」 */
export const style: Style = {
  name: '第一，',
  rank: 9,
  pattern: /第([一二三四五六七八九十]{1,2}) ?[,、]/y,
  ordinal: readNumeral,
  inside: /[。!?;:\s”)]/,
  closes: true,
}
