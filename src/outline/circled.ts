import type { Style } from '../types.js'

/** 「①宣传发动」 */
export const style: Style = {
  name: '①',
  rank: 8,
  pattern: /([①-⑳])/y,
  ordinal: (said) => said.charCodeAt(0) - 0x245f,
  inside: /./s,
  closes: true,
}
