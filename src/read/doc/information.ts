/** What the header of a Word 97 to 2003 document says ([MS-DOC] 2.5, Fib). */
export interface FileInformation {
  readonly encrypted: boolean
  /** Lists with automatic numbers are defined. */
  readonly lists: boolean
}

const SECTOR = 512
const MAGIC = 0xa5ec
const FLAGS = 10
const ENCRYPTED = 0x0100
/** Offset of the length of PlfLfo, the list of list uses: pair 74 behind the fixed parts of 154 bytes. */
const LIST_LENGTH = 154 + 74 * 8 + 4

/** Finds the header, which begins at a sector of the compound file; undefined for another kind of compound file. */
export function fileInformationOf(bytes: Uint8Array): FileInformation | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  for (let at = SECTOR; at + LIST_LENGTH + 4 <= bytes.length; at += SECTOR) {
    if (view.getUint16(at, true) !== MAGIC) continue
    return {
      encrypted: (view.getUint16(at + FLAGS, true) & ENCRYPTED) !== 0,
      lists: view.getUint32(at + LIST_LENGTH, true) > 4,
    }
  }
  return undefined
}
