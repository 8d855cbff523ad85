import { type Lang, say, sayIfKnown } from '../../../messages.js'
import type { Examined } from '../../../parse.js'
import type { Section, Span, Trace } from '../../../types.js'

/** How a span of the source is printed: the number of its line, and its words. */
export interface Printer {
  line(span: Span): number
  text(span: Span): string
}

/** Which marker opened which section, and below each what was read there and what was passed over, in the order of the text. */
export function bodyOf({ layout, outline, appendices, traces }: Examined, print: Printer, lang: Lang): string[] {
  const computed = new Set(layout.blocks.flatMap((block) => (block.computed ? [block.computed.start] : [])))
  const out: { at: number; said: string }[] = []
  const tell = (section: Section, id: string): void => {
    const counted = section.marker && computed.has(section.marker.start)
    out.push({ at: section.span.start, said: `  ${sectionLine(section, id, counted === true, print, lang)}` })
    section.sections.forEach((child, i) => {
      tell(child, `${id}.${i + 1}`)
    })
  }
  outline.sections.forEach((section, i) => {
    tell(section, String(i + 1))
  })
  for (const { place, section } of appendices) tell(section, `a${place + 1}`)
  const sections = out.length
  const seen = new Set<string>()
  for (const trace of traces) {
    const said = `    ${traceLine(trace, print, lang)}`
    const key = `${trace.span.start} ${said}`
    // A heading is read twice: for its own sake, and for what stands below it.
    if (!seen.has(key)) out.push({ at: trace.span.start, said })
    seen.add(key)
  }
  const order = out.map((entry, i) => ({ ...entry, section: i < sections }))
  return order.sort((a, b) => a.at - b.at || Number(b.section) - Number(a.section)).map(({ said }) => said)
}

function sectionLine(section: Section, id: string, counted: boolean, print: Printer, lang: Lang): string {
  const written = section.marker ? print.text(section.marker) : say(lang, 'explain.unmarked')
  const marker = counted ? say(lang, 'explain.computed', { marker: written }) : written
  const title = section.title ? print.text(section.title) : ''
  return say(lang, 'explain.section', { id, line: print.line(section.span), marker, style: section.style, title })
}

function traceLine({ kind, rule, span, shielded }: Trace, print: Printer, lang: Lang): string {
  return say(lang, shielded ? 'explain.shielded' : 'explain.fact', {
    line: print.line(span),
    kind: say(lang, `explain.kind.${kind}`),
    rule: sayIfKnown(lang, `explain.rule.${kind}.${rule}`) ?? rule,
    text: print.text(span),
  })
}
