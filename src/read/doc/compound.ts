import { UnreadableError } from '../page/unreadable.js'

const FREE = 0xfffffffa
const ENTRY = 128
const DIFAT_START = 76
const DIFAT_LENGTH = 109

/** The streams of a compound file ([MS-CFB]): `stream('WordDocument')`. Chains that loop or leave the file end it. */
export class CompoundFile {
  readonly #bytes: Buffer
  readonly #size: number
  readonly #fat: number[] = []
  readonly #mini: number[]
  readonly #entries = new Map<string, { start: number; size: number }>()
  readonly #miniStream: Buffer
  readonly #cutoff: number

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    if (bytes.length < 1536) throw new UnreadableError('read.truncated')
    this.#size = 1 << Math.min(12, this.#bytes.readUInt16LE(30))
    this.#cutoff = this.#bytes.readUInt32LE(56)
    for (const sector of this.#fatSectors()) {
      const part = this.#sector(sector)
      for (let at = 0; at + 4 <= part.length; at += 4) this.#fat.push(part.readUInt32LE(at))
    }
    const directory = this.#chain(this.#bytes.readUInt32LE(48))
    for (let at = 0; at + ENTRY <= directory.length; at += ENTRY) {
      const length = Math.max(0, Math.min(64, directory.readUInt16LE(at + 64)) - 2)
      const name = directory.toString('utf16le', at, at + length)
      const entry = { start: directory.readUInt32LE(at + 116), size: directory.readUInt32LE(at + 120) }
      if (name !== '' && !this.#entries.has(name)) this.#entries.set(name, entry)
    }
    const mini = this.#chain(this.#bytes.readUInt32LE(60))
    this.#mini = Array.from({ length: mini.length >> 2 }, (_, i) => mini.readUInt32LE(i * 4))
    const root = this.#entries.get('Root Entry')
    if (!root) throw new UnreadableError('read.truncated')
    this.#miniStream = this.#chain(root.start)
  }

  has(name: string): boolean {
    return this.#entries.has(name)
  }

  /** A stream by its name; `undefined` where there is none. */
  stream(name: string): Buffer | undefined {
    const entry = this.#entries.get(name)
    if (!entry) return undefined
    const whole = entry.size < this.#cutoff ? this.#miniChain(entry.start) : this.#chain(entry.start)
    if (whole.length < entry.size) throw new UnreadableError('read.truncated')
    return whole.subarray(0, entry.size)
  }

  #sector(number: number): Buffer {
    const at = (number + 1) * this.#size
    return this.#bytes.subarray(at, at + this.#size)
  }

  /** The sectors of the allocation table: 109 in the header, others in a chain of their own. */
  #fatSectors(): number[] {
    const out: number[] = []
    const add = (part: Buffer, count: number) => {
      for (let i = 0; i < count && i * 4 + 4 <= part.length; i++) {
        const sector = part.readUInt32LE(i * 4)
        if (sector < FREE) out.push(sector)
      }
    }
    add(this.#bytes.subarray(DIFAT_START), DIFAT_LENGTH)
    let next = this.#bytes.readUInt32LE(68)
    const most = this.#bytes.length / this.#size
    for (let i = 0; next < FREE && i < most; i++) {
      const part = this.#sector(next)
      if (part.length < this.#size) break
      add(part, this.#size / 4 - 1)
      next = part.readUInt32LE(this.#size - 4)
    }
    return out.slice(0, most)
  }

  #chain(start: number): Buffer {
    return Buffer.concat(follow(start, this.#fat).map((sector) => this.#sector(sector)))
  }

  #miniChain(start: number): Buffer {
    return Buffer.concat(
      follow(start, this.#mini).map((sector) => this.#miniStream.subarray(sector * 64, sector * 64 + 64)),
    )
  }
}

/** The sectors of a chain, up to where it ends, leaves the table or comes back. */
function follow(start: number, table: readonly number[]): number[] {
  const out = new Set<number>()
  for (let sector = start; sector < table.length && !out.has(sector); sector = table[sector]!) out.add(sector)
  return [...out]
}
