import { readNumeral } from '../text/numerals.js'
import type { Style } from '../types.js'

/** 「第一条 为了…」「第 1 条」, and articles put in between: 「第三条之一」「第 12-1 条」. */
export const style: Style = {
  name: '第一条',
  rank: 3,
  pattern:
    /第 ?((?:[一二三四五六七八九十百零〇] ?){1,6}|\d{1,3}(?:-\d{1,2})?) ?条(?:之[一二三四五])?(?!第|规定|所|的|至|和|、|款)[ :]*/y,
  ordinal: (said) => (/\d/.test(said) ? Number.parseInt(said, 10) : readNumeral(said.replaceAll(' ', ''))),
  inside: /[。\s]/,
}
