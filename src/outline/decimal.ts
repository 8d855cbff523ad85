import type { Style } from '../types.js'

/** 「1.1 适用范围」: a marker only as the next one of its list, since 5.12 may be a day and 1.28 a figure. */
export const style: Style = {
  name: '1.1',
  rank: 6.5,
  pattern: /(\d{1,2}\.\d{1,2})(?![\d.]|[%‰]|[万亿个元倍年月日])(?: |(?=[一-龥“]))/y,
  ordinal: (said) => Number(said.split('.')[1]),
  inside: /[。!?;:\s]/,
  strict: true,
}
