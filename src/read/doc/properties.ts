/** What is said of a paragraph whose mark stands at an offset. */
export interface Properties {
  inTable?: boolean
  /** The mark ends a row. */
  rowEnd?: boolean
  /** Where the edges of the cells of a row are, and which of them go on with the cell above or to the left. */
  edges?: number[]
  merges?: ('above' | 'left' | undefined)[]
  /** The run of a list that its automatic number comes from, and the level in it; '0' for none. */
  list?: string
  listLevel?: number
  level?: number
}

/** A stretch of a stream, in bytes. */
interface Run<T> {
  readonly start: number
  readonly end: number
  readonly value: T
}

const PAPX = 154 + 13 * 8
const CHPX = 154 + 12 * 8
const PAGE = 512

/** Property modifiers by their codes ([MS-DOC] 2.6). */
const SPRM = {
  inTable: 0x2416,
  rowEnd: 0x2417,
  list: 0x460b,
  listLevel: 0x260a,
  outline: 0x2640,
  huge: 0x6646,
  defineTable: 0xd608,
  mergeDown: 0xd62b,
  merge: 0x5624,
  deleted: 0x0800,
  hidden: 0x083c,
  tabs: 0xc615,
} as const
const OPERANDS = [1, 1, 2, 4, 2, 2, 0, 3] as const

function eachModifier(list: Buffer, see: (code: number, operand: Buffer) => void): void {
  for (let at = 0; at + 3 <= list.length; ) {
    const code = list.readUInt16LE(at)
    let start = at + 2
    let size: number = OPERANDS[code >> 13]!
    if (code === SPRM.defineTable) {
      if (start + 2 > list.length) return
      size = list.readUInt16LE(start) - 1
      start += 2
    } else if (size === 0) {
      size = list[start]!
      start += 1
      if (code === SPRM.tabs && size === 255) return
    }
    if (size < 0) return
    see(code, list.subarray(start, start + size))
    at = start + size
  }
}

/** The runs that formatted disk pages describe; `read` gets the page and the offset of a run's properties in it. */
function runsOf<T>(
  document: Buffer,
  table: Buffer,
  pair: number,
  read: (page: Buffer, run: number, runs: number) => T,
): Run<T>[] {
  const start = document.readUInt32LE(pair)
  const list = table.subarray(start, start + document.readUInt32LE(pair + 4))
  const count = Math.floor((list.length - 4) / 8)
  const out: Run<T>[] = []
  for (let i = 0; i < count; i++) {
    const number = list.readUInt32LE((count + 1) * 4 + i * 4) & 0x3fffff
    const page = document.subarray(number * PAGE, (number + 1) * PAGE)
    if (page.length < PAGE) continue
    const runs = page[PAGE - 1]!
    for (let run = 0; run < runs && (run + 2) * 4 <= PAGE; run++)
      out.push({ start: page.readUInt32LE(run * 4), end: page.readUInt32LE(run * 4 + 4), value: read(page, run, runs) })
  }
  return out.sort((a, b) => a.start - b.start)
}

const at =
  <T>(runs: readonly Run<T>[]) =>
  (offset: number): T | undefined => {
    let [low, high] = [0, runs.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (runs[middle]!.end <= offset) low = middle + 1
      else high = middle
    }
    const run = runs[low]
    return run && run.start <= offset ? run.value : undefined
  }

/** What is said of paragraphs, by the offset of a character in the stream. */
export function paragraphsOf(
  document: Buffer,
  table: Buffer,
  data: Buffer,
): (offset: number) => Properties | undefined {
  return at(
    runsOf(document, table, PAPX, (page, run, runs) => {
      const place = page[(runs + 1) * 4 + run * 13]! * 2
      const size = place === 0 ? 0 : page[place]!
      const list =
        size === 0
          ? page.subarray(place + 2, place + 2 + page[place + 1]! * 2)
          : page.subarray(place + 1, place + size * 2)
      return place === 0 || list.length < 2 ? {} : propertiesOf(list.readUInt16LE(0), list.subarray(2), data)
    }),
  )
}

function propertiesOf(style: number, list: Buffer, data: Buffer): Properties {
  const out: Properties = style >= 1 && style <= 9 ? { level: style } : {}
  const see = (code: number, operand: Buffer): void => {
    if (code === SPRM.inTable) out.inTable = operand[0] === 1
    else if (code === SPRM.rowEnd) out.rowEnd = operand[0] === 1
    else if (code === SPRM.list) out.list = String(operand.readUInt16LE(0))
    else if (code === SPRM.listLevel) out.listLevel = operand[0]!
    else if (code === SPRM.outline) setLevel(out, operand[0]!)
    else if (code === SPRM.defineTable) readTable(out, operand)
    else if (code === SPRM.mergeDown && operand.length >= 2)
      setMerge(out, operand[0]!, operand[1] === 1 ? 'above' : undefined)
    else if (code === SPRM.merge) for (let i = operand[0]! + 1; i < operand[1]!; i++) setMerge(out, i, 'left')
    else if (code === SPRM.huge) {
      const from = operand.readUInt32LE(0)
      if (from + 2 <= data.length) eachModifier(data.subarray(from + 2, from + 2 + data.readUInt16LE(from)), see)
    }
  }
  eachModifier(list, see)
  return out
}

function setLevel(out: Properties, outline: number): void {
  if (outline < 9) out.level = outline + 1
  else delete out.level
}

function setMerge(out: Properties, cell: number, merge: 'above' | 'left' | undefined): void {
  out.merges ??= []
  out.merges[cell] = merge
}

/** Cells of a row: edges in twips, then 20 bytes a cell that begin with its flags. */
function readTable(out: Properties, operand: Buffer): void {
  const cells = operand[0] ?? 0
  const flagsAt = 1 + (cells + 1) * 2
  if (operand.length < flagsAt) return
  out.edges = Array.from({ length: cells + 1 }, (_, i) => operand.readInt16LE(1 + i * 2))
  for (let i = 0; i < cells && flagsAt + i * 20 + 2 <= operand.length; i++) {
    const flags = operand.readUInt16LE(flagsAt + i * 20)
    setMerge(out, i, flags & 0x02 ? 'left' : (flags & 0x60) === 0x20 ? 'above' : undefined)
  }
}

/** Whether a character was deleted while changes were tracked, or is hidden. */
export function goneOf(document: Buffer, table: Buffer): (offset: number) => boolean | undefined {
  return at(
    runsOf(document, table, CHPX, (page, run, runs) => {
      const place = page[(runs + 1) * 4 + run]! * 2
      let gone = false
      if (place > 0)
        eachModifier(page.subarray(place + 1, place + 1 + page[place]!), (code, operand) => {
          if (code === SPRM.deleted || code === SPRM.hidden) gone ||= operand[0] === 1
        })
      return gone
    }),
  )
}
