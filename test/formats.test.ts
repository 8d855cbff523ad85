import { readdirSync, readFileSync } from 'node:fs'
import { buildSync } from 'esbuild'
import { beforeAll, describe, expect, it } from 'vitest'
import { parse } from '../src/parse.js'

const FOLDER = new URL('../fixtures/formats/', import.meta.url)

/** A plan without what differs between files of one text: source, spans, and what only a page around it states. */
async function planOf(file: string): Promise<unknown> {
  const { plan } = await parse(readFileSync(new URL(file, FOLDER)), { file })
  const left = ['source', 'span', 'publishedOn', 'indexNumber']
  return JSON.parse(JSON.stringify(plan, (key, value) => (left.includes(key) ? undefined : value)))
}

beforeAll(() => {
  const entry = { entryPoints: ['src/read/pdf/child.ts'], outfile: 'dist/pdf-child.js' }
  buildSync({ ...entry, bundle: true, format: 'esm', platform: 'node', packages: 'external' })
})

describe('one notice is one plan in every format', () => {
  const files = readdirSync(FOLDER).filter((file) => file.startsWith('notice.') && file !== 'notice.docx')

  it('in four encodings, thirteen page shapes and seven other formats', () => {
    expect(files.filter((file) => file.endsWith('.html'))).toHaveLength(13)
    expect(files.filter((file) => !file.endsWith('.html'))).toEqual([
      ...['notice.big5.txt', 'notice.doc', 'notice.gb18030.txt', 'notice.md', 'notice.ofd', 'notice.pdf'],
      ...['notice.rtf', 'notice.txt', 'notice.utf16.txt'],
    ])
  })

  it.each(files)('%s', async (file) => expect(await planOf(file)).toEqual(await planOf('notice.docx')))

  it.each(files.filter((file) => /^notice\.(?!fragment).*html$/.test(file)))(
    '%s says when it was published',
    async (file) => {
      const { plan } = await parse(readFileSync(new URL(file, FOLDER)))
      expect(plan.document.publishedOn).toBe('2023-04-10')
    },
  )

  it('holds its numbers, tables and attachment', async () => {
    const { plan } = await parse(readFileSync(new URL('notice.docx', FOLDER)))
    expect(plan.sections?.map(({ marker, title }) => `${marker}${title}`)).toEqual([
      '一、总体要求',
      '二、主要目标',
      '三、重点任务',
      '四、保障措施',
    ])
    const rows = plan.sections![1]!.tasks!.flatMap(({ indicators = [] }) => indicators.filter((one) => one.attribute))
    expect(rows.map(({ name, value, time, baseline }) => [name, value, time, baseline])).toEqual([
      ['改造小区数量', 220, '2024', '96个（2022年）'],
      ['改造小区数量', 320, '2025', '96个（2022年）'],
      ['电梯加装完成率', 70, '2024', '41%（2022年）'],
      ['电梯加装完成率', 85, '2025', '41%（2022年）'],
      ['管网覆盖率', 95, '2025', '68%（2022年）'],
    ])
    expect(plan.document.attachments).toMatchObject([
      {
        id: 'a1',
        title: '重点任务分工表',
        tasks: [
          { text: '更新主城区供水管网', deadlines: [{ date: '../2024-06-30' }] },
          { text: '新增停车泊位', responsible: [{ units: ['市公安局'] }, { units: ['各县（区）人民政府'] }] },
          { text: '建设社区养老服务站', responsible: [{ units: ['市民政局'] }, { units: ['各县（区）人民政府'] }] },
        ],
      },
    ])
  })
})
