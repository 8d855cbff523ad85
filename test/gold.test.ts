import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { parse } from '../src/index.js'
import type { PlanSection, Task } from '../src/types.js'

const GOLD = new URL('../fixtures/gold/', import.meta.url)
const slugs = readdirSync(GOLD)
  .filter((name) => name.endsWith('.gold.yaml'))
  .map((name) => name.replace('.gold.yaml', ''))

interface Row {
  readonly section: string
  readonly quote: string
}
interface Truth {
  readonly document: Readonly<Record<string, unknown>>
  readonly sections?: readonly { readonly id: string; readonly title?: string; readonly optional?: boolean }[]
  readonly indicators?: readonly Row[]
  readonly references?: readonly Row[]
  readonly deadlines?: readonly Row[]
  readonly responsible?: readonly Row[]
}

const truthOf = (slug: string) => parseYaml(readFileSync(new URL(`${slug}.gold.yaml`, GOLD), 'utf8')) as Truth
const bare = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\s|]+/g, '')
    .replace(/[“”]/g, '"')

/** A task's sentence, and the cells of its table row that became facts: 责任单位 | 完成时限. */
const wordsOfTask = ({ text, deadlines = [], responsible = [] }: Task) =>
  [text, ...[...deadlines, ...responsible].map(({ quote }) => quote).filter((quote) => !text.includes(quote))].join('')

/** All that a plan holds of a document's words, titles and sentences in their order. */
function wordsOf(tasks: readonly Task[] = [], sections: readonly PlanSection[] = []): string {
  const own = tasks.map(wordsOfTask).join('')
  return own + sections.map((section) => (section.title ?? '') + wordsOf(section.tasks, section.sections)).join('')
}

describe.each(slugs)('the truth about %s', (slug) => {
  const { sections = [], indicators = [], references = [], deadlines = [], responsible = [] } = truthOf(slug)
  const facts = [...indicators, ...references, ...deadlines, ...responsible]

  it('names sections that are there, each once', () => {
    const ids = sections.filter(({ optional }) => !optional).map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const all = new Set(['0', ...sections.map(({ id }) => id)])
    expect(facts.filter(({ section }) => !all.has(section)).map(({ quote }) => quote)).toEqual([])
    for (const id of ids.filter((id) => id.includes('.'))) expect(all).toContain(id.slice(0, id.lastIndexOf('.')))
  })

  it('quotes words that the plan kept', async () => {
    const { plan } = await parse(readFileSync(new URL(`${slug}.txt`, GOLD)), { file: `${slug}.txt` })
    const words = bare(wordsOf(plan.preamble?.tasks, plan.sections))
    expect(facts.map(({ quote }) => bare(quote)).filter((quote) => !words.includes(quote))).toEqual([])
  })
})
