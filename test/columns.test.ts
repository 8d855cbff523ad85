import { describe, expect, it } from 'vitest'
import { PageBuilder } from '../src/read/page/builder.js'
import { joinAcross } from '../src/read/reflow/across.js'
import { flowsOf } from '../src/read/reflow/columns.js'
import type { Piece, Sheet } from '../src/read/reflow/sheet.js'
import { writeSheets } from '../src/read/reflow/write.js'

const SIZE = 10
/** A sheet of lines: `left|right` stand beside each other, a line without a bar begins at the left and may cross. */
function sheetOf(lines: readonly string[], top = 100): Sheet {
  const pieces = lines.flatMap((line, i): Piece[] =>
    line
      .split('|')
      .map((text, column) => ({ text, x: 50 + column * 220, y: top + i * 16, width: text.length * SIZE, size: SIZE }))
      .filter(({ text }) => text !== ''),
  )
  return { width: 520, height: 842, pieces, rules: [] }
}

function textOf(...sheets: Sheet[]) {
  const page = new PageBuilder()
  writeSheets(page, sheets)
  return page.page('application/pdf')
}

const full = (words: string) => words.padEnd(20, '各地要抓好落实形成经验推进重点工作').slice(0, 20)

describe('two columns of a page', () => {
  const left = ['　　一、总体要求', ...Array.from({ length: 8 }, (_, i) => full(`左${i}`)), '左边的文字到此。']
  const right = ['　　二、重点任务', ...Array.from({ length: 8 }, (_, i) => full(`右${i}`)), '右边的文字到此。']
  const beside = left.map((line, i) => `${line}|${right[i]}`)

  it('are read one behind the other', () => {
    const { text } = textOf(sheetOf(['某市人民政府公报关于印发工作要点的通知以及有关解读', ...beside]))
    expect(
      text
        .trim()
        .split('\n')
        .map((line) => line.slice(0, 6)),
    ).toEqual(['某市人民政府', '一、总体要求', '左0各地要抓', '二、重点任务', '右0各地要抓'])
    expect(text).toContain('左边的文字到此。\n二、重点任务')
  })

  it('end where a line crosses them', () => {
    const crossing = full('横贯全页的一行文字').repeat(2)
    const flows = flowsOf(sheetOf([...beside, crossing, ...beside]).pieces)
    expect(flows.map(({ narrow }) => narrow)).toEqual([true, true, false, true, true])
  })

  it('are none where cells stand beside each other', () => {
    const rows = Array.from({ length: 12 }, (_, i) => `指标名称第${i}项|${100 + i}个`)
    expect(flowsOf(sheetOf(rows).pieces)).toHaveLength(1)
  })

  it('are none where lines cross the middle', () => {
    expect(flowsOf(sheetOf(Array.from({ length: 20 }, (_, i) => full(`第${i}行`).repeat(2))).pieces)).toHaveLength(1)
  })
})

describe('headers and footers', () => {
  const body = ['　　一、总体要求', full('第一行'), full('第二行'), '到此为止。']

  it('are left out of two sheets where they stand at the same height, and are named', () => {
    const sheets = [1, 2].map((page) => {
      const sheet = sheetOf([...body.slice(0, 3), `第${page}张到此。`], 120)
      const header = { text: `某市公报第3期`, x: 50, y: 40, width: 70, size: SIZE }
      return { ...sheet, pieces: [header, ...sheet.pieces] }
    })
    const { text, left } = textOf(...sheets)
    expect(text).not.toContain('公报')
    expect(left).toEqual(['某市公报第3期', '某市公报第3期'])
  })

  it('are no marks of attachments', () => {
    const sheets = [1, 2, 3].map((number) => sheetOf([`附件${number}`, '', ...body], 60))
    expect(textOf(...sheets).text).toContain('附件2')
  })
})

describe('a row that a sheet cuts', () => {
  const table = (rows: string[][], top: number) => ({
    top,
    bottom: top + rows.length * 20,
    rows: rows.map((row) => row.map((text) => ({ text }))),
  })
  const textsOf = (part: { waiting: ReturnType<typeof table>[] }) =>
    part.waiting.map(({ rows }) => rows.map((row) => row.map(({ text }) => text).join('|')))

  it('is put together', () => {
    const before = { waiting: [table([['1', '管网改造', '公里', '12']], 700)], lines: [] }
    const next = {
      waiting: [
        table(
          [
            ['', '长度', '', ''],
            ['2', '桥梁', '座', '3'],
          ],
          80,
        ),
      ],
      lines: [],
    }
    joinAcross(before, next)
    expect(textsOf(before)).toEqual([['1|管网改造长度|公里|12']])
    expect(textsOf(next)).toEqual([['2|桥梁|座|3']])
  })

  it('is none where a row has its own values', () => {
    const before = { waiting: [table([['一', '管网改造', '公里', '12']], 700)], lines: [] }
    const next = { waiting: [table([['', '桥梁', '座', '3']], 80)], lines: [] }
    joinAcross(before, next)
    expect(textsOf(next)).toEqual([['|桥梁|座|3']])
  })
})
