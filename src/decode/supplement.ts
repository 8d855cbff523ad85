import { HKSCS } from '../data/generated/hkscs.js'

const PRIVATE = /[\ue000-\uf8ff]/g
/** Marks that make one cell of two characters: Ê̄ Ê̌ ê̄ ê̌ */
const COMBINING = /^[\u0304\u030c]$/
let known: ReadonlyMap<string, string> | undefined

/**
 * Text of a plain Big5 decoder with the characters of Hong Kong's supplement (HKSCS-2008) for the private codes that
 * Windows gives their cells: U+ECD9 → 咗. Only bytes tell: in other encodings these codes are symbol fonts as well.
 */
export function readSupplement(text: string): string {
  return text.search(PRIVATE) < 0 ? text : text.replace(PRIVATE, (c) => table().get(c) ?? c)
}

/** True for a private code that stands for a character of the supplement. */
export const isSupplement = (c: string): boolean => table().has(c)

const table = () => (known ??= unpack())

function unpack(): ReadonlyMap<string, string> {
  const table = new Map<string, string>()
  for (const run of HKSCS.split(' ')) {
    let code = Number.parseInt(run.slice(0, 4), 16)
    for (const c of run.slice(4)) {
      if (COMBINING.test(c)) code--
      const key = String.fromCharCode(code++)
      table.set(key, (COMBINING.test(c) ? table.get(key)! : '') + c)
    }
  }
  return table
}
