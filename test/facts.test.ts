import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { EXTRACTORS } from '../src/facts/index.js'
import { readFacts } from '../src/facts.js'
import { fold } from '../src/text/fold.js'
import { loadScript, simplify } from '../src/text/script.js'
import { sentenceOf } from '../src/text/sentence.js'
import type { Context } from '../src/types.js'
import { unmark } from './marks.js'

const FOLDER = new URL('../fixtures/facts/', import.meta.url)

/** One entry of a corpus: a value and the phrases that say it, or phrases that must yield nothing. */
interface Entry {
  given?: Partial<Pick<Context, 'year' | 'period' | 'date' | 'report'>> & {
    above?: string[]
    before?: string
    abbreviations?: Record<string, string>
  }
  value?: unknown
  /** The doubts that each phrase raises, where that is said. */
  notes?: string[]
  says?: string
  none?: string
}

const lines = (text: string) => text.split('\n').filter((line) => line.trim() !== '')

function readPhrase(phrase: string, given: Entry['given'] = {}) {
  const notes: string[] = []
  const sentence = (text: string) => {
    const shown = simplify(text)
    return sentenceOf({ text, shown, folded: fold(shown) }, { start: 0, end: text.length }).sentence
  }
  const context = {
    report: given.report ?? false,
    voice: () => 0,
    ...(given.year !== undefined && { year: given.year }),
    ...(given.period && { period: given.period }),
    ...(given.date && { date: given.date }),
    abbreviations: new Map(Object.entries(given.abbreviations ?? {})),
    above: [],
    note: (code: string) => void notes.push(code),
  }
  const reading = (text: string) => ({ sentence: sentence(text), facts: readFacts(sentence(text), context) })
  const facts = readFacts(sentence(phrase), {
    ...context,
    above: (given.above ?? []).map(reading),
    ...(given.before !== undefined && { before: reading(given.before) }),
  })
  return { facts, notes }
}

await loadScript('為', 'simplified')

describe.each(EXTRACTORS.map((extractor) => extractor.kind))('%s', (kind) => {
  const entries: Entry[] = parse(readFileSync(new URL(`${kind}.yaml`, FOLDER), 'utf8'))

  it('has phrases that must yield nothing', () => {
    expect(entries.flatMap((entry) => lines(entry.none ?? '')).length).toBeGreaterThanOrEqual(15)
  })

  for (const { value, says, none, given, notes } of entries) {
    for (const phrase of lines(none ?? ''))
      it(`reads nothing in ${phrase}`, () => {
        const read = readPhrase(unmark(phrase).text, given)
        expect(read.facts.filter((fact) => fact.kind === kind)).toEqual([])
        if (notes) expect(read.notes).toEqual(notes)
      })
    for (const phrase of lines(says ?? ''))
      it(`reads ${phrase}`, () => {
        const { text, spans } = unmark(phrase)
        const read = readPhrase(text, given)
        const facts = read.facts.filter((fact) => fact.kind === kind)
        expect(facts.map((fact) => fact.value)).toEqual(Array.isArray(value) ? value : [value])
        if (spans.length > 0) expect(facts.map((fact) => fact.span)).toEqual(spans)
        if (notes) expect(read.notes).toEqual(notes)
      })
  }
})

it('has a corpus for every extractor and no other', () => {
  const corpora = readdirSync(FOLDER).map((name) => name.replace('.yaml', ''))
  expect(corpora.sort()).toEqual(EXTRACTORS.map((extractor) => extractor.kind).sort())
})
