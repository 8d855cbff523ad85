// src/data/generated/script.ts: the characters that tell traditional from simplified script, from OpenCC's tables.
import { writeFileSync } from 'node:fs'
import { Converter as FromSimplified } from 'opencc-js/cn2t'
import { Converter as FromTraditional } from 'opencc-js/t2cn'

/** Variants that OpenCC's standard tables leave as they are. */
const VARIANTS = {
  衞: '卫',
  淸: '清',
  旣: '既',
  敎: '教',
  黃: '黄',
  戶: '户',
  戸: '户',
  靑: '青',
  吿: '告',
  卽: '即',
  鄕: '乡',
  頴: '颖',
  靜: '静',
  增: '增',
  // Taiwan's standard forms (教育部標準字體).
  簷: '檐',
  稜: '棱',
  痺: '痹',
  燻: '熏',
}

export default function () {
  const simplify = FromTraditional({ from: 't', to: 'cn' })
  const traditionalise = FromSimplified({ from: 'cn', to: 't' })
  let traditional = ''
  let simplified = ''
  for (let unit = 0x3400; unit < 0xfb00; unit++) {
    if (unit >= 0xa000 && unit < 0xf900) continue
    const c = String.fromCharCode(unit)
    // What would take two units (鱲) is never converted.
    if (simplify(c) !== c) traditional += simplify(c).length === 1 ? c : ''
    else if (traditionalise(c) !== c) simplified += c
  }
  const variants = Object.fromEntries(Object.entries(VARIANTS).filter(([c, plain]) => c !== plain && simplify(c) === c))
  writeFileSync(
    new URL('../../src/data/generated/script.ts', import.meta.url),
    `// Written by \`npm run gen\` from the dictionaries of opencc-js (Apache-2.0).
/** Characters that conversion to simplified script changes wherever they stand (覆 and 著 change in few words only). */
export const TRADITIONAL_ONLY =
  '${traditional}'
/** Characters that conversion to traditional script changes and the other way leaves. */
export const SIMPLIFIED_ONLY =
  '${simplified}'
/** Variants that OpenCC leaves as they are. */
export const VARIANTS: Readonly<Record<string, string>> = ${JSON.stringify(variants)}
`,
  )
}
