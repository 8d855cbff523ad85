import type { Style } from '../types.js'

/** 「1 总则」 of a technical document: a marker only as the next one of its list. */
export const style: Style = {
  name: '1',
  rank: 6,
  pattern: /(\d{1,2}) +(?=[一-龥])/y,
  ordinal: Number,
  inside: /[。!?:\s]/,
  strict: true,
}
