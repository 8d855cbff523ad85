import { readNumeral } from '../text/numerals.js'
import type { Style } from '../types.js'

/** 「第一章 总则」「第 三 章」 */
export const style: Style = {
  name: '第一章',
  rank: 1,
  pattern: /第 ?((?:[一二三四五六七八九十百] ?){1,4}|\d{1,3}) ?章(?![程])[ :、]*/y,
  ordinal: (said) => (/\d/.test(said) ? Number(said) : readNumeral(said.replaceAll(' ', ''))),
  inside: /[。\s]/,
}
