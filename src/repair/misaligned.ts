import { loadScript } from '../text/script.js'
import type { Repair } from '../types.js'
import { readGlosses } from './gloss/page.js'
import { type Lexicon, unpackLexicon } from './misaligned/lexicon.js'
import { mendPage } from './misaligned/page.js'

let lexicon: Lexicon | undefined

/** Characters whose bytes a broken conversion tore apart: 「管理?xiàng)l例」 → 「管理條例」. */
export const repair: Repair<'misaligned'> = {
  kind: 'misaligned',
  suspects: (text) => text.includes('?') && readGlosses(text) !== undefined,
  async load(text) {
    await loadScript(text, 'source')
    lexicon ??= unpackLexicon(await import('../data/generated/repair.js'))
  },
  find(text) {
    const glosses = readGlosses(text)
    if (!glosses) return { edits: [], notes: [] }
    if (!lexicon) throw new Error('loadRepair must have run on this text')
    return mendPage(text, glosses, lexicon)
  },
}
