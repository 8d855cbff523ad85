/** For every UTF-16 unit the one that patterns see: half-width, one form of a bracket, a quotation mark, a dash. */
const FOLDED = new Uint16Array(65536)
for (let i = 0; i < 65536; i++) FOLDED[i] = i >= 0xff01 && i <= 0xff5e ? i - 0xfee0 : i
for (const [to, from] of [
  [' ', '\u3000\u00a0\u2002\u2003\u2009\u202f\t'],
  ['[', '〔［【〖﹝'],
  [']', '〕］】〗﹞'],
  ['(', '﹙'],
  [')', '﹚'],
  ['-', '—–－―‐‑−～〜'],
  ['·', '•∙・‧･'],
  ['“', '「〝„'],
  ['”', '」〞‟'],
  ['‘', '『'],
  ['’', '』'],
  ['《', '«'],
  ['》', '»'],
  ['〈', '<＜‹﹤'],
  ['〉', '>＞›﹥'],
  ['%', '﹪'],
  ['。', '｡'],
  ['、', '､'],
  [';', '；'],
  [':', '∶︰'],
] as const)
  for (const c of from) FOLDED[c.charCodeAt(0)] = to.charCodeAt(0)
FOLDED['~'.charCodeAt(0)] = '-'.charCodeAt(0)

/** The folded twin of a text, of equal length: 「５％（试行）」 → 「5%(试行)」. The script is left to `simplify`. */
export function fold(text: string): string {
  let i = 0
  while (i < text.length && FOLDED[text.charCodeAt(i)] === text.charCodeAt(i)) i++
  if (i === text.length) return text
  const units = new Uint16Array(text.length)
  for (let k = 0; k < text.length; k++) units[k] = FOLDED[text.charCodeAt(k)]!
  return Buffer.from(units.buffer).toString('utf16le')
}
