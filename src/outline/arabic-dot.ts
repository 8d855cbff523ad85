import type { Style } from '../types.js'

/** 「3.加强项目管理」「30.2020年是…」, not 「3.5万人」. */
export const style: Style = {
  name: '1.',
  rank: 6,
  pattern: /(\d{1,3}) ?\.(?:(?![\d.])(?= *[^\d\s.,;:!?)])|(?= ?(?:19|20|1)\d\d年))/y,
  ordinal: Number,
  inside: /[。!?;:\s”)]/,
}
