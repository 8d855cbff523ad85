import type { Edit, Repair } from '../types.js'

/** The references that editors of web pages leave in text, with what they stand for. */
const NAMED: Readonly<Record<string, string>> = {
  nbsp: ' ',
  ensp: ' ',
  thinsp: ' ',
  emsp: '\u3000',
  zwnj: '',
  zwj: '',
  shy: '',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  laquo: '«',
  raquo: '»',
  lsaquo: '‹',
  rsaquo: '›',
  lang: '〈',
  rang: '〉',
  bull: '•',
  sect: '§',
  middot: '·',
  permil: '‰',
  times: '×',
  divide: '÷',
  plusmn: '±',
  deg: '°',
  ge: '≥',
  le: '≤',
  ne: '≠',
  yen: '¥',
  quot: '"',
  lt: '<',
  gt: '>',
  amp: '&',
}
/** 「&ldquo;」「&#12298;」「&#x3000;」「&amp;nbsp;」, put in twice, and 「&nbsp」, the one that is often left without its end. */
const REFERENCE = /&(?:amp;){0,3}(?:(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));|(nbsp)(?![a-z0-9=;]))/gi
const LAST = 0x10ffff

/** What a reference stands for: `ldquo` → “, `#x3000` → an ideographic space; undefined for what is no character of a text. */
function readReference(decimal?: string, hex?: string, closed?: string, open?: string): string | undefined {
  const name = closed ?? open
  if (name !== undefined) return NAMED[name]
  const code = decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal)
  if (code > LAST || (code >= 0xd800 && code < 0xe000) || (code < 0x20 && code !== 9) || (code >= 0x7f && code < 0xa0))
    return undefined
  return String.fromCodePoint(code)
}

/** Character references that were never read: 「&ldquo;十四五&rdquo;」 → 「“十四五”」. */
export const repair: Repair<'entity'> = {
  kind: 'entity',
  suspects: (text) => text.includes('&') && text.search(REFERENCE) >= 0,
  find(text) {
    const edits: Edit[] = []
    for (const match of text.matchAll(REFERENCE)) {
      const [before, ...parts] = match
      const after = readReference(...parts)
      const span = { start: match.index, end: match.index + before.length }
      if (after !== undefined) edits.push({ span, before, after, kind: 'entity' })
    }
    return { edits, notes: [] }
  },
}
