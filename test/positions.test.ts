import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Document, isMap, isNode, isScalar, isSeq, type Node, parseAllDocuments } from 'yaml'
import { readText } from '../src/check/document/read.js'
import type { Path } from '../src/types.js'
import { NOTICES } from './notices.js'

/** `check` reads with js-yaml, which is fast and has no places of values; `yaml`, which is slow and has, is its measure. */
const BROKEN = new URL('../fixtures/check/broken/', import.meta.url)
const TEXTS = [
  ...NOTICES.map(({ slug, folder }) => [slug, readFileSync(`${folder}plan.yaml`, 'utf8')] as const),
  ...readdirSync(BROKEN)
    .filter((name) => name.includes('.plan.'))
    .map((name) => [name, readFileSync(new URL(name, BROKEN), 'utf8')] as const),
  [
    'every style',
    `--- # 头\n? a\n: &x\n  - "甲"\n  - '乙''' # 注\n  -\n  - |-\n    丙 # 丁\n  - > # | 注\n    戊\nb: *x\nc: {d: [1, 2], e: [ ], f: {}, "g": }\n...\n---\n- - 1\n  - 2\n-   k: v\n    l:\n`,
  ],
] as const

interface Seen {
  path: Path
  at: 'key' | 'value'
  range: readonly [number, number, ...unknown[]]
}

/** Every key and value of a document with the range that `yaml` gives it; what has no words has no place of its own. */
function rangesOf(document: Document): Seen[] {
  const out: Seen[] = []
  const walk = (node: unknown, path: Path, at: Seen['at'] = 'value') => {
    if (isNode(node) && node.range && !(isScalar(node) && node.range[0] === node.range[1]))
      out.push({ path, at, range: node.range })
    if (isSeq(node)) for (const [i, item] of node.items.entries()) walk(item, [...path, i])
    if (isMap<Node & { value?: unknown }>(node))
      for (const { key, value } of node.items) {
        walk(key, [...path, String(key.value)], 'key')
        walk(value, [...path, String(key.value)])
      }
  }
  walk(document.contents, [])
  return out
}

const parse = (text: string) =>
  parseAllDocuments(text, { logLevel: 'silent', prettyErrors: false }) as Document.Parsed[]

describe('places', () => {
  it.each(TEXTS)('of every key and value of %s are those of `yaml`, as far as the first line goes', async (_, text) => {
    const { documents, faults } = await readText(text)
    expect(faults).toEqual([])
    const trees = parse(text)
    expect(documents.map(({ value }) => value)).toEqual(trees.map((tree) => tree.toJS()))
    const wrong = trees.flatMap((tree, i) =>
      rangesOf(tree).filter(({ path, at, range: [start, end] }) => {
        const line = /[^\r\n]*/.exec(text.slice(start))![0].length
        const first = (to: number) => text.slice(start, Math.min(to, start + line)).trimEnd().length
        const place = documents[i]!.placeOf(path, at)
        return place.start !== start || first(place.end) !== first(end)
      }),
    )
    expect(wrong).toEqual([])
  })
})

describe('a text that `yaml` refuses', () => {
  const BITS = [
    '\t',
    '  ',
    '\n',
    ':',
    ': ',
    '- ',
    '"',
    "'",
    '[',
    ']',
    '{',
    '}',
    ',',
    '#',
    '|',
    '&a ',
    '%',
    '@',
    '\\',
    '甲',
  ]
  it('is refused, in the same line', async () => {
    let refused = 0
    let near = 0
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...TEXTS), fc.nat(), fc.constantFrom(...BITS), async ([, text], at, bit) => {
        const broken = text.slice(0, at % text.length) + bit + text.slice(at % text.length)
        const [error] = parse(broken).flatMap(({ errors }) => errors)
        if (!error) return
        const { faults } = await readText(broken)
        refused++
        const lineOf = (offset: number) => broken.slice(0, offset).split(/\r\n|[\r\n]/).length
        if (faults.some(({ start }) => lineOf(start) === lineOf(error.pos[0]))) near++
      }),
      { numRuns: 300, seed: 7 },
    )
    expect(refused).toBeGreaterThan(50)
    expect(near / refused).toBeGreaterThan(0.95)
  })
})
