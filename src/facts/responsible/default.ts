import { normalise } from '../../text/width.js'
import type { Fact, Responsible, Sentence } from '../../types.js'

const FOR_ALL = /不再(?:一一|逐一|逐项|单独|重复|另行)?(?:列出|单列|列|标注|注明)|(?<!单位,)下同/

/**
 * The responsible units of a sentence that hold for every task behind it:
 * 「以下均需各县（市、区）政府负责，不再列出」 → the fact of 各县（市、区）政府, and none of the sentence before it.
 */
export function defaultsIn({ text }: Sentence, facts: readonly Fact[]): Fact<'responsible', Responsible>[] {
  const match = FOR_ALL.exec(text)
  if (!match) return []
  const start = Math.max(0, text.lastIndexOf('。', match.index) + 1, text.lastIndexOf('以下', match.index))
  const clause = normalise(text.slice(start, match.index))
  const named = facts.filter(
    (fact): fact is Fact<'responsible', Responsible> =>
      fact.kind === 'responsible' &&
      fact.span.start < match.index &&
      (fact.value as Responsible).units.every((unit) => clause.includes(unit)),
  )
  return named.map((fact) => ({ ...fact, span: { start, end: match.index + match[0].length } }))
}
