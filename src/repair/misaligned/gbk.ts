import { CELLS } from '../../data/generated/repair.js'

const LEADS = 0xfe - 0x81 + 1
const TRAILS = 0xfe - 0x40 + 1

const cells = new Uint8Array(LEADS * TRAILS * 2)
for (let i = 0; i < LEADS * TRAILS; i++) {
  const trail = 0x40 + (i % TRAILS)
  // 7F is no trail: its cell repeats the one before, so that the index stays plain arithmetic.
  cells.set([0x81 + Math.floor(i / TRAILS), trail === 0x7f ? 0x7e : trail], i * 2)
}
const DECODED = [...new TextDecoder('gbk').decode(cells)]
const CODES = new Uint16Array(65536)
/** Cells that older decoders show as private use: both forms stand for the same bytes. */
for (const entry of CELLS.split(' ')) {
  const code = Number.parseInt(entry, 16)
  const c = entry.slice(4)
  CODES[c.charCodeAt(0)] = code
  const index = ((code >> 8) - 0x81) * TRAILS + (code & 255) - 0x40
  CODES[DECODED[index]!.charCodeAt(0)] = code
  DECODED[index] = c
}
for (let i = 0; i < DECODED.length; i++) CODES[DECODED[i]!.charCodeAt(0)] ||= (cells[i * 2]! << 8) | cells[i * 2 + 1]!

/** The one byte that decoders of GBK know beyond ASCII: Windows reads 80 as the euro sign. */
export const EURO = 0x80

/** The character of two GBK bytes: 97 6C → 條; '' where the bytes are no pair. */
export function decodePair(lead: number, trail: number): string {
  if (lead < 0x81 || lead > 0xfe || trail < 0x40 || trail > 0xfe || trail === 0x7f) return ''
  return DECODED[(lead - 0x81) * TRAILS + trail - 0x40]!
}

/** The two GBK bytes of a character as one number: 條 → 0x976C; 0 for a character without such. */
export function codeOf(c: string): number {
  return c === '€' ? 0 : CODES[c.charCodeAt(0)]!
}

/** A text with each cell in the form of today's standard, however its decoder showed it. */
export function canonical(text: string): string {
  if (!/[\ue000-\uf8ff]/.test(text)) return text
  return Array.from(text, (c) => ((code) => (code > 0 ? decodePair(code >> 8, code & 255) : c))(codeOf(c))).join('')
}
