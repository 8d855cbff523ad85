import type { Style } from '../types.js'

/** 「（1）建立台账」「1）」「⑴」 */
export const style: Style = {
  name: '（1）',
  rank: 7,
  pattern: /(?:\(? ?(?=\d))?(\d{1,2}(?= ?\)(?![号项款条]))|[⑴-⒇])(?: ?\))?[、.]?/y,
  ordinal: (said) => (/\d/.test(said) ? Number(said) : said.charCodeAt(0) - 0x2473),
  inside: /[。!?;:,\s”]/,
  closes: true,
}
