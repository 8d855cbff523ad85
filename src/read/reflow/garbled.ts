import type { Sheet } from './sheet.js'

/** The share of characters that a font gave no meaning: private use, controls, U+FFFD. */
export function garbled(sheets: readonly Sheet[]): number {
  let all = 0
  let bad = 0
  for (const { pieces } of sheets)
    for (const { text } of pieces)
      for (let i = 0; i < text.length; i++) {
        const unit = text.charCodeAt(i)
        all++
        if (unit < 32 || unit === 0xfffd || (unit >= 0xe000 && unit <= 0xf8ff)) bad++
      }
  return all === 0 ? 0 : bad / all
}
