import { type Attributes, attributeOf, scanXml } from '../archive/xml.js'
import type { Piece, Rule, Sheet } from '../reflow/sheet.js'

export interface Contents {
  readonly sheet: Sheet
  /** Texts of which only the shapes are stored. */
  readonly glyphs: number
}

/** Millimetres to points, in which sheets are measured. */
const POINT = 72 / 25.4

const numbers = (text: string | undefined) => (text ?? '').trim().split(/\s+/).map(Number)

interface TextObject {
  readonly x: number
  readonly y: number
  readonly size: number
  readonly matrix: readonly number[]
}

/** The text and the lines of a page's content. */
export function readContents(bytes: Uint8Array, box: string): Contents {
  const pieces: Piece[] = []
  const rules: Rule[] = []
  let glyphs = 0
  let object: TextObject | undefined
  let code: Attributes | undefined
  let path: Attributes | undefined
  let text = ''
  let physical = box
  let name = ''
  scanXml(bytes, {
    open(opened, attributes) {
      name = opened
      text = ''
      if (name === 'TextObject') object = textObjectOf(attributes)
      else if (name === 'TextCode') code = attributes
      else if (name === 'PathObject') path = attributes
    },
    text(more) {
      text += more
    },
    close(closed) {
      if (closed === 'PhysicalBox') physical = text
      else if (closed === 'TextCode' && object && code !== undefined) {
        const piece = pieceOf(object, code, text)
        if (piece) pieces.push(piece)
        else if (text.trim() === '') glyphs++
      } else if (closed === 'AbbreviatedData' && path !== undefined) rules.push(...rulesOf(path, text))
    },
  })
  const [, , width = 210, height = 297] = numbers(physical)
  return { sheet: { width: width * POINT, height: height * POINT, pieces, rules }, glyphs }
}

function textObjectOf(attributes: Attributes): TextObject {
  const [x = 0, y = 0] = numbers(attributeOf(attributes, 'Boundary'))
  const ctm = attributeOf(attributes, 'CTM')
  return { x, y, size: Number(attributeOf(attributes, 'Size') ?? 4), matrix: ctm ? numbers(ctm) : [1, 0, 0, 1, 0, 0] }
}

/** A text at its place; undefined where it is blank or runs aslant. */
function pieceOf(object: TextObject, code: Attributes, text: string): Piece | undefined {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = object.matrix
  if (text.trim() === '' || Math.abs(b) > Math.abs(a) * 0.1) return undefined
  const x = Number(attributeOf(code, 'X') ?? 0)
  const y = Number(attributeOf(code, 'Y') ?? 0)
  const size = object.size * Math.abs(d)
  const width = deltas(attributeOf(code, 'DeltaX')).reduce((sum, delta) => sum + delta, 0) * Math.abs(a)
  const last = text.charCodeAt(text.length - 1) < 128 ? size / 2 : size
  return {
    text,
    x: (object.x + a * x + c * y + e) * POINT,
    y: (object.y + b * x + d * y + f) * POINT,
    width: (width > 0 ? width + last : [...text].length * size) * POINT,
    size: size * POINT,
  }
}

/** Steps between characters; `g 3 5.1` stands for three steps of 5.1. */
function deltas(text: string | undefined): number[] {
  const out: number[] = []
  const words = (text ?? '').trim().split(/\s+/).filter(Boolean)
  for (let i = 0; i < words.length && out.length < 10_000; i++) {
    if (words[i] !== 'g') out.push(Number(words[i]) || 0)
    else {
      const step = Number(words[i + 2]) || 0
      for (let n = Math.min(Number(words[i + 1]) || 0, 10_000); n > 0; n--) out.push(step)
      i += 2
    }
  }
  return out
}

/** Numbers behind each operator of a path (GB/T 33190, 9.1). */
const OPERANDS: Readonly<Record<string, number>> = { M: 2, S: 2, L: 2, Q: 4, B: 6, A: 7, C: 0 }

function rulesOf(path: Attributes, data: string): Rule[] {
  const [left = 0, top = 0] = numbers(attributeOf(path, 'Boundary'))
  const words = data.trim().split(/\s+/)
  const rules: Rule[] = []
  let start = [0, 0]
  let at = start
  const lineTo = (to: number[]) => {
    const [x1, x2] = [at[0]!, to[0]!].sort((a, b) => a - b).map((x) => (left + x) * POINT)
    const [y1, y2] = [at[1]!, to[1]!].sort((a, b) => a - b).map((y) => (top + y) * POINT)
    if (Math.min(x2! - x1!, y2! - y1!) < 1.5 && Math.max(x2! - x1!, y2! - y1!) > 6)
      rules.push({ x1: x1!, y1: y1!, x2: x2!, y2: y2! })
    at = to
  }
  for (let i = 0; i < words.length; ) {
    const operator = words[i]!
    const count = OPERANDS[operator] ?? 0
    const to = [Number(words[i + count - 1]), Number(words[i + count])]
    if (operator === 'M' || operator === 'S') start = at = to
    else if (operator === 'L') lineTo(to)
    else if (operator === 'C') lineTo(start)
    else if (count > 0) at = to
    i += count + 1
  }
  return rules
}
