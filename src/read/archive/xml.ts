import { SaxesParser } from 'saxes'
import { UnreadableError } from '../page/unreadable.js'

export type Attributes = Readonly<Record<string, string>>

/** What a reader wants to hear of an XML part; names come without their prefix. */
export interface Handlers {
  open(name: string, attributes: Attributes): void
  close?(name: string): void
  text?(text: string): void
}

const local = (name: string) => name.slice(name.indexOf(':') + 1)

function decodeXml(bytes: Uint8Array): string {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : ''
  return new TextDecoder(wide || 'utf-8').decode(bytes)
}

/** Reads an XML part from its beginning to its end. Entities of a DTD are not expanded: the part counts as damaged. */
export function scanXml(bytes: Uint8Array, { open, close, text }: Handlers): void {
  const parser = new SaxesParser({ position: false })
  parser.on('error', () => {
    throw new UnreadableError('read.damaged-xml')
  })
  parser.on('opentag', ({ name, attributes }) => open(local(name), attributes as Attributes))
  if (close) parser.on('closetag', ({ name }) => close(local(name)))
  if (text) {
    parser.on('text', text)
    parser.on('cdata', text)
  }
  parser.write(decodeXml(bytes)).close()
}

/** An attribute by its name without prefix: `w:val="一"` → 一 */
export function attributeOf(attributes: Attributes, name: string): string | undefined {
  const plain = attributes[`w:${name}`] ?? attributes[name]
  if (plain !== undefined) return plain
  for (const key in attributes) if (key.endsWith(`:${name}`)) return attributes[key]
  return undefined
}

/** Whether a switch such as `<w:vanish/>` is on: it is unless its value says no. */
export const isOn = (attributes: Attributes) => !/^(?:0|false|off)$/.test(attributeOf(attributes, 'val') ?? '')
