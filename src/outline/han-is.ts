import { readNumeral } from '../text/numerals.js'
import type { Style } from '../types.js'

/** 「一是健全机制。二是…」 */
export const style: Style = {
  name: '一是',
  rank: 9,
  pattern: /([一二三四五六七八九十]{1,2})是(?![否指])/y,
  ordinal: readNumeral,
  inside: /[。!?;:,\s”)]/,
  closes: true,
}
