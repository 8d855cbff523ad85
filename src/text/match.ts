/** What a sticky pattern matches at an offset: `matchAt(/\d+/y, '共15张', 1)` → 15. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** All matches of a global pattern, in order, as `matchAll` gives them but without a copy of the pattern each time. */
export function matchesOf(pattern: RegExp, text: string): RegExpExecArray[] {
  const out: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    out.push(match)
    if (match[0] === '') pattern.lastIndex++
  }
  return out
}

/** Tells by table whether the UTF-16 unit at an offset is one of some characters: `among('年月')('5月', 1)` → true. */
export function among(chars: string): (text: string, at: number) => boolean {
  const table = new Uint8Array(65536)
  for (const c of chars) table[c.charCodeAt(0)] = 1
  return (text, at) => table[text.charCodeAt(at)] === 1
}
