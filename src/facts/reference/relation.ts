import type { Relation } from '../../types.js'
import type { Draft } from './draft.js'
import { composes, governs, governsFromBehind } from './verb.js'

/** Text between two titles of one list. */
const GLUE =
  /^(?:\([^()]{1,30}\))?(?:等[^,。;:《》]{0,8}?)?(?:[、,]|以及|和|与|及|并|或者|或)*(?:[^,。;:《》]{0,12}的|[我本][省市县区州镇]的?|(?:国家|省|市|县)(?:级)?)?$/
/** 「（以下简称《方案》）」 between a title and the verb behind it. */
const ASIDE = /^\([^()]{1,30}\)/
/** No verb governs from further away. */
const FAR = 60

/** The relation of each: titles of one list share the verb that governs the list. */
export function relationsOf(drafts: readonly Draft[], text: string): Relation[] {
  const out: Relation[] = []
  let first = 0
  drafts.forEach((draft, i) => {
    const next = drafts[i + 1]
    const listed =
      next &&
      GLUE.test(text.slice(draft.span.end, next.span.start)) &&
      !governs(text.slice(draft.span.end, titleStart(next, text)))
    if (listed) return
    const relation = relationOf(text, drafts[first - 1]?.span.end ?? 0, drafts[first]!, draft.span.end)
    while (out.length <= i) out.push(relation)
    first = i + 1
  })
  return out
}

/** Where the title itself begins, with its mark if the page has one, behind its issuers and their verb. */
const titleStart = ({ span, name }: Draft, text: string) =>
  name ? Math.max(span.start, name.start - (/[《〈“]/.test(text[name.start - 1] ?? '') ? 1 : 0)) : span.start

/** The relation of the list of titles that begins with a draft and ends at an offset. */
function relationOf(text: string, from: number, draft: Draft, end: number): Relation {
  const before = text.slice(Math.max(from, draft.span.start - FAR), titleStart(draft, text))
  const after = text.slice(end, end + FAR).replace(ASIDE, '')
  const sentence = /[^。;!?]*$/.exec(before)![0]
  const clause = /[^,:]*$/.exec(sentence)![0]
  const behind = governsFromBehind(after)
  if (behind === 'repeals') return behind
  const own = governs(clause)
  if (own) return own
  if (behind && (behind !== 'implements' || clause.length < FAR)) return behind
  return (clause.length <= 3 && governs(sentence)) || (composes(clause) ? 'drafts' : 'mentions')
}
