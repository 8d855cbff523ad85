import type { Style } from '../types.js'

/** 「1、落实责任」「1、113年底前完成」 */
export const style: Style = {
  name: '1、',
  rank: 6,
  pattern: /(\d{1,3}) ?、(?:(?! *\d)|(?= ?(?:(?:19|20)[\dx×*]{2}|1\d\d)年))/y,
  ordinal: Number,
  inside: /[。!?;:\s”)]/,
}
