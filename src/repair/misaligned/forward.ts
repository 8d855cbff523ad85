import { narrowMarks, widenMarks } from '../../text/marks.js'
import { codeOf, decodePair, EURO } from './gbk.js'

/** Which bytes a decoder drops with a broken pair: S skips the pair, N keeps an ASCII byte behind the lead. */
export type Decoder = 'S' | 'N'

/** How a page was damaged: the decoder of the glosses, that of the question marks, and what came first. */
export interface Way {
  readonly gloss: Decoder
  readonly mark: Decoder
  readonly marksFirst: boolean
  /** Punctuation became half-width behind the damage, not before it. */
  readonly late: boolean
  /** Glosses were put in from the last reading to the first. */
  readonly backwards: boolean
}

/** The syllable of a listed character. */
export interface Listed {
  get(c: string): string | undefined
}

const MARK = 0x3f
const NEWLINE = 0x0a
function encode(text: string): number[] {
  const bytes: number[] = []
  for (const c of text) {
    const code = codeOf(c)
    if (code > 0) bytes.push(code >> 8, code & 255)
    else if (c === '€') bytes.push(EURO)
    else bytes.push(c.length === 1 && c.charCodeAt(0) < 0x80 ? c.charCodeAt(0) : -c.codePointAt(0)!)
  }
  return bytes
}

function decode(bytes: readonly number[], decoder: Decoder): string {
  let out = ''
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!
    if (byte < 0) out += String.fromCodePoint(-byte)
    else if (byte === EURO) out += '€'
    else if (byte < 0x80) out += String.fromCharCode(byte)
    else {
      const next = bytes[i + 1] ?? -1
      const c = decodePair(byte, next)
      out += c || '?'
      // A line is converted by itself: its end is not eaten.
      if (c || (decoder === 'S' && next >= 0 && next !== NEWLINE)) i++
    }
  }
  return out
}

const ranks = new Map<string, string>()
/** A syllable as it stands in the order of the alphabet. */
function rank(syllable: string): string {
  const known = ranks.get(syllable) ?? syllable.normalize('NFD')
  ranks.set(syllable, known)
  return known
}

/** Puts a gloss behind every pair of bytes that is a listed character, one character after the other. */
function gloss(bytes: number[], glosses: Listed, backwards: boolean): number[] {
  const present = new Set<string>()
  for (let i = 0; i + 1 < bytes.length; i++) {
    const c = decodePair(bytes[i]!, bytes[i + 1]!)
    if (c && glosses.get(c)) present.add(c)
  }
  const order = [...present].sort((a, b) => {
    const [first, second] = [rank(glosses.get(a)!), rank(glosses.get(b)!)]
    return first < second ? -1 : first > second ? 1 : a < b ? -1 : 1
  })
  if (backwards) order.reverse()
  let out = bytes
  for (const c of order) {
    const code = codeOf(c)
    const added = encode(`(${glosses.get(c)!})`)
    const next: number[] = []
    for (let i = 0; i < out.length; i++) {
      next.push(out[i]!)
      if (out[i] !== code >> 8 || out[i + 1] !== (code & 255)) continue
      next.push(out[++i]!, ...added)
    }
    out = next
  }
  return out
}

function mark(bytes: readonly number[]): number[] {
  const out: number[] = []
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] === 0xa3 && bytes[i + 1] === 0xbf) {
      out.push(MARK)
      i++
    } else out.push(bytes[i]!)
  }
  return out
}

/** Damages a text the way its page was damaged: 管理條例, 項 being listed → 管理?xiàng)l例. */
export function damage(text: string, glosses: Listed, way: Way): string {
  const start = encode(way.late ? widenMarks(text) : text)
  let bytes: number[]
  if (way.gloss === way.mark) bytes = mark(gloss(start, glosses, way.backwards))
  else if (way.marksFirst) bytes = gloss(encode(decode(mark(start), way.mark)), glosses, way.backwards)
  else bytes = mark(encode(decode(gloss(start, glosses, way.backwards), way.gloss)))
  const text2 = decode(bytes, way.marksFirst || way.gloss === way.mark ? way.gloss : way.mark)
  return way.late ? narrowMarks(text2) : text2
}

/** Every way that pages are known to have gone. */
export const WAYS: readonly Way[] = (['SS', 'SN', 'NN', 'NS'] as const).flatMap((decoders) =>
  [false, true].flatMap((late) =>
    [false, true].flatMap((backwards) =>
      (decoders[0] === decoders[1] ? [false] : [false, true]).map((marksFirst) => ({
        gloss: decoders[0] as Decoder,
        mark: decoders[1] as Decoder,
        marksFirst,
        late,
        backwards,
      })),
    ),
  ),
)
