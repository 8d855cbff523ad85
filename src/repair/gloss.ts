import type { Edit, Repair } from '../types.js'
import { eachGloss, readGlosses, repeatEnd } from './gloss/page.js'

/** Pinyin that a broken conversion put behind characters: 「衛(wèi)生」 → 「衛生」. */
export const repair: Repair<'gloss'> = {
  kind: 'gloss',
  suspects: (text) => readGlosses(text) !== undefined,
  find(text) {
    const glosses = readGlosses(text)
    const edits: Edit[] = []
    if (!glosses) return { edits, notes: [] }
    eachGloss(text, (start, close) => {
      if (glosses.get(text[start - 1]!) !== text.slice(start + 1, close - 1)) return
      const end = repeatEnd(text, start, close)
      edits.push({ span: { start, end }, before: text.slice(start, end), after: '', kind: 'gloss' })
    })
    return { edits, notes: [] }
  },
}
