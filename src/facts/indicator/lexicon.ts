/** The longest word of a table that starts at an offset and ends by `end`: 「建成投用」 before 「建成」. */
export type Lexicon = (text: string, at: number, end: number) => string | undefined

/** A table of words, in a string with blanks between or one by one, for look-up at an offset. */
export function lexicon(words: string | Iterable<string>): Lexicon {
  const byFirst = new Map<string, string[]>()
  for (const word of wordsOf(words)) {
    const list = byFirst.get(word[0]!)
    if (list) list.push(word)
    else byFirst.set(word[0]!, [word])
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.length - a.length)
  return (text, at, end) => byFirst.get(text[at]!)?.find((word) => at + word.length <= end && text.startsWith(word, at))
}

const wordsOf = (words: string | Iterable<string>) => (typeof words === 'string' ? words.trim().split(/\s+/) : words)

/** The longest word of a table that ends at an offset and starts at or behind `start`. */
export function suffixes(
  words: string | Iterable<string>,
): (text: string, start: number, end: number) => string | undefined {
  const byLast = new Map<string, string[]>()
  for (const word of wordsOf(words)) {
    const list = byLast.get(word.at(-1)!)
    if (list) list.push(word)
    else byLast.set(word.at(-1)!, [word])
  }
  for (const list of byLast.values()) list.sort((a, b) => b.length - a.length)
  return (text, start, end) =>
    byLast.get(text[end - 1]!)?.find((word) => end - word.length >= start && text.startsWith(word, end - word.length))
}
