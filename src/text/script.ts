import { SIMPLIFIED_ONLY, TRADITIONAL_ONLY, VARIANTS } from '../data/generated/script.js'
import type { Script } from '../types.js'
import { mendParticle } from './particle.js'

type Convert = (text: string) => string

const TRADITIONAL = 1
const SIMPLIFIED = 2
const CLASS = new Uint8Array(65536)
for (const c of TRADITIONAL_ONLY + Object.keys(VARIANTS).join('')) CLASS[c.charCodeAt(0)]! |= TRADITIONAL
for (const c of SIMPLIFIED_ONLY) CLASS[c.charCodeAt(0)]! |= SIMPLIFIED

let toSimplified: Convert | undefined
let toTraditional: Convert | undefined

/** Loads the OpenCC tables that a text needs: none for simplified text that is to stay simplified. */
export async function loadScript(text: string, target: 'simplified' | 'traditional' | 'source'): Promise<void> {
  if (!toSimplified && isConvertible(text)) {
    const { Converter } = await import('opencc-js/t2cn')
    toSimplified = Converter({ from: 't', to: 'cn' })
  }
  if (!toTraditional && target === 'traditional') {
    const { Converter } = await import('opencc-js/cn2t')
    // The standard forms of Taiwan, 為 and 群, are read everywhere; those of OpenCC's own, 爲 and 羣, are old.
    toTraditional = Converter({ from: 'cn', to: 'tw' })
  }
}

/** True where the text holds a character that exists in traditional script only. */
export function isConvertible(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (CLASS[text.charCodeAt(i)] === TRADITIONAL) return true
  return false
}

/** The script of a text; undefined where no character tells. Mixed: the lesser script has a tenth of the telling characters. */
export function scriptOf(text: string): Script | undefined {
  const counts = [0, 0, 0]
  for (let i = 0; i < text.length; i++) counts[CLASS[text.charCodeAt(i)]!]!++
  const traditional = counts[TRADITIONAL]!
  const simplified = counts[SIMPLIFIED]!
  if (traditional + simplified === 0) return undefined
  if (Math.min(traditional, simplified) * 10 >= traditional + simplified) return 'mixed'
  return traditional > simplified ? 'traditional' : 'simplified'
}

const VARIANT = new RegExp(`[${Object.keys(VARIANTS).join('')}]`, 'g')

/** Converts line by line, so that a line whose length would change keeps its characters one for one. */
function convert(text: string, converter: Convert): string {
  const whole = converter(text)
  if (whole.length === text.length) return whole
  return text
    .split(/(?<=\n)/)
    .map((line) => {
      const converted = converter(line)
      if (converted.length === line.length) return converted
      return Array.from(line, (c) => ((out) => (out.length === c.length ? out : c))(converter(c))).join('')
    })
    .join('')
}

/** The text in simplified script, of equal length; text without a convertible character is returned as it is. */
export function simplify(text: string): string {
  if (!isConvertible(text)) return mendParticle(text)
  if (!toSimplified) throw new Error('loadScript must have run on this text')
  const known = text.replace(VARIANT, (c) => VARIANTS[c]!)
  return mendParticle(convert(known, toSimplified))
}

/**
 * The text in traditional script, of equal length. `source` is what it was before it was simplified: what was written
 * in traditional characters stays as it was written, 「台灣」 as much as 「衞生」.
 */
export function traditionalise(text: string, source = text): string {
  if (!toTraditional) throw new Error('loadScript must have run for traditional script')
  if (scriptOf(source) === 'traditional') return source
  const converted = convert(text, toTraditional)
  if (source === text) return converted
  return Array.from({ length: text.length }, (_, i) =>
    CLASS[source.charCodeAt(i)] === TRADITIONAL ? source[i] : converted[i],
  ).join('')
}
