import { readNumeral } from '../text/numerals.js'
import type { Style } from '../types.js'

/** 「（一）加强组织领导」 */
export const style: Style = {
  name: '（一）',
  rank: 5,
  pattern: /\( ?([一二三四五六七八九十]{1,4}) ?\)(?!项(?!目)|款(?!项)|[条至和]|、 ?[(\d])[、.]?/y,
  ordinal: readNumeral,
  inside: /[^第至和按照款条、及与]/,
}
