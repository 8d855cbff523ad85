/** The seven marks whose width depends on their neighbours: `,` → `，`. */
export const WIDE: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
}
/** The way back: `，` → `,`. */
export const NARROW: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(WIDE).map(([narrow, wide]) => [wide, narrow]),
)
const ANY_NARROW = /[,;:?!()]/
const ANY_WIDE = /[，；：？！（）]/
const EACH_NARROW = new RegExp(ANY_NARROW, 'g')
const EACH_WIDE = new RegExp(ANY_WIDE, 'g')

/** True where one of the seven marks is half-width: `a?b`. */
export const hasNarrowMark = (text: string): boolean => ANY_NARROW.test(text)
/** True where one of the seven marks is full-width: 「好？」 */
export const hasWideMark = (text: string): boolean => ANY_WIDE.test(text)

/** The seven marks of a text full-width: 「甲,乙(丙)」 → 「甲，乙（丙）」 */
export const widenMarks = (text: string): string => text.replace(EACH_NARROW, (c) => WIDE[c]!)

/** The seven marks of a text half-width: 「甲，乙（丙）」 → 「甲,乙(丙)」 */
export const narrowMarks = (text: string): string => text.replace(EACH_WIDE, (c) => NARROW[c]!)

/** What a character does to the depth of round brackets: 1 opens one, −1 closes one, 0 for all others. */
export function bracketOf(c: string): number {
  return c === '(' || c === '（' ? 1 : c === ')' || c === '）' ? -1 : 0
}
