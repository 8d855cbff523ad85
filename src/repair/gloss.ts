import type { Edit, Repair } from '../types.js'
import { eachGloss, readGlosses } from './gloss/page.js'

/** Pinyin that a broken conversion put behind characters: 「衛(wèi)生」 → 「衛生」. */
export const repair: Repair<'gloss'> = {
  kind: 'gloss',
  suspects: (text) => readGlosses(text) !== undefined,
  find(text) {
    const glosses = readGlosses(text)
    const edits: Edit[] = []
    if (!glosses) return { edits, notes: [] }
    eachGloss(text, (start, end) => {
      const before = text.slice(start, end)
      if (glosses.get(text[start - 1]!) === before.slice(1, -1))
        edits.push({ span: { start, end }, before, after: '', kind: 'gloss' })
    })
    return { edits, notes: [] }
  },
}
