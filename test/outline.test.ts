import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { segmentsOf } from '../src/outline/build/segment.js'
import { fold } from '../src/text/fold.js'
import { unmark } from './marks.js'

const FOLDER = new URL('../fixtures/outline/', import.meta.url)
const STYLES = new URL('../src/outline/', import.meta.url)
const lines = (text = '') => text.split('\n').filter((line) => line.trim() !== '')

interface Entry {
  value?: { style: string; ordinal?: number }
  says?: string
  none?: string
}

/** The marker that a line starts with. */
function markerOf(text: string) {
  const span = { start: 0, end: text.length }
  return segmentsOf({ text, shown: text, folded: fold(text) }, { span, kind: 'paragraph' }, new Map())[0]?.marker
}

const names = readdirSync(FOLDER).map((name) => name.replace('.yaml', ''))

describe.each(names)('%s', (name) => {
  const entries: Entry[] = parse(readFileSync(new URL(`${name}.yaml`, FOLDER), 'utf8'))
  it('has lines that it must not start', () => expect(entries.some(({ none }) => lines(none).length > 0)).toBe(true))
  for (const { value, says, none } of entries) {
    for (const line of lines(says))
      it(`starts ${line}`, () => {
        const { text, spans } = unmark(line)
        const marker = markerOf(text)
        expect({ style: marker?.style.name, ordinal: marker?.ordinal }).toEqual({ ordinal: undefined, ...value })
        expect([marker?.span]).toEqual(spans)
      })
    for (const line of lines(none)) it(`does not start ${line}`, () => expect(markerOf(line)).toBeUndefined())
  }
})

it('has lines for every style', () => {
  const styles = readdirSync(STYLES).filter((name) => name.endsWith('.ts') && name !== 'index.ts')
  expect(names.sort()).toEqual(styles.map((name) => name.replace('.ts', '')).sort())
})
