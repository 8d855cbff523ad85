import { isUtf8, transcode } from 'node:buffer'
import { isSupplement, readSupplement } from './decode/supplement.js'
import type { Decoded } from './types.js'

/** What an encoding is called in a plan; gbk and gb2312 are read as the gb18030 that holds them. */
const NAMES: Readonly<Record<string, string>> = { gbk: 'gb18030', gb2312: 'gb18030', utf8: 'utf-8' }
const BOMS: readonly [encoding: string, bytes: readonly number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['gb18030', [0x84, 0x31, 0x95, 0x33]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]
/** What detection looks at: more would not change the answer. */
const SAMPLE = 200_000

function decodeAs(encoding: string, bytes: Uint8Array): string {
  const text = new TextDecoder(encoding).decode(bytes)
  return encoding === 'big5' ? readSupplement(text) : text
}

const countReplaced = (text: string) => text.split('\ufffd').length - 1

/**
 * Bytes to text: by BOM, else UTF-16 by its pattern, strict UTF-8, UTF-8 with a few stray bytes, what the file says of
 * itself, else GB18030 or Big5 by which gives the commoner characters. `encoding` overrules all of it.
 * Throws a RangeError for an encoding that does not exist.
 */
export function decode(bytes: Uint8Array, encoding?: string): Decoded {
  if (encoding !== undefined) return decided(bytes, nameOf(encoding), 'option', 1)
  for (const [name, bom] of BOMS)
    if (bom.every((byte, i) => bytes[i] === byte)) return decided(bytes.subarray(bom.length), name, 'bom', 1)
  const strict = bytes.includes(0) ? undefined : strictUtf8(bytes)
  if (strict !== undefined && !isBinary(strict))
    return { text: strict, encoding: 'utf-8', how: 'strict', confidence: 1, replaced: 0 }
  const wide = utf16Of(bytes)
  if (wide) return decided(bytes, wide, 'score', 0.95)
  const stray = strayShare(bytes)
  if (stray < 0.2) return decided(bytes, 'utf-8', 'lenient', Math.round((1 - stray) * 100) / 100)
  return byCharacters(bytes)
}

function nameOf(encoding: string): string {
  const name = encoding.toLowerCase()
  return NAMES[name] ?? NAMES[new TextDecoder(name).encoding] ?? new TextDecoder(name).encoding
}

function decided(bytes: Uint8Array, encoding: string, how: Decoded['how'], confidence: number): Decoded {
  const text = decodeAs(encoding, bytes)
  return { text, encoding, how, confidence, replaced: countReplaced(text) }
}

/** What a short text in UTF-16 shows that happens to be UTF-8 as well: 「、」 is 30 01. No text has these in UTF-8. */
const isBinary = (text: string) => text.length < SHORT && /[\x01-\x08\x0e-\x1f]/.test(text)
const SHORT = 400

/** Punctuation, numbers and signs of Chinese text: — “ ” … ‰ ℃ ① ⑴ 、 〔 ， ５ */
const isSign = (unit: number) =>
  (unit >= 0x2013 && unit <= 0x2030) ||
  unit === 0x2103 ||
  (unit >= 0x2160 && unit <= 0x217f) ||
  (unit >= 0x2460 && unit <= 0x249b) ||
  (unit >= 0x25a0 && unit <= 0x25cf) ||
  (unit >= 0x3000 && unit <= 0x301f) ||
  (unit >= 0xff01 && unit <= 0xff5e)

/** What a rare Han character speaks for UTF-16: a third of all pairs of bytes are one. */
const RARE = 0.75

/** UTF-16 without BOM: an even length, and one of the two readings is nearly all ASCII and common Han. */
function utf16Of(bytes: Uint8Array): string | undefined {
  if (bytes.length < 4 || bytes.length % 2 === 1) return undefined
  const { either } = levels()
  const units = Math.min(bytes.length, SAMPLE) >> 1
  const share = (high: number, low: number) => {
    let known = 0
    let ascii = 0
    for (let i = 0; i < units; i++) {
      const unit = (bytes[2 * i + high]! << 8) | bytes[2 * i + low]!
      if (unit < 0x80 && (unit >= 0x20 || unit === 10 || unit === 13 || unit === 9)) ascii++
      else if (either.has(unit) || isSign(unit)) known++
      else if (unit >= 0x4e00 && unit <= 0x9fff) known += RARE
    }
    return known + ascii === 0 || known + ascii < units * 0.6 ? 0 : (known + ascii) / units
  }
  const little = share(1, 0)
  const big = share(0, 1)
  if (Math.max(little, big) < 0.7) return undefined
  return little > big ? 'utf-16le' : 'utf-16be'
}

/** UTF-8 to the letter, by way of UTF-16 bytes: on Chinese text eight times as fast as TextDecoder in Node 20. */
function strictUtf8(bytes: Uint8Array): string | undefined {
  if (!isUtf8(bytes)) return undefined
  return bytes.length < 1024 ? decodeAs('utf-8', bytes) : transcode(bytes, 'utf8', 'utf16le').toString('utf16le')
}

/**
 * Stray bytes as a share of all that is not ASCII: text in UTF-8 with an accident stays under a fifth, even a line of ten
 * characters, for three bytes that make a Han character hardly come about by chance; GBK text is far above.
 */
function strayShare(bytes: Uint8Array): number {
  // A character cut off at the end is no stray byte; whatever its length, it is one mark.
  const text = decodeAs('utf-8', bytes.subarray(0, SAMPLE)).replace(/\ufffd$/, '')
  let stray = 0
  let sound = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit === 0xfffd) stray++
    else if (unit > 0x7f) sound++
  }
  return stray / (stray + sound)
}

