/** A piece of an RTF file: a brace, a control word or sign with its number, a byte, plain characters. */
export type Token =
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  | { readonly kind: 'word'; readonly word: string; readonly number?: number }
  | { readonly kind: 'byte'; readonly byte: number }
  | { readonly kind: 'text'; readonly text: string }

const WORD = /\\([a-zA-Z]{1,32})(-?\d{1,10})? ?/y
const TEXT = /[^\\{}\r\n]+/y
const BINARY = /\\bin(\d{1,10}) ?/y

/** The tokens of a file whose bytes are given as Latin-1 characters. */
export function* tokensOf(file: string): Generator<Token> {
  for (let i = 0; i < file.length; ) {
    const c = file[i]!
    if (c === '{' || c === '}') {
      yield c === '{' ? { kind: 'open' } : { kind: 'close' }
      i++
    } else if (c === '\r' || c === '\n') i++
    else if (c !== '\\') {
      TEXT.lastIndex = i
      const text = TEXT.exec(file)![0]
      yield { kind: 'text', text }
      i += text.length
    } else if (file[i + 1] === "'") {
      const byte = Number.parseInt(file.slice(i + 2, i + 4), 16)
      if (!Number.isNaN(byte)) yield { kind: 'byte', byte }
      i += 4
    } else {
      BINARY.lastIndex = WORD.lastIndex = i
      const binary = BINARY.exec(file)
      const word = WORD.exec(file)
      if (binary) i += binary[0].length + Number(binary[1])
      else if (word) {
        yield { kind: 'word', word: word[1]!, ...(word[2] !== undefined && { number: Number(word[2]) }) }
        i += word[0].length
      } else {
        yield { kind: 'word', word: file[i + 1] ?? '' }
        i += 2
      }
    }
  }
}
