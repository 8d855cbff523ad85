import { readdirSync, readFileSync } from 'node:fs'
import { buildSync } from 'esbuild'
import { strToU8, zipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { formatOf, read } from '../src/read.js'
import { loadScript, simplify } from '../src/text/script.js'
import type { Page } from '../src/types.js'
import { lostOf } from './shown.js'

const FOLDER = new URL('../fixtures/formats/', import.meta.url)
const file = (name: string) => readFileSync(new URL(name, FOLDER))
const decode = (bytes: Uint8Array) => ({
  text: new TextDecoder(name(bytes)).decode(bytes),
  encoding: name(bytes),
  how: 'option' as const,
  confidence: 1,
  replaced: 0,
})
/** The fixtures are UTF-8 or GB18030. */
function name(bytes: Uint8Array): string {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return 'utf-8'
  } catch {
    return 'gb18030'
  }
}

const readFixture = (fixture: string) => read(file(fixture), { decode })
const contentOf = ({ text, blocks }: Page) =>
  blocks
    .map(({ span, cells }) => (cells ?? [span]).map(({ start, end }) => text.slice(start, end)).join('|'))
    .join('')
    .replace(/\s/g, '')

/** What some pages state outside their body. */
const TITLE = '青岭市人民政府办公室关于印发青岭市老旧小区改造三年行动计划的通知'
const NUMBER = '青政办发〔2023〕18号'

beforeAll(() => {
  const entry = { entryPoints: ['src/read/pdf/child.ts'], outfile: 'dist/pdf-child.js' }
  buildSync({ ...entry, bundle: true, format: 'esm', platform: 'node', packages: 'external' })
})

describe('one notice in every format', () => {
  const files = readdirSync(FOLDER).filter((fixture) => /^notice\..*(?:html|docx|doc|rtf|pdf|ofd)$/.test(fixture))

  it.each(files.filter((fixture) => fixture !== 'notice.docx'))(
    '%s holds the text and cells of notice.docx',
    async (fixture) => {
      const found = contentOf(await readFixture(fixture))
      await loadScript(found, 'simplified')
      const content = simplify(found)
      const whole = contentOf(await readFixture('notice.docx'))
      expect(whole.endsWith(content)).toBe(true)
      expect(['', TITLE, TITLE + NUMBER]).toContain(whole.slice(0, -content.length))
    },
  )

  it.each(files)('%s has its blocks in order, with nothing but white space between them', async (fixture) => {
    const { text, blocks } = await readFixture(fixture)
    let at = 0
    for (const { span, cells = [] } of blocks) {
      expect(text.slice(at, span.start).trim()).toBe('')
      expect(span.end).toBeGreaterThan(span.start)
      for (const cell of cells) expect(cell.end).toBeLessThanOrEqual(span.end)
      at = span.end
    }
    expect(text.slice(at).trim()).toBe('')
  })

  it('marks the numbers that a .docx computes', async () => {
    const { text, blocks } = await readFixture('notice.docx')
    const labels = blocks.flatMap(({ computed }) => (computed ? [text.slice(computed.start, computed.end)] : []))
    expect(labels.join(' ')).toBe('一、 二、 三、 （一） 1. 2. （二） 1. 2. （三） 四、 （一） （二）')
  })

  it('computes the automatic numbers of a .doc as those of a .docx', async () => {
    const page = await readFixture('automatic.doc')
    expect(page.notes).toEqual([])
    expect(contentOf(page)).toBe(contentOf(await readFixture('notice.docx')))
    const labels = page.blocks.flatMap(({ computed }) =>
      computed ? [page.text.slice(computed.start, computed.end)] : [],
    )
    expect(labels).toHaveLength(13)
  })

  it('says that a .doc has lost its automatic numbers where its lists are damaged', async () => {
    const bytes = Buffer.from(file('automatic.doc'))
    for (let at = 512; at < bytes.length; at += 512)
      if (bytes.readUInt16LE(at) === 0xa5ec) bytes.writeUInt32LE(0x7fffffff, at + 154 + 73 * 8)
    const page = await read(bytes, { decode })
    expect(page.notes.map(({ code }) => code)).toEqual(['read.doc-numbers'])
    expect(page.text).toContain('健全长效管理机制')
  })

  it('reads a .doc by the word processor that it is given', async () => {
    const page = await read(file('automatic.doc'), { decode, convert: async () => file('notice.docx') })
    expect(page.text).toContain('（三）健全长效管理机制')
  })
})

describe('what pages state', () => {
  it('reads meta tags and the line below the title', async () => {
    const { stated } = await readFixture('notice.portal.html')
    expect(Object.fromEntries(stated.toReversed().map(({ name, value }) => [name, value]))).toEqual({
      title: '青岭市人民政府办公室关于印发青岭市老旧小区改造三年行动计划的通知',
      publishedOn: '2023-04-10 09:30',
      source: '市政府办公室',
      url: 'http://www.qingling.example/zwgk/202304/t20230410_1.html',
    })
  })

  it('reads the header table', async () => {
    const { stated } = await readFixture('notice.tabular.html')
    expect(stated.map(({ name, value }) => `${name} ${value}`)).toEqual([
      'indexNumber QL001/2023-00018',
      'agency 青岭市人民政府办公室',
      'issuedOn 2023年04月06日',
      'title 青岭市人民政府办公室关于印发青岭市老旧小区改造三年行动计划的通知',
      'number 青政办发〔2023〕18号',
      'publishedOn 2023年04月10日',
    ])
  })
})

describe('formats are told apart by content', () => {
  it.each([
    ['%PDF-1.7 …', 'pdf'],
    ['{\\rtf1\\ansi', 'rtf'],
    ['<!DOCTYPE html><p>甲', 'html'],
    ['<p class="MsoNormal">甲</p>', 'html'],
    ['各区：<br>　　一、甲<br>　　二、乙<br>', 'html'],
    ['一、总体要求\n二、主要目标', 'text'],
  ])('%s', (text, format) => {
    expect(formatOf(Buffer.from(text))).toBe(format)
  })
})

describe('nothing that a page shows is lost', () => {
  it.each(readdirSync(FOLDER).filter((fixture) => fixture.endsWith('.html')))('%s', async (fixture) => {
    expect(lostOf(decode(file(fixture)).text, await readFixture(fixture))).toEqual([])
  })

  it('tells what is lost', async () => {
    const page = await readFixture('notice.portal.html')
    expect(lostOf('<p>一、总体要求</p><div>龘</div>', page)).toEqual(['龘'])
  })

  it('names what stands in a text box of a .docx', async () => {
    const box =
      '<w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>绿色发展专栏</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict>'
    const body = `<w:p><w:r><w:t>一、总体要求</w:t></w:r><w:r>${box}</w:r></w:p>`
    const bytes = zipSync({ 'word/document.xml': strToU8(`<w:document><w:body>${body}</w:body></w:document>`) })
    const page = await read(bytes, { decode })
    expect([page.text, page.left]).toEqual(['一、总体要求\n', ['绿色发展专栏']])
    expect(page.notes.map(({ code, severity }) => [code, severity])).toEqual([['read.text-box', 'warning']])
  })
})
