import type { Extractor, Modality } from '../types.js'

/** Words that say how binding a sentence is, strongest first. */
const WORDS: readonly [Modality, RegExp][] = [['must', /必须/]]

/** How binding a sentence is: 「必须…」 → must. */
export const extractor: Extractor<'modality', Modality> = {
  kind: 'modality',
  key: 'modality',
  triggers: '必',
  extract({ text }) {
    for (const [value, words] of WORDS) {
      const match = words.exec(text)
      if (match)
        return [
          { kind: 'modality', span: { start: match.index, end: match.index + match[0].length }, value, rule: value },
        ]
    }
    return []
  },
}
