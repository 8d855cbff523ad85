import { expect, it } from 'vitest'
import * as api from '../src/index.js'
import { MESSAGES } from '../src/messages/index.js'
import * as plugins from '../src/unified.js'

it('exports these names and no other', () => {
  expect(Object.keys(api).sort()).toMatchInlineSnapshot(`
    [
      "diff",
      "parse",
      "trend",
    ]
  `)
  expect(Object.keys(plugins).sort()).toEqual(['policyplanParse', 'policyplanYaml'])
})

it('says everything in Chinese and in English, with the same places to fill', () => {
  const places = (sentence: string) => [...sentence.matchAll(/\{(\w+)(?:\|[^}]*)?\}/g)].map(([, name]) => name).sort()
  for (const [id, [zh, en]] of MESSAGES.flatMap((part) => Object.entries(part))) {
    expect(en, id).not.toMatch(/[一-龥]{4}/)
    expect(places(en), id).toEqual(places(zh))
  }
})
