/**
 * Many paths in little memory: each one has a number, in the order in which they came, and is found again. They lie
 * packed outside the heap, two bytes a character and some twenty more, so that a hundred thousand files are a few MB.
 */
export class Paths {
  private text = Buffer.alloc(1 << 12)
  /** Where each path ends in `text`, in bytes. */
  private ends = new Uint32Array(1 << 6)
  /** An open hash table: the number of a path plus one, 0 where there is none. */
  private slots = new Uint32Array(1 << 7)
  private count = 0

  get length(): number {
    return this.count
  }

  /** The number of a path, a new one unless it is there already. */
  add(path: string): number {
    const slot = this.slotOf(path)
    const there = this.slots[slot]!
    if (there > 0) return there - 1
    const start = this.startOf(this.count)
    const end = start + path.length * 2
    if (end > this.text.length) this.text = Buffer.concat([this.text], Math.max(end, this.text.length * 2))
    if (this.count === this.ends.length) this.ends = grown(this.ends)
    this.text.write(path, start, 'utf16le')
    this.ends[this.count++] = end
    this.slots[slot] = this.count
    if (this.count * 2 > this.slots.length) this.spread()
    return this.count - 1
  }

  /** The number of a path, undefined where it was never added. */
  find(path: string): number | undefined {
    const there = this.slots[this.slotOf(path)]!
    return there > 0 ? there - 1 : undefined
  }

  at(number: number): string {
    return this.text.toString('utf16le', this.startOf(number), this.ends[number])
  }

  private startOf(number: number): number {
    return number > 0 ? this.ends[number - 1]! : 0
  }

  /** The slot that holds a path, or the free one where it belongs. */
  private slotOf(path: string): number {
    const mask = this.slots.length - 1
    let slot = hash(path) & mask
    for (let there = this.slots[slot]!; there > 0; there = this.slots[slot]!) {
      if (this.at(there - 1) === path) break
      slot = (slot + 1) & mask
    }
    return slot
  }

  private spread(): void {
    this.slots = new Uint32Array(this.slots.length * 2)
    for (let number = 0; number < this.count; number++) this.slots[this.slotOf(this.at(number))] = number + 1
  }
}

/** The same numbers with as much room again. */
export function grown<Numbers extends Uint32Array | Float64Array>(numbers: Numbers): Numbers {
  const more = new (numbers.constructor as new (length: number) => Numbers)(numbers.length * 2)
  more.set(numbers)
  return more
}

/** FNV-1a over UTF-16 units. */
function hash(path: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < path.length; i++) value = Math.imul(value ^ path.charCodeAt(i), 0x01000193)
  return value >>> 0
}
