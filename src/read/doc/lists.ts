import type { Abstract, Level, Lists } from '../page/numbering.js'

/** Where the header of a document ([MS-DOC] 2.5.6) tells of its lists and of the runs of them. */
const LISTS = 154 + 73 * 8
const RUNS = 154 + 74 * 8
const LIST = 28
const LEVEL = 28
const RUN = 16
const MOST_LEVELS = 9

/** Number formats ([MS-OSHARED] 2.2.1.3) by their names in ISO/IEC 29500; others are decimal. */
const FORMATS: Readonly<Record<number, string>> = {
  ...{ 1: 'upperRoman', 2: 'lowerRoman', 3: 'upperLetter', 4: 'lowerLetter', 10: 'ideographDigital' },
  ...{ 11: 'japaneseCounting', 14: 'decimalFullWidth', 18: 'decimalEnclosedCircle', 22: 'decimalZero', 23: 'bullet' },
  ...{ 26: 'decimalEnclosedFullstop', 27: 'decimalEnclosedParen', 28: 'decimalEnclosedCircleChinese' },
  ...{ 29: 'ideographEnclosedCircle', 30: 'ideographTraditional', 31: 'ideographZodiac', 33: 'taiwaneseCounting' },
  ...{ 34: 'ideographLegalTraditional', 35: 'taiwaneseCountingThousand', 36: 'taiwaneseDigital' },
  ...{ 37: 'chineseCounting', 38: 'chineseLegalSimplified', 39: 'chineseCountingThousand', 255: 'none' },
}
const GAPS = ['tab', 'space', 'nothing']

/** Reads parts of the table stream one behind the other. */
class Cursor {
  readonly #bytes: Buffer
  at: number

  constructor(bytes: Buffer, at: number) {
    this.#bytes = bytes
    this.at = at
  }

  /** The next bytes; a RangeError where the stream ends before them. */
  take(length: number): Buffer {
    if (this.at + length > this.#bytes.length) throw new RangeError('a list that leaves its stream')
    this.at += length
    return this.#bytes.subarray(this.at - length, this.at)
  }
}

/**
 * The lists of a document ([MS-DOC] 2.9.147 to 2.9.150, 2.9.131): levels by list, and the runs that paragraphs name. Lists
 * that are damaged give what stands before the damage: the text is whole without them.
 */
export function readLists(document: Buffer, table: Buffer): Lists {
  const lists: Lists = { abstracts: new Map(), nums: new Map() }
  try {
    readInto(lists, document, table)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  return lists
}

function readInto(lists: Lists, document: Buffer, table: Buffer): void {
  if (document.readUInt32LE(LISTS + 4) < 2) return
  const cursor = new Cursor(table, document.readUInt32LE(LISTS))
  const heads = cursor.take(cursor.take(2).readUInt16LE(0) * LIST)
  for (let at = 0; at < heads.length; at += LIST) {
    const simple = (heads[at + 26]! & 1) !== 0
    const abstract: Abstract = { levels: new Map() }
    for (let i = 0; i < (simple ? 1 : MOST_LEVELS); i++) abstract.levels.set(i, levelOf(cursor))
    lists.abstracts.set(String(heads.readInt32LE(at)), abstract)
  }
  if (document.readUInt32LE(RUNS + 4) >= 4) readRuns(lists, new Cursor(table, document.readUInt32LE(RUNS)))
}

function levelOf(cursor: Cursor): Level {
  const head = cursor.take(LEVEL)
  cursor.take(head[25]! + head[24]!)
  const text = cursor.take(cursor.take(2).readUInt16LE(0) * 2).toString('utf16le')
  const flags = head[5]!
  return {
    start: head.readInt32LE(0),
    format: FORMATS[head[4]!] ?? 'decimal',
    text: text.replace(/[\0-\b]/g, (c) => `%${c.charCodeAt(0) + 1}`),
    suffix: GAPS[head[15]!] ?? 'tab',
    legal: (flags & 0x04) !== 0,
    ...(flags & 0x08 && { restart: head[26]! }),
  }
}

/** Runs of lists, each with what it changes: where a level starts, or all of a level. */
function readRuns(lists: Lists, cursor: Cursor): void {
  const heads = cursor.take(cursor.take(4).readUInt32LE(0) * RUN)
  for (let i = 0; i * RUN < heads.length; i++) {
    const starts = new Map<number, number>()
    const levels = new Map<number, Level>()
    cursor.take(4)
    for (let left = heads[i * RUN + 12]!; left > 0; left--) {
      const change = cursor.take(8)
      const level = change[4]! & 0x0f
      if (change[4]! & 0x10) starts.set(level, change.readInt32LE(0))
      if (change[4]! & 0x20) levels.set(level, levelOf(cursor))
    }
    lists.nums.set(String(i + 1), { abstract: String(heads.readInt32LE(i * RUN)), starts, levels })
  }
}
