import type { Words } from '../types.js'

/** What one token is: a number with its sign, a Latin word, else one character. */
const TOKEN = /\d[\d.,]*[%‰]?|[A-Za-z]+|./gsu
/** Cells of the table above which the middle of two sentences counts as wholly replaced. */
const MOST_CELLS = 1_000_000

/**
 * The words that two sentences share and those that only one has: 「提高到60%」 and 「提高到65%」 → 提高到 −60% +65%.
 * The older side comes first where both differ.
 */
export function diffWords(oldText: string, newText: string): Words[] {
  if (oldText > newText) return turned(diffWords(newText, oldText))
  const a = oldText.match(TOKEN) ?? []
  const b = newText.match(TOKEN) ?? []
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++
  const middle = diffTokens(a.slice(start, a.length - end), b.slice(start, b.length - end))
  const all: Words[] = [
    { side: 'both', text: a.slice(0, start).join('') },
    ...middle,
    { side: 'both', text: a.slice(a.length - end).join('') },
  ]
  return tidy(all)
}

function turned(words: readonly Words[]): Words[] {
  const other = { both: 'both', old: 'new', new: 'old' } as const
  return tidy(words.map(({ side, text }) => ({ side: other[side], text })))
}

/** The longest common row of tokens, by the table of its lengths. */
function diffTokens(a: readonly string[], b: readonly string[]): Words[] {
  const width = b.length + 1
  if (a.length * b.length > MOST_CELLS || a.length === 0 || b.length === 0)
    return [
      { side: 'old', text: a.join('') },
      { side: 'new', text: b.join('') },
    ]
  const lengths = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i * width + j] =
        a[i] === b[j]
          ? lengths[(i + 1) * width + j + 1]! + 1
          : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!)
  const out: Words[] = []
  let i = 0
  let j = 0
  while (i < a.length && j < b.length)
    if (a[i] === b[j]) {
      out.push({ side: 'both', text: a[i++]! })
      j++
    } else if (lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!) out.push({ side: 'old', text: a[i++]! })
    else out.push({ side: 'new', text: b[j++]! })
  out.push({ side: 'old', text: a.slice(i).join('') }, { side: 'new', text: b.slice(j).join('') })
  return out
}

/** Joins runs, and a single shared character between two changes with them: nobody reads such marks. */
function tidy(words: readonly Words[]): Words[] {
  const out: Words[] = []
  let old = ''
  let fresh = ''
  const flush = () => {
    if (old) out.push({ side: 'old', text: old })
    if (fresh) out.push({ side: 'new', text: fresh })
    old = fresh = ''
  }
  const runs = joined(words)
  runs.forEach(({ side, text }, k) => {
    const isSpeck = side === 'both' && text.length === 1 && k > 0 && k < runs.length - 1
    if (side === 'old' || isSpeck) old += text
    if (side === 'new' || isSpeck) fresh += text
    if (side !== 'both' || isSpeck) return
    flush()
    out.push({ side, text })
  })
  flush()
  return out
}

function joined(words: readonly Words[]): Words[] {
  const out: Words[] = []
  for (const { side, text } of words) {
    if (text === '') continue
    const last = out.at(-1)
    if (last?.side === side) out[out.length - 1] = { side, text: last.text + text }
    else out.push({ side, text })
  }
  return out
}
