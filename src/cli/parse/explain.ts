import { type Lang, say } from '../../messages.js'
import type { Examined } from '../../parse.js'
import { lineStarts, placeOf } from '../../text/place.js'
import { normalise } from '../../text/width.js'
import type { Section, Span } from '../../types.js'

const short = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text)

/** How a plan came about: encoding, what was dropped, which marker opened which section, facts, problems. */
export function explain(
  { page, mended, source, layout, meta, headers, outline, appendices, plan, problems }: Examined,
  name: string,
  lang: Lang,
): string {
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
  for (const line of page.left ?? []) add('left', { text: line })
  for (const { block, kind } of layout.furniture)
    add('furniture', { line: line(block.span), kind: say(lang, `explain.furniture.${kind}`), text: text(block.span) })
  for (const { span } of headers)
    add('furniture', { line: line(span), kind: say(lang, 'explain.furniture.table-header'), text: text(span) })
  for (const span of layout.copies) add('copy', { line: line(span), text: text(span) })
  for (const [block, kind] of meta.taken)
    add('taken', { line: line(block.span), kind: say(lang, `explain.taken.${kind}`), text: text(block.span) })
  const computed = new Set(layout.blocks.flatMap((block) => (block.computed ? [block.computed.start] : [])))
  const tell = (section: Section, id: string): void => {
    const written = section.marker ? text(section.marker) : say(lang, 'explain.unmarked')
    const counted = section.marker && computed.has(section.marker.start)
    const marker = counted ? say(lang, 'explain.computed', { marker: written }) : written
    const title = section.title ? text(section.title) : ''
    add('section', { id, line: line(section.span), marker, style: section.style, title })
    section.sections.forEach((child, i) => {
      tell(child, `${id}.${i + 1}`)
    })
  }
  outline.sections.forEach((section, i) => {
    tell(section, String(i + 1))
  })
  for (const { place, section } of appendices) tell(section, `a${place + 1}`)
  for (const problem of problems)
    out.push(`  ${problem.line}:${problem.column} ${problem.severity} ${problem.ruleId}: ${problem.reason}`)
  add('done', { sections: plan.sections?.length ?? 0, problems: problems.length })
  return `${out.join('\n')}\n`
}
