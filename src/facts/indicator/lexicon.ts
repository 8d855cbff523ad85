import { among } from '../../text/match.js'

/** The longest word of a table that starts at an offset and ends by `end`: 「建成投用」 before 「建成」. */
export type Lexicon = (text: string, at: number, end: number) => string | undefined

/** A table of words, in a string with blanks between or one by one, for look-up at an offset. */
export function lexicon(words: string | Iterable<string>): Lexicon {
  const all = wordsOf(words)
  const begins = among(firstsOf(all))
  const byFirst = groupBy(all, (word) => word.charCodeAt(0))
  return (text, at, end) =>
    begins(text, at)
      ? byFirst.get(text.charCodeAt(at))!.find((word) => at + word.length <= end && text.startsWith(word, at))
      : undefined
}

/** The words of a table that is written as a string with blanks between, or one by one. */
const wordsOf = (words: string | Iterable<string>): string[] =>
  typeof words === 'string' ? words.trim().split(/\s+/) : [...words]

/** The characters that the words of a table begin with. */
export const firstsOf = (words: string | Iterable<string>): string =>
  wordsOf(words)
    .map((word) => word[0])
    .join('')

/** Words by a UTF-16 unit of theirs, the longest first. */
function groupBy(words: readonly string[], unitOf: (word: string) => number): Map<number, string[]> {
  const groups = new Map<number, string[]>()
  for (const word of words) {
    const unit = unitOf(word)
    const group = groups.get(unit)
    if (group) group.push(word)
    else groups.set(unit, [word])
  }
  for (const group of groups.values()) group.sort((a, b) => b.length - a.length)
  return groups
}

/** The longest word of a table that ends at an offset and starts at or behind `start`. */
export function suffixes(
  words: string | Iterable<string>,
): (text: string, start: number, end: number) => string | undefined {
  const all = wordsOf(words)
  const ends = among(all.map((word) => word.at(-1)).join(''))
  const byLast = groupBy(all, (word) => word.charCodeAt(word.length - 1))
  return (text, start, end) =>
    ends(text, end - 1)
      ? byLast
          .get(text.charCodeAt(end - 1))!
          .find((word) => end - word.length >= start && text.startsWith(word, end - word.length))
      : undefined
}
