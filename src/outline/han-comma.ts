import { readNumeral } from '../text/numerals.js'
import type { Style } from '../types.js'

/** 「一、总体要求」, also with a dash typed for 一 (「—、总体要求」) and 「一.总体要求」. */
export const style: Style = {
  name: '一、',
  rank: 4,
  pattern: /([一二三四五六七八九十]{1,3}|-) ?[、.](?![、.])/y,
  ordinal: (said) => (said === '-' ? 1 : readNumeral(said)),
  inside: /[。!?;:\s)”》]/,
}
