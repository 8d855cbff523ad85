import type { Style } from '../types.js'

/** 「●…」「■…」「——…」, and the private-use characters and U+FFFD that a lost symbol font leaves. */
export const style: Style = {
  name: 'bullet',
  rank: 10,
  pattern: /([●■◆◇◎▲△★☆•·▪►❖\ue000-\uf8ff\ufffd]|--? {0,2}(?=[一-龥“《])) */y,
}
