import { type Lang, say } from '../../messages.js'
import type { Examined } from '../../parse.js'
import { lineStarts, placeOf } from '../../text/place.js'
import { normalise } from '../../text/width.js'
import type { Span } from '../../types.js'
import { bodyOf } from './explain/body.js'

const short = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text)

/** How a plan came about: encoding, what was dropped, which marker opened which section, which pattern read each fact, problems. */
export function explain(examined: Examined, name: string, lang: Lang): string {
  const { page, mended, source, layout, meta, headers, plan, problems } = examined
  const starts = lineStarts(page.text)
  const line = (span: Span) => placeOf(starts, mended.before(span).start).line
  const text = (span: Span) => short(normalise(source.shown.slice(span.start, span.end)))
  const out: string[] = [`${name}`]
  const add = (id: string, args: Record<string, string | number>) => out.push(`  ${say(lang, `explain.${id}`, args)}`)
  const { decoded } = page
  if (decoded)
    add('decoded', {
      encoding: decoded.encoding,
      how: say(lang, `explain.how.${decoded.how}`),
      confidence: Math.round(decoded.confidence * 100),
    })
  const kinds = Object.entries(plan.document.source?.repairs ?? {}).map(([kind, count]) =>
    say(lang, 'explain.repaired.kind', { kind: say(lang, `cli.repair.kind.${kind}`), count }),
  )
  if (kinds.length > 0) add('repaired', { kinds: kinds.join(lang === 'zh' ? '，' : ', '), name })
  for (const line of page.left ?? []) add('left', { text: line })
  for (const { block, kind } of layout.furniture)
    add('furniture', { line: line(block.span), kind: say(lang, `explain.furniture.${kind}`), text: text(block.span) })
  for (const { span } of headers)
    add('furniture', { line: line(span), kind: say(lang, 'explain.furniture.table-header'), text: text(span) })
  for (const span of layout.copies) add('copy', { line: line(span), text: text(span) })
  for (const [block, kind] of meta.taken)
    add('taken', { line: line(block.span), kind: say(lang, `explain.taken.${kind}`), text: text(block.span) })
  out.push(...bodyOf(examined, { line, text }, lang))
  for (const problem of problems)
    out.push(`  ${problem.line}:${problem.column} ${problem.severity} ${problem.ruleId}: ${problem.reason}`)
  add('done', { sections: plan.sections?.length ?? 0, problems: problems.length })
  return `${out.join('\n')}\n`
}
