import { loadScript } from '../text/script.js'
import type { Repair } from '../types.js'
import { readGlosses } from './gloss/page.js'
import type { Lexicon } from './misaligned/lexicon.js'
import type { mendPage } from './misaligned/page.js'

let loaded: { readonly lexicon: Lexicon; readonly mendPage: typeof mendPage } | undefined

/** Characters whose bytes a broken conversion tore apart: 「管理?xiàng)l例」 → 「管理條例」. */
export const repair: Repair<'misaligned'> = {
  kind: 'misaligned',
  suspects: (text) => readGlosses(text) !== undefined,
  async load(text) {
    await loadScript(text, 'source')
    if (loaded) return
    const [page, { openLexicon }, words, pairs] = await Promise.all([
      import('./misaligned/page.js'),
      import('./misaligned/lexicon.js'),
      import('../data/generated/repair.js'),
      import('../data/generated/pairs.js'),
    ])
    loaded = { mendPage: page.mendPage, lexicon: openLexicon({ ...words, ...pairs }) }
  },
  find(text) {
    const glosses = readGlosses(text)
    if (!glosses) return { edits: [], notes: [] }
    if (!loaded) throw new Error('loadRepair must have run on this text')
    return loaded.mendPage(text, glosses, loaded.lexicon)
  },
}
