// src/data/generated/hkscs.ts: the characters of Hong Kong's supplement, from the Big5 table of iconv-lite.
import { writeFileSync } from 'node:fs'
import iconv from 'iconv-lite'

/** Where Windows puts the cells of Big5 that its users define, row by row: from a cell on, from a private code on. */
const AREAS = [
  [0xfa40, 0xfefe, 0xe000],
  [0x8e40, 0xa0fe, 0xe311],
  [0x8140, 0x8dfe, 0xeeb8],
  [0xc6a1, 0xc8fe, 0xf6b1],
]

/** Runs of neighbours: the private code of the first, then their characters. */
function packSupplement() {
  const runs = []
  for (const [from, to, first] of AREAS) {
    let code = first
    let last = 0
    for (let cell = from; cell <= to; cell++) {
      const trail = cell & 255
      if (trail < 0x40 || (trail > 0x7e && trail < 0xa1) || trail > 0xfe) continue
      const c = iconv.decode(Buffer.from([cell >> 8, trail]), 'big5-hkscs')
      if (!/[\ufffd?]|[\ue000-\uf8ff]/.test(c)) {
        if (code === last + 1) runs.push(runs.pop() + c)
        else runs.push(code.toString(16) + c)
        last = code
      }
      code++
    }
  }
  return runs.join(' ')
}

export default function () {
  writeFileSync(
    new URL('../../src/data/generated/hkscs.ts', import.meta.url),
    `// Written by \`npm run gen\` from the Big5 table of iconv-lite (MIT), which is that of the Encoding Standard.
/** The Hong Kong Supplementary Character Set by the private codes that decoders of plain Big5 give: a code, then its neighbours. */
export const HKSCS =
  '${packSupplement()}'
`,
  )
}
