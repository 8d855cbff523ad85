import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { examine, open, prepare } from '../src/parse.js'
import { normalise } from '../src/text/width.js'
import type { PlanSection } from '../src/types.js'

const FOLDER = new URL('../fixtures/structure/', import.meta.url)

/** A short text, and what a careful reader sees in it: fields of the document (null: none), outline, preamble, what is dropped. */
interface Entry {
  shows: string
  text: string
  file?: string
  document?: Record<string, unknown>
  outline?: string
  preamble?: string[]
  dropped?: string[]
  /** The ids of all that is noticed. */
  notes?: string[]
}

/** 「1.1 （一） 标题」, 「1.2 （二） …正文的开头」 for a section without a title, # for one without a marker. */
function linesOf(sections: readonly PlanSection[] = []): string[] {
  return sections.flatMap(({ id, marker = '#', title, tasks, sections: children }) => [
    `${id} ${marker} ${title ?? `…${tasks?.[0]?.text.slice(0, 8) ?? ''}`}`,
    ...linesOf(children),
  ])
}

async function read({ text, file = 'source.txt' }: Entry) {
  const page = await open(text, { file })
  await prepare(page)
  return examine(page, { file })
}

const lines = (text: string) => text.trim().split('\n')

describe.each(readdirSync(FOLDER))('%s', (name) => {
  const entries: Entry[] = parseYaml(readFileSync(new URL(name, FOLDER), 'utf8'))
  it.each(entries)('$shows', async (entry) => {
    const { plan, layout, source, problems } = await read(entry)
    const attachments = plan.document.attachments?.map((it) => (typeof it === 'string' ? it : it.title))
    const document: Record<string, unknown> = { ...plan.document, attachments }
    for (const [field, value] of Object.entries(entry.document ?? {}))
      expect({ [field]: document[field] }).toEqual({ [field]: value ?? undefined })
    if (entry.outline !== undefined) expect(linesOf(plan.sections)).toEqual(lines(entry.outline))
    if (entry.preamble) expect((plan.preamble?.tasks ?? []).map((task) => task.text)).toEqual(entry.preamble)
    const dropped = layout.furniture.map(({ block }) => normalise(source.shown.slice(block.span.start, block.span.end)))
    if (entry.dropped) expect(dropped).toEqual(entry.dropped)
    if (entry.notes) expect(problems.map(({ ruleId }) => ruleId)).toEqual(entry.notes)
  })
})
