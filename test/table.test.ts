import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { parse } from '../src/parse.js'
import { readLines } from '../src/read/text.js'
import { columnOf } from '../src/table/columns.js'
import { nameOf } from '../src/table/name.js'
import { readValue } from '../src/table/value.js'
import { fold } from '../src/text/fold.js'
import type { Plan, PlanSection, Task } from '../src/types.js'
import { tasksOf as tasksIn } from './nothing-lost.js'

interface Entry {
  readonly value?: object
  readonly says?: string
  readonly none?: string
}

const corpus = (name: string) => {
  const entries: Entry[] = parseYaml(readFileSync(new URL(`../fixtures/table/${name}.yaml`, import.meta.url), 'utf8'))
  return entries.flatMap(({ value, says, none }) =>
    (says ?? none)!
      .trim()
      .split('\n')
      .map((text) => [text, value] as const),
  )
}
const folded = (text: string) => fold(text).replace(/\s/g, '')

describe('cells of values', () => {
  it.each(corpus('values'))('%s', (text, value) => expect(readValue(folded(text))).toEqual(value))
})

describe('headers', () => {
  it.each(corpus('columns'))('%s', (text, value) => {
    const { label: _, ...column } = columnOf(folded(text))
    expect(column).toEqual(value)
  })
})

describe('names', () => {
  it.each([
    ['其中：⑵农村', { name: '农村', part: true }],
    ['1.地区生产总值（亿元）①', { name: '地区生产总值', unit: '亿元', part: false }],
    ['每千人口拥有3岁以下婴幼儿托位数〔1〕', { name: '每千人口拥有3岁以下婴幼儿托位数', part: false }],
    ['3岁以下婴幼儿托位数（个）', { name: '3岁以下婴幼儿托位数', unit: '个', part: false }],
    ['执业（助理）医师数', { name: '执业（助理）医师数', part: false }],
  ])('%s', (text, name) => expect(nameOf({ text: fold(text), shown: text })).toEqual(name))
})

const tasksOf = (sections: readonly PlanSection[] = []): Task[] =>
  sections.flatMap((section) => [...(section.tasks ?? []), ...tasksOf(section.sections)])
const html = (rows: string) => `<h1>白石县2024年工作要点</h1><p>一、目标</p><p>指标如下。</p><table>${rows}</table>`

describe('tables', () => {
  it('heads rows again where a page repeats the header', async () => {
    const head = '<tr><td>指标</td><td>单位</td><td>2024年目标</td></tr>'
    const { plan } = await parse(
      html(
        `${head}<tr><td>通车里程</td><td>公里</td><td>12</td></tr>${head}<tr><td>桥梁</td><td>座</td><td>3</td></tr>`,
      ),
    )
    const tasks = tasksOf(plan.sections).slice(1)
    expect(tasks.map(({ indicators }) => indicators?.map(({ name, value }) => [name, value]))).toEqual([
      [['通车里程', 12]],
      [['桥梁', 3]],
    ])
  })

  it('keeps the words of a table that no header explains', async () => {
    const { plan } = await parse(html('<tr><td>甲乡</td><td>12</td></tr><tr><td>乙乡</td><td>15</td></tr>'))
    expect(
      tasksOf(plan.sections)
        .slice(1)
        .map(({ text }) => text),
    ).toEqual(['甲乡|12', '乙乡|15'])
  })

  it('takes 单位 above names of bodies for no unit of measure', async () => {
    const rows = '<tr><td>单位</td><td>任务</td></tr><tr><td>县水利局</td><td>清淤河道12公里</td></tr>'
    const { plan } = await parse(html(rows))
    expect(tasksOf(plan.sections)[1]).toMatchObject({
      text: '县水利局|清淤河道12公里',
      indicators: [{ value: 12, unit: '公里' }],
    })
  })
})

interface Example {
  readonly shows: string
  readonly above?: string
  readonly table: string
  readonly facts: string
}

/** 「name @scope = 12 公里 target 2024 约束性 <baseline>」 */
const factsOf = (plan: Plan) =>
  tasksIn(plan)
    .flatMap(({ text, indicators = [] }) => (text.includes('|') ? indicators : []))
    .filter(({ quote }) => quote.includes('|') || quote.includes('\t'))
    .map((one) =>
      [
        one.name,
        one.scope && `@${one.scope}`,
        one.comparator,
        one.value,
        one.unit,
        one.status,
        one.time,
        one.attribute,
        one.baseline && `<${one.baseline}>`,
      ]
        .filter((part) => part !== undefined)
        .join(' '),
    )

const LEFT = '<'
const ABOVE = '^'

/** The rows of an example as a table of a web page. */
function asHtml(rows: readonly string[][]): string {
  const count = (more: (n: number) => boolean) => {
    let n = 1
    while (more(n)) n++
    return n
  }
  const cell = (text: string, r: number, c: number) => {
    const right = count((n) => rows[r]?.[c + n] === LEFT)
    const down = count((n) => rows[r + n]?.[c] === ABOVE)
    return text === LEFT || text === ABOVE ? '' : `<td colspan="${right}" rowspan="${down}">${text}</td>`
  }
  return `<table>${rows.map((row, r) => `<tr>${row.map((text, c) => cell(text, r, c)).join('')}</tr>`).join('')}</table>`
}

const asMarkdown = (rows: readonly string[][]) =>
  rows.map((row) => `| ${row.map((text) => (text === LEFT || text === ABOVE ? '' : text)).join(' | ')} |\n`).join('')

describe('tables and their indicators', () => {
  const examples: Example[] = parseYaml(readFileSync(new URL('../fixtures/table/tables.yaml', import.meta.url), 'utf8'))
  const head = (mark: (line: string) => string, above: string | undefined) =>
    ['青岭市2024年重点工作方案', '一、目标任务', '各项目标如下。', ...(above ? [above] : [])].map(mark).join('')

  it.each(examples)('$shows', async ({ above, table, facts }) => {
    const rows = table
      .trim()
      .split('\n')
      .map((line) => line.split('|'))
    const expected = facts.trim() === '' ? [] : facts.trim().split('\n')
    const { plan } = await parse(head((line) => `<p>${line}</p>`, above) + asHtml(rows))
    expect(factsOf(plan)).toEqual(expected)
    const text = await parse(head((line) => `${line}\n`, above) + asMarkdown(rows))
    expect(factsOf(text.plan)).toEqual(expected)
  })
})

it('reads more rows than a call takes arguments', () => {
  const { blocks } = readLines('指标\t2024年\t2025年\n'.repeat(130_000))
  expect(blocks.filter(({ kind }) => kind === 'row').length).toBe(130_000)
})
