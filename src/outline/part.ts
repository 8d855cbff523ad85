import { readNumeral } from '../text/numerals.js'
import type { Style } from '../types.js'

/** 「第一节 发展基础」 */
export const style: Style = {
  name: '第一节',
  rank: 2,
  pattern: /第 ?((?:[一二三四五六七八九十] ?){1,3}|\d{1,2}) ?节(?![能约])[ :、]*/y,
  ordinal: (said) => (/\d/.test(said) ? Number(said) : readNumeral(said.replaceAll(' ', ''))),
  inside: /[。\s]/,
}
