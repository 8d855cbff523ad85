import type { Style } from '../types.js'

/** 「3.加强项目管理」, not 「3.5万人」. */
export const style: Style = {
  name: '1.',
  rank: 6,
  pattern: /(\d{1,3}) ?\.(?![\d.])(?= *[^\d\s.,;:!?)])/y,
  ordinal: Number,
  inside: /[。!?;:\s”)]/,
}
