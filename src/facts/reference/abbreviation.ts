import type { Fact, Sentence } from '../../types.js'

/** 「（以下简称“社康机构”）」「（以下统称《办法》，…」 */
const DEFINES =
  /[([](?:[^()]{0,50}[,;])?(?:以下|下)(?:统|简|均)?(?:简)?称(?:为)?:?[“‘《〈]?([^()[\]“”‘’《》〈〉,;。]{1,24})[”’》〉]?/y

/**
 * Short names that a sentence defines, each with its full one: a title where a reference stands before the bracket,
 * else the words before it that the short name is drawn from.
 * 「704家社区健康服务机构（以下简称“社康机构”）」 → [["社康机构", "社区健康服务机构"]]
 */
export function abbreviationsIn({ text }: Sentence, facts: readonly Fact[]): [short: string, full: string][] {
  const out: [string, string][] = []
  for (let at = text.indexOf('称'); at >= 0; at = text.indexOf('称', at + 1)) {
    const open = openBefore(text, at)
    if (open === undefined) continue
    DEFINES.lastIndex = open
    const short = DEFINES.exec(text)?.[1]
    const full = short && (titleBefore(facts, open) ?? wordsBefore(text.slice(Math.max(0, open - 40), open), short))
    if (full && full !== short) out.push([short, full])
  }
  return out
}

/** The bracket that an offset stands in, if it opens within reach. */
function openBefore(text: string, at: number): number | undefined {
  let depth = 0
  for (let i = at - 1; i >= Math.max(0, at - 60); i--) {
    if (text[i] === ')' || text[i] === ']') depth++
    else if ((text[i] === '(' || text[i] === '[') && depth-- === 0) return i
  }
  return undefined
}

function titleBefore(facts: readonly Fact[], open: number): string | undefined {
  const fact = facts.find(({ kind, span }) => kind === 'reference' && span.end >= open && span.start < open)
  return (fact?.value as { title?: string } | undefined)?.title
}

/** The shortest ending of a text that begins as the short name does and holds its characters in order. */
function wordsBefore(text: string, short: string): string | undefined {
  let at = text.length
  for (const c of [...short].reverse()) {
    at = text.lastIndexOf(c, at - 1)
    if (at < 0) return undefined
  }
  return text.slice(at)
}
