import type { Edit } from '../types.js'
import { isHan } from './han.js'
import { matchesOf } from './match.js'

/** Characters that take no room: U+200B to U+200F, U+2060, U+FEFF, the soft hyphen. */
const NOTHING = /[\u00ad\u200b-\u200f\u2060\ufeff]/g
/** A blank that stands alone between two characters; a tab parts the cells of a table. */
const isSpace = (unit: number) =>
  unit === 32 || unit === 0xa0 || unit === 0x3000 || (unit >= 0x2000 && unit <= 0x200a) || unit === 0x202f
const isWord = (unit: number) => (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122)
/** A line worth counting: two Han characters with one blank between. */
const SPACED = /[\u3400-\u9fff][ \u00a0\u2000-\u200a\u202f\u3000][\u3400-\u9fff]/
/** A short line of nothing but characters set apart: 「目　录」「附　则」. */
const SHORT = 6

/** Marks that a page's lost blanks have left at both ends of its lines: 「??某市实施方案?」「????? 某市人民政府」 */
const LOST = /^[ \t]*(\?[? \t]*)|(?<!\?)(\?[? \t]*)$/gm
/** They are such where a line begins with two of them. */
const BLANKS_LOST = /^[ \t]*\?\?/m

/** 「…工作回顾Qx7」: letters that a site hangs on its paragraphs against copying. */
const HUNG = /(?<=[\u4e00-\u9fff。；！])[A-Za-z0-9]{2,4}[ \t]*$/gm
/** How many paragraphs carry the same ones, at least. */
const HUNG_LEAST = 3

/**
 * The edits that take out what parts the letters of a word: characters without width anywhere, and the blanks of a
 * line that is letter-spaced, more of its Han characters apart than together: 「提 供 現 金」 → 「提供現金」
 */
export function spacingEdits(text: string): Edit[] {
  const edits: Edit[] = []
  for (const match of matchesOf(NOTHING, text)) edits.push(drop(text, match.index))
  if (BLANKS_LOST.test(text)) edits.push(...lostBlanks(text))
  edits.push(...hungMarks(text))
  if (!SPACED.test(text)) return inOrder(edits)
  const blanks: Edit[] = []
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 ? text.length : newline
    for (const blank of blanksIn(text, start, end)) blanks.push(blank)
    start = end + 1
  }
  return inOrder([...edits, ...blanks])
}

const inOrder = (edits: Edit[]) => edits.sort((a, b) => a.span.start - b.span.start)

function hungMarks(text: string): Edit[] {
  const found = matchesOf(HUNG, text).filter(([mark]) => /[a-z]/.test(mark) && /[A-Z]/.test(mark))
  const counts = new Map<string, number>()
  for (const [mark] of found) counts.set(mark.trim(), (counts.get(mark.trim()) ?? 0) + 1)
  return found
    .filter(([mark]) => counts.get(mark.trim())! >= HUNG_LEAST)
    .map(({ 0: mark, index }) => ({
      span: { start: index, end: index + mark.length },
      before: mark,
      after: '',
      kind: 'spacing',
    }))
}

function lostBlanks(text: string): Edit[] {
  return matchesOf(LOST, text).flatMap((match) => {
    const marks = match[1] ?? match[2]!
    const at = match.index + match[0].indexOf(marks)
    return [{ span: { start: at, end: at + marks.length }, before: marks, after: '', kind: 'spacing' }]
  })
}

const drop = (text: string, at: number): Edit => ({
  span: { start: at, end: at + 1 },
  before: text[at]!,
  after: '',
  kind: 'spacing',
})

/** The blanks between the letters of a line that is letter-spaced; none in another line. */
function blanksIn(text: string, start: number, end: number): Edit[] {
  const single: number[] = []
  let apart = 0
  let together = 0
  let letters = 0
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i)
    if (isHan(unit)) {
      letters++
      if (i + 1 < end && isHan(text.charCodeAt(i + 1))) together++
    } else if (isSpace(unit) && i > start && i + 1 < end) {
      const before = text.charCodeAt(i - 1)
      const after = text.charCodeAt(i + 1)
      if (isSpace(before) || isSpace(after) || before === 9 || after === 9) continue
      if (isHan(before) && isHan(after)) apart++
      if (!isWord(before) && !isWord(after)) single.push(i)
    }
  }
  const spaced = apart >= 3 ? apart > together : apart >= 1 && together === 0 && letters <= SHORT
  return spaced ? single.map((at) => drop(text, at)) : []
}
