import type { Style } from '../types.js'

/** 「A. 减废回收」 of Hong Kong; a marker only as the next one of its list. */
export const style: Style = {
  name: 'A.',
  rank: 4.4,
  pattern: /([A-Z]) ?[.、](?= *[一-龥“])/y,
  ordinal: (said) => said.charCodeAt(0) - 64,
  strict: true,
}
