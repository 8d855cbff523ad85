/** Characters of East Asian width W or F (UAX #11), which take two columns of a terminal. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u

/** The columns that a text takes on a terminal: 「指标A」 → 5. */
export function columnsOf(text: string): number {
  let columns = 0
  for (const c of text) columns += WIDE.test(c) ? 2 : 1
  return columns
}
