import type { Style } from '../types.js'

/** 「1、落实责任」 */
export const style: Style = {
  name: '1、',
  rank: 6,
  pattern: /(\d{1,3}) ?、(?! *\d)/y,
  ordinal: Number,
  inside: /[。!?;:\s”)]/,
}
