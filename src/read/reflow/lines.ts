import { isHan } from '../../text/han.js'
import type { Piece, SheetLine } from './sheet.js'

const isWide = (unit: number) => isHan(unit) || (unit >= 0x3000 && unit <= 0x303f) || (unit >= 0xff00 && unit <= 0xffef)

/** The pieces of each line, top to bottom, left to right. */
export function rowsOf(pieces: readonly Piece[]): Piece[][] {
  const sorted = pieces.filter(({ text }) => text.trim() !== '').sort((a, b) => a.y - b.y || a.x - b.x)
  const rows: Piece[][] = []
  let base = Number.NEGATIVE_INFINITY
  for (const piece of sorted) {
    const row = rows.at(-1)
    if (row && piece.y - base <= 0.4 * Math.min(piece.size, row[0]!.size)) row.push(piece)
    else {
      rows.push([piece])
      base = piece.y
    }
  }
  return rows.map((row) => row.sort((a, b) => a.x - b.x))
}

/** Wider than the two characters of a spread title (总　　则): what stands on its sides are cells. */
const CELL_GAP = 2.6
const BULLET = /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]?|[●■◆•·○-])$/

/** Reads a row of pieces: a gap between words is a space, one between Han characters or beside a digit is nothing. */
export function lineOf(row: readonly Piece[]): SheetLine {
  const size = sizeOf(row)
  const parts: string[] = []
  let text = ''
  let right = row[0]!.x
  let inner = right
  for (const piece of row) {
    const gap = piece.x - right
    if (text !== '' && gap > CELL_GAP * size) {
      parts.push(closeGaps(text))
      text = ''
    } else if (text !== '' && gap > 0.2 * size && needsGap(text, piece.text, gap > 1.5 * size)) text += ' '
    if (gap > 0.5 * size && parts.length < 2 && BULLET.test((parts[0] ?? text).trim())) inner = piece.x
    text += piece.text
    right = Math.max(right, piece.x + piece.width)
  }
  parts.push(closeGaps(text))
  const whole = parts.reduce((before, part) => (needsGap(before, part, false) ? `${before} ${part}` : before + part))
  return { text: whole, x: row[0]!.x, right, y: row[0]!.y, size, inner, parts: unbullet(parts) }
}

/** Takes a number or bullet that a wide gap parts from its text together with it. */
function unbullet([first, second, ...rest]: readonly string[]): string[] {
  if (second === undefined) return [first!]
  return BULLET.test(first!) ? [`${first}${second}`, ...rest] : [first!, second, ...rest]
}

/** The size that most of the width of a row is set in. */
function sizeOf(row: readonly Piece[]): number {
  const widths = new Map<number, number>()
  for (const { size, width } of row) widths.set(size, (widths.get(size) ?? 0) + width)
  return [...widths].reduce((best, other) => (other[1] > best[1] ? other : best))[0]
}

function needsGap(before: string, after: string, wide: boolean): boolean {
  const han = isWide(before.charCodeAt(before.length - 1)) || isWide(after.charCodeAt(0))
  return !han || wide
}

/** Takes out single spaces between Han characters and beside digits, and the ones that spread a line: 「2024 年」 → 「2024年」 */
function closeGaps(text: string): string {
  let out = ''
  for (let i = 0; i < text.length; i++) {
    const before = text.charCodeAt(i - 1)
    const after = text.charCodeAt(i + 1)
    if (text[i] === ' ' && out !== '' && (isWide(before) || isWide(after)) && after !== 32 && before !== 32) continue
    out += text[i]
  }
  return out.trim()
}

/** Puts a line behind the one it goes on from: without a space but between Latin words. */
export function joinLines(before: string, after: string): string {
  const words = /[A-Za-z0-9,.;:%)]$/.test(before) && /^[A-Za-z0-9(]/.test(after)
  return words && /[A-Za-z]/.test(before.slice(-2) + after[0]) ? `${before} ${after}` : before + after
}
