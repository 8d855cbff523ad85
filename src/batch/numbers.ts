/** Numbers by their names: an open hash table that keeps no name, since whoever has the numbers can say it. */
export class Numbers {
  /** A number plus one, 0 where there is none. */
  private slots = new Uint32Array(1 << 7)
  private count = 0
  private readonly nameOf: (number: number) => string

  constructor(nameOf: (number: number) => string) {
    this.nameOf = nameOf
  }

  /** Puts a number under its name, unless another has that; gives the one that has it. */
  add(name: string, number: number): number {
    if (this.count * 2 >= this.slots.length) this.spread()
    const slot = this.slotOf(name)
    const there = this.slots[slot]!
    if (there > 0) return there - 1
    this.slots[slot] = number + 1
    this.count++
    return number
  }

  find(name: string): number | undefined {
    const there = this.slots[this.slotOf(name)]!
    return there > 0 ? there - 1 : undefined
  }

  /** The slot that holds a name, or the free one where it belongs. */
  private slotOf(name: string): number {
    const mask = this.slots.length - 1
    let slot = hash(name) & mask
    for (let there = this.slots[slot]!; there > 0; there = this.slots[slot]!) {
      if (this.nameOf(there - 1) === name) break
      slot = (slot + 1) & mask
    }
    return slot
  }

  private spread(): void {
    const { slots } = this
    this.slots = new Uint32Array(slots.length * 2)
    const mask = this.slots.length - 1
    for (const there of slots) {
      if (there === 0) continue
      let slot = hash(this.nameOf(there - 1)) & mask
      while (this.slots[slot]! > 0) slot = (slot + 1) & mask
      this.slots[slot] = there
    }
  }
}

/** FNV-1a over UTF-16 units. */
function hash(name: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < name.length; i++) value = Math.imul(value ^ name.charCodeAt(i), 0x01000193)
  return value >>> 0
}
