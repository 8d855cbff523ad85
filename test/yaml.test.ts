import fc from 'fast-check'
import { load, YAML11_SCHEMA } from 'js-yaml'
import { describe, expect, it } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { parse } from '../src/parse.js'
import type { Plan } from '../src/types.js'
import { writer } from '../src/write/yaml.js'
import { NOTICES } from './notices.js'

/** Readers of YAML 1.2 and of 1.1, where `no` is false and 12:30 is 750: all must read what was meant. */
const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  'yaml, 1.2': (text) => parseYaml(text),
  'yaml, 1.1': (text) => parseYaml(text, { version: '1.1' }),
  'js-yaml, 1.2': (text) => load(text),
  'js-yaml, 1.1': (text) => load(text, { schema: YAML11_SCHEMA }),
}

/** Words that a reader may take for something else. */
const TRICKY = fc.constantFrom(
  ...['no', 'yes', 'on', 'off', 'null', '~', 'true', '是', '12:30', '2025-12-31', '1e3', '0x1F', '0o7', '012', '1_000'],
  ...[
    '.inf',
    '.nan',
    '- 甲',
    '甲: 乙',
    '甲 #乙',
    '#甲',
    '甲:',
    '"甲"',
    "'甲'",
    '&甲',
    '*甲',
    '!甲',
    '%甲',
    '@甲',
    '`甲`',
    '甲、',
  ],
  ...[
    '|',
    '>',
    '[甲]',
    '{甲: 乙}',
    '',
    ' 甲',
    '甲 ',
    '甲\n乙',
    '甲\r\n',
    '\t',
    '\u0000',
    '\u0085',
    '\u2028',
    '\ufeff',
    '=',
    '<<',
    'y',
  ],
  ...[
    '\ud800',
    '𠮷',
    '\ufffe',
    '---',
    '...',
    '甲\u00a0乙',
    '\\',
    '2025年',
    '《甲》',
    '“甲”',
    '95%',
    '+1',
    '-1',
    '1.0',
    'y',
    'N',
  ],
)
const TEXT = fc.oneof(
  TRICKY,
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.tuple(TRICKY, TRICKY).map((two) => two.join('')),
)
const NUMBER = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0),
)

/** Plans that no notice gives, with any text in any place. */
const PLAN = fc.record({
  planVersion: fc.constant('1'),
  document: fc.record({
    title: TEXT,
    issuers: fc.array(TEXT, { minLength: 1 }),
    year: NUMBER,
    source: fc.dictionary(fc.constantFrom('file', 'url'), TEXT, { minKeys: 1 }),
  }),
  sections: fc.array(
    fc.record({
      id: TEXT,
      span: fc.tuple(fc.nat(), fc.nat()),
      tasks: fc.array(
        fc.record({ text: TEXT, implied: fc.boolean(), value: NUMBER, units: fc.array(TEXT, { minLength: 1 }) }),
        { minLength: 1 },
      ),
    }),
    { minLength: 1 },
  ),
})

const PLANS = await Promise.all(
  NOTICES.map(async ({ slug, bytes, file }) => [slug, (await parse(bytes, { file })).plan] as const),
)

describe.each(Object.entries(READERS))('the YAML of a plan, read by %s,', (_, read) => {
  it.each(PLANS)('is the plan of %s again', (_slug, plan) =>
    expect(read(writer.write(plan, 'https://schema'))).toEqual(plan),
  )

  it('is any plan again', () => {
    fc.assert(
      fc.property(PLAN, (plan) => {
        const meant = JSON.parse(JSON.stringify(plan))
        expect(read(writer.write(meant as unknown as Plan, 'https://schema'))).toEqual(meant)
      }),
      { numRuns: 400 },
    )
  })
})
