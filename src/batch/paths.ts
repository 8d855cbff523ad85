import { Numbers } from './numbers.js'

/** Paths as they go from thread to thread. */
export interface Packed {
  readonly count: number
  /** One behind the other in UTF-16. */
  readonly text: Uint8Array<ArrayBuffer>
  /** Where each ends in `text`, in bytes. */
  readonly ends: Uint32Array<ArrayBuffer>
}

const NONE: Packed = { count: 0, text: new Uint8Array(), ends: new Uint32Array() }

/**
 * Many paths in little memory: each one has a number, in the order in which they came, and is found again. They lie
 * packed outside the heap, two bytes a character and some twelve more, so that a hundred thousand files are a few MB.
 */
export class Paths {
  private text: Buffer
  private ends: Uint32Array<ArrayBuffer>
  private count = 0
  private readonly numbers = new Numbers((number) => this.at(number))

  constructor({ count, text, ends } = NONE) {
    this.text = Buffer.from(text.buffer, text.byteOffset, text.byteLength)
    this.ends = ends
    for (; this.count < count; this.count++) this.numbers.add(this.at(this.count), this.count)
  }

  get length(): number {
    return this.count
  }

  get packed(): Packed {
    const { count } = this
    return { count, text: Uint8Array.from(this.text.subarray(0, this.startOf(count))), ends: this.ends.slice(0, count) }
  }

  /** The number of a path, a new one unless it is there already. */
  add(path: string): number {
    const number = this.numbers.add(path, this.count)
    if (number < this.count) return number
    const start = this.startOf(this.count)
    const end = start + path.length * 2
    if (end > this.text.length) this.text = Buffer.concat([this.text], Math.max(end, this.text.length * 2, 1 << 12))
    if (this.count === this.ends.length) this.ends = grown(this.ends)
    this.text.write(path, start, 'utf16le')
    this.ends[this.count++] = end
    return number
  }

  /** The number of a path, undefined where it was never added. */
  find(path: string): number | undefined {
    return this.numbers.find(path)
  }

  at(number: number): string {
    return this.text.toString('utf16le', this.startOf(number), this.ends[number])
  }

  private startOf(number: number): number {
    return number > 0 ? this.ends[number - 1]! : 0
  }
}

/** The same numbers with as much room again. */
export function grown<List extends Uint32Array | Float64Array>(list: List): List {
  const more = new (list.constructor as new (length: number) => List)(Math.max(64, list.length * 2))
  more.set(list)
  return more
}
