import { inflateRawSync } from 'node:zlib'
import { UnreadableError } from '../page/unreadable.js'

interface Entry {
  readonly method: number
  readonly packed: number
  readonly size: number
  readonly header: number
}

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
/** What one part may hold when unpacked: a policy document of a thousand pages has 20 MB. */
const LARGEST_PART = 64 << 20
const LARGEST_ALL = 192 << 20

const damaged = () => new UnreadableError('read.truncated')

/** A zip file whose entries are unpacked one by one, never beyond a limit, whatever sizes it declares. */
export class Archive {
  readonly #bytes: Uint8Array
  readonly #view: DataView
  readonly #entries: ReadonlyMap<string, Entry>
  #unpacked = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
    this.#entries = this.#readDirectory()
  }

  get names(): Iterable<string> {
    return this.#entries.keys()
  }

  /** The bytes of an entry, undefined where there is none. Names are looked up without a leading slash. */
  part(name: string): Uint8Array | undefined {
    const entry = this.#entries.get(name.replace(/^\/+/, ''))
    if (!entry) return undefined
    const { header, method, packed, size } = entry
    if (size > LARGEST_PART || this.#unpacked + size > LARGEST_ALL) throw new UnreadableError('read.bomb')
    if (header + 30 > this.#bytes.length || this.#view.getUint32(header, true) !== LOCAL) throw damaged()
    if (this.#view.getUint16(header + 6, true) & 1) throw new UnreadableError('read.encrypted')
    const start = header + 30 + this.#view.getUint16(header + 26, true) + this.#view.getUint16(header + 28, true)
    if (start + packed > this.#bytes.length) throw damaged()
    const data = this.#bytes.subarray(start, start + packed)
    this.#unpacked += size
    if (method === 0) return data
    if (method !== 8) throw damaged()
    return inflate(data, size)
  }

  #readDirectory(): Map<string, Entry> {
    const view = this.#view
    let end = this.#bytes.length - 22
    const first = Math.max(0, end - 65535)
    while (end >= first && view.getUint32(end, true) !== END) end--
    if (end < first || end < 0) throw damaged()
    const entries = new Map<string, Entry>()
    let at = view.getUint32(end + 16, true)
    for (let left = view.getUint16(end + 10, true); left > 0; left--) {
      if (at + 46 > this.#bytes.length || view.getUint32(at, true) !== CENTRAL) throw damaged()
      const length = view.getUint16(at + 28, true)
      const name = new TextDecoder().decode(this.#bytes.subarray(at + 46, at + 46 + length))
      entries.set(name.replaceAll('\\', '/').replace(/^\/+/, ''), {
        method: view.getUint16(at + 10, true),
        packed: view.getUint32(at + 20, true),
        size: view.getUint32(at + 24, true),
        header: view.getUint32(at + 42, true),
      })
      at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    }
    return entries
  }
}

/** Unpacks exactly what was declared: an entry that holds more is a bomb, one that holds less is damaged. */
function inflate(data: Uint8Array, size: number): Uint8Array {
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(size, 1) })
  } catch (error) {
    const tooLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
    throw tooLarge ? new UnreadableError('read.bomb') : damaged()
  }
}
