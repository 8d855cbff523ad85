import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { SCHEMA_ID } from '../src/data/generated/schema-id.js'
import { examine, open, prepare } from '../src/parse.js'
import { fold } from '../src/text/fold.js'
import { codePoints, fromCodePoints } from '../src/text/place.js'
import { loadScript, simplify, traditionalise } from '../src/text/script.js'
import { normalise } from '../src/text/width.js'
import { writer } from '../src/write/yaml.js'
import { expectNothingLost, tasksOf } from './nothing-lost.js'
import { NOTICES } from './notices.js'

await loadScript('為', 'traditional')

/** Pieces that policy texts, and texts that mean harm, are made of. */
const PIECE = fc.constantFrom(
  ...[
    '一、',
    '二、',
    '（一）',
    '（二）',
    '1.',
    '3.5万',
    '一是',
    '二是',
    '第一章 ',
    '第一条 ',
    '●',
    '——',
    '附件：',
    '\n',
    '\n\n',
    '　',
    ' ',
    '。',
    '，',
    '；',
    '：',
  ],
  ...[
    '加强河道管护',
    '覆盖率达到',
    '95%以上',
    '不低于80%、60%、30%',
    '分别',
    '年底前',
    '到2025年',
    '《关于印发〈',
    '》',
    '〉',
    '〔2018〕3号',
    '湘卫发',
  ],
  ...[
    '（责任单位：',
    '市卫生健康委、',
    '）',
    '各县（市、区）',
    '衛(wèi)生',
    '?',
    '𠮷',
    '\ufffd',
    '\u200b',
    '來源：',
    '時間：2020-01-02',
    '10亿余元',
    '增长5%左右',
    '100%',
    '抄送：',
  ],
  ...[
    '2022年',
    '3月15日',
    '9:00至',
    '00至3月',
    '0-5月',
    '每季度末',
    '自2022年1月31日起1个月内',
    '2023/24学年',
    '114年底前',
    '今冬明春',
    '国发〔2015〕10、11号',
    '第302号令',
    '（第132章）第56(1)条',
    '由市水利局牵头、市财政局配合',
  ],
)
const TEXT = fc.oneof(
  fc.array(PIECE, { maxLength: 60 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
)

async function examineText(text: string) {
  const page = await open(text)
  await prepare(page)
  return examine(page)
}

/** Every quote is its slice of the source text, read the same way. */
function expectQuotes({ plan, page, mended }: Awaited<ReturnType<typeof examineText>>): void {
  const cut = fromCodePoints(page.text)
  const say = (span: [number, number]) => {
    const { start, end } = mended.after(cut(span))
    return normalise(simplify(mended.text).slice(start, end))
  }
  for (const task of tasksOf(plan)) {
    expect(say(task.span)).toBe(task.text)
    for (const fact of [
      ...(task.indicators ?? []),
      ...(task.references ?? []),
      ...(task.deadlines ?? []),
      ...(task.responsible ?? []),
    ])
      expect(say(fact.span)).toBe(fact.quote)
  }
}

describe.each(NOTICES)('$slug', ({ bytes, file }) => {
  it('keeps the laws', async () => {
    const page = await open(bytes, { file })
    await prepare(page)
    const examined = examine(page, { file })
    expectQuotes(examined)
    expectNothingLost(examined)
    expect(parseYaml(writer.write(examined.plan, SCHEMA_ID))).toEqual(examined.plan)
    expect(examine(page, { file }).plan).toEqual(examined.plan)
  })
})

describe('any text at all', () => {
  it('gives a plan whose quotes are their slices, the same each time', async () => {
    await fc.assert(
      fc.asyncProperty(TEXT, async (text) => {
        const examined = await examineText(text)
        expectQuotes(examined)
        expect(parseYaml(writer.write(examined.plan, SCHEMA_ID))).toEqual(examined.plan)
        expect((await examineText(text)).plan).toEqual(examined.plan)
      }),
      { numRuns: 1000 },
    )
  })

  it('has twins of equal length', () => {
    fc.assert(
      fc.property(TEXT, (text) => {
        expect(fold(simplify(text)).length).toBe(text.length)
        expect(traditionalise(simplify(text)).length).toBe(text.length)
      }),
      { numRuns: 2000 },
    )
  })

  it('places code points both ways', () => {
    fc.assert(
      fc.property(TEXT, fc.nat(), (text, n) => {
        const end = Array.from(text).length
        const span: [number, number] = [n % (end + 1), end]
        expect(codePoints(text)(fromCodePoints(text)(span))).toEqual(span)
      }),
    )
  })

  it('is normalised once for all', () => {
    fc.assert(
      fc.property(TEXT, (text) => {
        expect(normalise(normalise(text))).toBe(normalise(text))
      }),
    )
  })
})
