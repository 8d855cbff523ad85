import { readNumeral } from '../text/numerals.js'
import type { Style } from '../types.js'

/** 「第一编」「第二部分」 */
export const style: Style = {
  name: '第一编',
  rank: 0,
  pattern: /第 ?([一二三四五六七八九十]{1,3}) ?(?:编|篇|部分)[ :、]*/y,
  ordinal: readNumeral,
  inside: /[。\s]/,
}