interface Levels {
  /** The 3,755 commonest characters of GB2312, level 1 (rows 16 to 55 of the standard). */
  readonly gb: ReadonlySet<number>
  /** The 5,401 common characters of Big5, level 1. */
  readonly big5: ReadonlySet<number>
  /** What is common in GBK text of either script. */
  readonly either: ReadonlySet<number>
}
let known: Levels | undefined

/** Common characters, read off the decoders themselves when a file first needs them. */
function levels(): Levels {
  if (known) return known
  const gb = cells('gb18030', [0xb0, 0xd7], [[0xa1, 0xfe]])
  const big5 = cells(
    'big5',
    [0xa4, 0xc6],
    [
      [0x40, 0x7e],
      [0xa1, 0xfe],
    ],
  )
  known = { gb, big5, either: new Set([...gb, ...big5]) }
  return known
}

function cells(encoding: string, rows: [number, number], ranges: readonly [number, number][]): Set<number> {
  const bytes: number[] = []
  for (let row = rows[0]; row <= rows[1]; row++)
    for (const [from, to] of ranges) for (let cell = from; cell <= to; cell++) bytes.push(row, cell)
  return new Set(Array.from(decodeAs(encoding, Uint8Array.from(bytes)), (c) => c.charCodeAt(0)))
}

/** A charset that the file states of itself, where it is one of the two in question. */
function statedCharset(bytes: Uint8Array): string | undefined {
  const head = decodeAs('latin1', bytes.subarray(0, 2048))
  const stated = /charset\s*=\s*["']?([\w-]+)|encoding\s*=\s*["']([\w-]+)/i.exec(head)
  const name = (stated?.[1] ?? stated?.[2] ?? '').toLowerCase()
  return /^gb/.test(name) ? 'gb18030' : name.startsWith('big5') ? 'big5' : undefined
}

/** The commonest characters of official texts in either script: a few of them decide a text that is nearly all digits. */
const OFTEN = new Set(
  Array.from(
    '的一年月日第号號项項个個人名元万萬亿億共约約和在县縣市区區乡鄉镇鎮局部会會工作政府发發展管理国國家省委办辦公建设設',
    (c) => c.charCodeAt(0),
  ),
)

/** GB18030 or Big5: the reading with more common characters and Chinese punctuation wins, the stated charset breaks a tie. */
function byCharacters(bytes: Uint8Array): Decoded {
  const sample = bytes.subarray(0, SAMPLE)
  const score = (encoding: string, common: ReadonlySet<number>) => {
    // What Big5 reads in the supplement speaks neither way.
    const text = new TextDecoder(encoding).decode(sample)
    let sum = 0
    let all = 1
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i)
      if (unit < 0x80) continue
      all++
      if (unit === 0xfffd) sum -= 10
      else if (unit >= 0xe000 && unit <= 0xf8ff) sum -= encoding === 'big5' && isSupplement(text[i]!) ? 0 : 3
      else if (OFTEN.has(unit)) sum += 1.25
      else if (common.has(unit) || isSign(unit)) sum += 1
    }
    return sum / all
  }
  const stated = statedCharset(bytes)
  const gb = score('gb18030', levels().either) + (stated === 'gb18030' ? 0.1 : 0)
  const big5 = score('big5', levels().big5) + (stated === 'big5' ? 0.1 : 0)
  const how = stated && Math.abs(gb - big5) < 0.1 ? 'meta' : 'score'
  const confidence = Math.min(1, Math.max(0.5, 0.5 + Math.abs(gb - big5)))
  return decided(bytes, gb >= big5 ? 'gb18030' : 'big5', how, Math.round(confidence * 100) / 100)
}
