import { coverOf } from '../text/cover.js'
import { normalise } from '../text/width.js'
import type { Extractor, Fact, Responsible, Sentence } from '../types.js'
import { bracketsIn } from './responsible/bracket.js'
import { clausesIn } from './responsible/clause.js'
import { labelsIn } from './responsible/label.js'
import type { Assignment } from './responsible/role.js'

/** Units to which words assign the work: 「（市商务局牵头，市交通局配合）」 → lead 市商务局, support 市交通局. */
export const extractor: Extractor<'responsible', Responsible> = {
  kind: 'responsible',
  key: 'responsible',
  triggers: '责牵配协参联会办指督施落承',
  extract(sentence) {
    const { text } = sentence
    const stated = [...labelsIn(text), ...bracketsIn(text)]
    const inside = coverOf(
      text.length,
      stated.map(({ start, end }) => ({ start: Math.max(0, start - 1), end })),
    )
    const all = [...stated, ...clausesIn(text).filter(({ start }) => !inside(start))]
    return merge(
      all.sort((a, b) => a.start - b.start),
      sentence,
    )
  },
}

/** Every unit once in each role. */
function merge(all: readonly Assignment[], { shown }: Sentence): Fact<'responsible', Responsible>[] {
  const seen = new Set<string>()
  return all.flatMap(({ start, end, role, units, rule }) => {
    const names = units
      .map((unit) => normalise(shown.slice(unit.start, unit.end)))
      .filter((name) => !seen.has(role + name) && seen.add(role + name))
    return names.length === 0
      ? []
      : [{ kind: 'responsible', span: { start, end }, value: { role, units: names }, rule }]
  })
}
