import { readNumeral } from '../text/numerals.js'
import type { Style } from '../types.js'

/** 「壹、依据」, the highest style of Taiwan's 公文. */
export const style: Style = {
  name: '壹、',
  rank: 3.7,
  pattern: /([壹贰叁参肆伍陆柒捌玖拾]{1,3}) ?、/y,
  ordinal: (said) => readNumeral(said.replaceAll('参', '叁').replaceAll('拾', '十')),
  inside: /[。!?;:\s]/,
}
