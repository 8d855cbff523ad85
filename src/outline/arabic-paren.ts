import type { Style } from '../types.js'

/** 「（1）建立台账」「1）」 */
export const style: Style = {
  name: '（1）',
  rank: 7,
  pattern: /\(? ?(\d{1,2}) ?\)(?![号项款条])[、.]?/y,
  ordinal: Number,
  inside: /[。!?;:,\s”]/,
  closes: true,
}
