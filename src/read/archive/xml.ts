import { UnreadableError } from '../page/unreadable.js'

/** The attributes of an element as they are written; most are never asked for. */
export type Attributes = string

/** What a reader wants to hear of an XML part; names come without their prefix. */
export interface Handlers {
  open(name: string, attributes: Attributes): void
  close?(name: string): void
  text?(text: string): void
}

function decodeXml(bytes: Uint8Array): string {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : ''
  const declared = /^<\?xml[^>]{0,80}encoding=["']gb/i.test(Buffer.from(bytes.subarray(0, 120)).toString('latin1'))
  return new TextDecoder(wide || (declared ? 'gb18030' : 'utf-8')).decode(bytes)
}

/**
 * Reads an XML part from its beginning to its end. Entities of a DTD are not expanded: a part that uses one counts as
 * damaged, as does one whose elements do not close in order.
 */
export function scanXml(bytes: Uint8Array, handlers: Handlers): void {
  const scanner = new Scanner(decodeXml(bytes), handlers)
  scanner.scan()
}

const damaged = () => new UnreadableError('read.damaged-xml')
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Text without its references: 「&#x4e00;」 → 一. Only those that XML itself defines are known. */
function resolve(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(x?)([\da-fA-F]{1,6})|(\w{1,8}))?;?/g, (whole, hex, code, name) => {
    const sign = code === undefined ? ENTITIES[name] : signOf(Number.parseInt(code, hex ? 16 : 10))
    if (sign === undefined || !whole.endsWith(';')) throw damaged()
    return sign
  })
}

const signOf = (code: number) => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined)

const [BANG, QUOTE, APOSTROPHE, SLASH, GREATER, QUESTION, COLON] = [33, 34, 39, 47, 62, 63, 58]

class Scanner {
  readonly #text: string
  readonly #handlers: Handlers
  readonly #open: string[] = []
  #at = 0

  constructor(text: string, handlers: Handlers) {
    this.#text = text
    this.#handlers = handlers
  }

  scan(): void {
    const text = this.#text
    for (;;) {
      const tag = text.indexOf('<', this.#at)
      const end = tag < 0 ? text.length : tag
      if (end > this.#at && this.#open.length > 0) this.#hear(this.#at, end)
      if (tag < 0) break
      const c = text.charCodeAt(tag + 1)
      if (c === SLASH) this.#close(tag)
      else if (c === BANG) this.#declaration(tag)
      else if (c === QUESTION) this.#at = this.#behind('?>', tag)
      else this.#start(tag)
    }
    if (this.#open.length > 0) throw damaged()
  }

  #hear(start: number, end: number): void {
    this.#handlers.text?.(resolve(this.#text.slice(start, end)))
  }

  /** The offset behind the next mark; without it the part is cut off. */
  #behind(mark: string, from: number): number {
    const at = this.#text.indexOf(mark, from)
    if (at < 0) throw damaged()
    return at + mark.length
  }

  /** A start tag: its `>` is the first outside quotes. */
  #start(tag: number): void {
    const text = this.#text
    let nameEnd = 0
    let colon = tag
    let quote = 0
    let i = tag + 1
    for (; i < text.length; i++) {
      const c = text.charCodeAt(i)
      if (quote !== 0) quote = c === quote ? 0 : quote
      else if (c === GREATER) break
      else if (nameEnd === 0) {
        if (c === COLON) colon = i
        else if (c <= 32 || c === SLASH) nameEnd = i
      } else if (c === QUOTE || c === APOSTROPHE) quote = c
    }
    if (i >= text.length) throw damaged()
    const empty = text.charCodeAt(i - 1) === SLASH
    const name = text.slice(colon + 1, nameEnd || i)
    this.#at = i + 1
    this.#handlers.open(name, nameEnd === 0 ? '' : text.slice(nameEnd, empty ? i - 1 : i))
    if (empty) this.#handlers.close?.(name)
    else this.#open.push(name)
  }

  #close(tag: number): void {
    this.#at = this.#behind('>', tag)
    const whole = this.#text.slice(tag + 2, this.#at - 1)
    const name = whole.slice(whole.indexOf(':') + 1).trimEnd()
    if (this.#open.pop() !== name) throw damaged()
    this.#handlers.close?.(name)
  }

  /** A comment, a CDATA section, or a DTD, which says nothing that is used. */
  #declaration(tag: number): void {
    const text = this.#text
    if (text.startsWith('<!--', tag)) this.#at = this.#behind('-->', tag + 4)
    else if (text.startsWith('<![CDATA[', tag)) {
      this.#at = this.#behind(']]>', tag + 9)
      this.#handlers.text?.(text.slice(tag + 9, this.#at - 3))
    } else {
      const end = this.#behind('>', tag)
      const subset = text.indexOf('[', tag)
      this.#at = subset > 0 && subset < end ? this.#behind('>', this.#behind(']', subset)) : end
    }
  }
}

const VALUE = /\s*=\s*(?:"([^"]*)"|'([^']*)')/y

/** An attribute by its name without prefix: `w:val="一"` → 一 */
export function attributeOf(attributes: Attributes, name: string): string | undefined {
  for (let at = attributes.indexOf(name); at >= 0; at = attributes.indexOf(name, at + 1)) {
    const before = attributes.charCodeAt(at - 1)
    if (at > 0 && before > 32 && before !== COLON) continue
    VALUE.lastIndex = at + name.length
    const value = VALUE.exec(attributes)
    if (value) return resolve(value[1] ?? value[2]!)
  }
  return undefined
}

/** Whether a switch such as `<w:vanish/>` is on: it is unless its value says no. */
export const isOn = (attributes: Attributes) => !/^(?:0|false|off)$/.test(attributeOf(attributes, 'val') ?? '')
