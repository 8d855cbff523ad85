import { UnreadableError } from '../page/unreadable.js'

/** A run of text with its place in the WordDocument stream; `wide` for two bytes a character. */
export interface Piece {
  readonly text: string
  readonly offset: number
  readonly wide: boolean
}

const CLX = 154 + 33 * 8
const NARROW = 0x40000000

/** The text of a document in order ([MS-DOC] 2.4.1): the piece table says where each part of it is stored. */
export function piecesOf(document: Buffer, table: Buffer): Piece[] {
  const start = document.readUInt32LE(CLX)
  const end = Math.min(table.length, start + document.readUInt32LE(CLX + 4))
  let at = start
  while (at + 3 < end && table[at] === 1) at += 3 + table.readUInt16LE(at + 1)
  if (at + 5 > end || table[at] !== 2) throw new UnreadableError('read.truncated')
  const list = table.subarray(at + 5, Math.min(end, at + 5 + table.readUInt32LE(at + 1)))
  const count = Math.floor((list.length - 4) / 12)
  const narrow = new TextDecoder('windows-1252')
  return Array.from({ length: count }, (_, i) => {
    const length = Math.max(0, list.readUInt32LE(i * 4 + 4) - list.readUInt32LE(i * 4))
    const place = list.readUInt32LE((count + 1) * 4 + i * 8 + 2)
    const wide = (place & NARROW) === 0
    const offset = wide ? place : (place & ~NARROW) >>> 1
    const bytes = document.subarray(offset, offset + length * (wide ? 2 : 1))
    return { text: wide ? bytes.toString('utf16le') : narrow.decode(bytes), offset, wide }
  })
}
