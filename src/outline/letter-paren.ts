import type { Style } from '../types.js'

/** 「(a) 增设回收箱」 of Hong Kong; a marker only as the next one of its list. */
export const style: Style = {
  name: '（a）',
  rank: 8.2,
  pattern: /\( ?([a-z]) ?\)(?= *[一-龥“\d])/y,
  ordinal: (said) => said.charCodeAt(0) - 96,
  inside: /[。!?;:,\s]/,
  closes: true,
  strict: true,
}
