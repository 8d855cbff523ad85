import iconv from 'iconv-lite'

/** How a page was damaged: what reads its glosses, what its question marks, and how each treats a broken pair. */
export interface Manner {
  /** Drops the ASCII character behind a lone lead, or keeps it. */
  readonly gloss: 'eats' | 'keeps'
  readonly mark: 'eats' | 'keeps'
}

const bytes = (text: string) => iconv.encode(text, 'gbk').toString('latin1')

/** Bytes as a reader of GBK shows them that puts one question mark for what it cannot read. */
function show(raw: string, reader: Manner['gloss']): string {
  // A line is read by itself: its end is no part of a pair.
  return raw.replace(
    /[\x81-\xfe](?:([\x40-\x7e\x80-\xfe])|(.)|(?=\n)|$)/g,
    (pair, trail: string | undefined, other = '') => {
      const c = trail === undefined ? '\ufffd' : iconv.decode(Buffer.from(pair, 'latin1'), 'gbk')
      if (!c.includes('\ufffd')) return bytes(c)
      return reader === 'eats' ? '?' : `?${other}`
    },
  )
}

/** 衛生 with the list 衛 wèi → 衛(wèi)生: each byte pair that looks like a listed character, wherever it lies, in order of syllables. */
export function damage(text: string, list: Readonly<Record<string, string>>, manner: Manner): string {
  let raw = bytes(text)
  const plain = (syllable: string) => syllable.normalize('NFD')
  for (const [c, syllable] of Object.entries(list).sort(([, a], [, b]) => (plain(a) < plain(b) ? -1 : 1)))
    raw = raw.replaceAll(bytes(c), `${bytes(c)}(${bytes(syllable)})`)
  if (manner.gloss !== manner.mark) raw = show(raw, manner.gloss)
  raw = show(raw.replaceAll('\xa3\xbf', '?'), manner.mark)
  return iconv.decode(Buffer.from(raw, 'latin1'), 'gbk')
}
