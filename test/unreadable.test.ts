import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buildSync } from 'esbuild'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run } from '../src/cli.js'
import { say } from '../src/messages.js'
import { parse } from '../src/parse.js'

const file = (name: string) => readFileSync(new URL(`../fixtures/formats/${name}`, import.meta.url))
const docx = (document: string | Uint8Array) =>
  zipSync({ 'word/document.xml': typeof document === 'string' ? strToU8(document) : document })
const nested = (open: string, close: string, depth: number) => open.repeat(depth) + close.repeat(depth)
const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16])

/** A zip whose only entry unpacks to more than its header says. */
function lyingBomb(): Uint8Array {
  const bytes = docx(new Uint8Array(1 << 20).fill(32))
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  for (let at = 0; at + 46 < bytes.length; at++) {
    if (view.getUint32(at, true) === 0x04034b50) view.setUint32(at + 22, 100, true)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 100, true)
  }
  return bytes
}

/** A PDF of the given objects, the first of which is the catalogue. */
function pdf(objects: readonly string[], trailer = ''): Uint8Array {
  let out = '%PDF-1.7\n'
  const places = objects.map((object, i) => {
    const at = out.length
    out += `${i + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const rows = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  return Buffer.from(
    `${out}xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${out.length}\n%%EOF`,
    'latin1',
  )
}
const stream = (text: string, more = '') => `<< ${more} /Length ${text.length} >>\nstream\n${text}\nendstream`
const onePage = (contents: string, resources = '') => [
  '<< /Type /Catalog /Pages 2 0 R >>',
  '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << ${resources} >> >>`,
  stream(contents),
]
/** A page whose only content is an image of one grey pixel, drawn over all of it. */
const scanned = () =>
  pdf([
    ...onePage('q 595 0 0 842 0 0 cm /Im0 Do Q', '/XObject << /Im0 5 0 R >>'),
    stream('A', '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8'),
  ])
const locked = () => {
  const key = `<${'5a'.repeat(32)}>`
  const encrypt = `/Encrypt << /Filter /Standard /V 1 /R 2 /O ${key} /U ${key} /P -4 >> /ID [<${'00'.repeat(16)}> <${'00'.repeat(16)}>]`
  return pdf(onePage('BT ET'), encrypt)
}

/** A compound file of empty streams with these names. */
function compound(names: readonly string[]): Uint8Array {
  const bytes = Buffer.alloc(512 * 4, 0xff)
  bytes.fill(0, 0, 76)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes)
  bytes.writeUInt16LE(9, 30)
  bytes.writeUInt16LE(6, 32)
  bytes.writeUInt32LE(1, 44)
  bytes.writeUInt32LE(1, 48)
  bytes.writeUInt32LE(4096, 56)
  for (const at of [60, 68]) bytes.writeUInt32LE(0xfffffffe, at)
  bytes.writeUInt32LE(0, 76)
  bytes.writeUInt32LE(0xfffffffd, 512)
  bytes.writeUInt32LE(0xfffffffe, 516)
  bytes.fill(0, 1024, 1536)
  for (const [i, name] of ['Root Entry', ...names].entries()) {
    const at = 1024 + i * 128
    bytes.write(name, at, 'utf16le')
    bytes.writeUInt16LE(name.length * 2 + 2, at + 64)
    bytes.writeUInt32LE(0xfffffffe, at + 116)
  }
  return bytes
}

/** The .doc with the flag that says it is encrypted. */
function lockedDoc(): Uint8Array {
  const bytes = Buffer.from(file('notice.doc'))
  for (let at = 512; at < bytes.length; at += 512) if (bytes.readUInt16LE(at) === 0xa5ec) bytes[at + 11]! |= 1
  return bytes
}

/** The .doc with an allocation table that leads from each sector back to it. */
function loopingDoc(): Uint8Array {
  const bytes = Buffer.from(file('notice.doc'))
  const table = (bytes.readUInt32LE(76) + 1) * 512
  for (let i = 0; i < 128; i++) bytes.writeUInt32LE(i, table + i * 4)
  return bytes
}

const CASES: readonly (readonly [what: string, make: () => Uint8Array, code: string, name?: string])[] = [
  ['a picture called .docx', () => jpeg, 'read.no-document'],
  ['a zip that is no document', () => zipSync({ 'a.txt': strToU8('甲') }), 'read.no-document'],
  ['a compound file that is no document', () => compound(['Workbook']), 'read.no-document'],
  ['a zip bomb that tells its size', () => docx(new Uint8Array(80 << 20)), 'read.bomb'],
  ['a zip bomb that lies', lyingBomb, 'read.bomb'],
  ['a truncated zip', () => file('notice.docx').subarray(0, 2000), 'read.truncated'],
  [
    'an entity bomb',
    () => docx('<!DOCTYPE d [<!ENTITY a "甲甲甲甲"><!ENTITY b "&a;&a;&a;">]><d><p><t>&b;</t></p></d>'),
    'read.damaged-xml',
  ],
  [
    'a table of 10,000 columns',
    () => Buffer.from(`<table><tr>${'<td>甲</td>'.repeat(10_000)}</tr></table>`),
    'read.too-wide',
  ],
  ['a page nested 100,000 deep', () => Buffer.from(nested('<div>', '</div>', 100_000)), 'read.too-deep'],
  ['a quote nested 50,000 deep', () => Buffer.from(`# 甲\n${'> '.repeat(50_000)}甲`), 'read.too-deep', 'notice.md'],
  [
    'a table of 10,000 columns in Markdown',
    () => Buffer.from(`# 甲\n\n${'| 甲 '.repeat(10_000)}|\n${'| --- '.repeat(10_000)}|\n`),
    'read.too-wide',
    'notice.md',
  ],
  [
    'a table of 10,000 columns in plain text',
    () => Buffer.from(`主要指标\n${'甲\t'.repeat(10_000)}\n${'1\t'.repeat(10_000)}\n`),
    'read.too-wide',
    'notice.txt',
  ],
  ['braces nested 100,000 deep', () => Buffer.from(`{\\rtf1${nested('{', '}', 100_000)}}`), 'read.too-deep'],
  ['a truncated PDF', () => file('notice.pdf').subarray(0, 400), 'read.truncated'],
  ['a truncated OFD', () => file('notice.ofd').subarray(0, 3000), 'read.truncated'],
  ['a .doc cut off', () => file('notice.doc').subarray(0, 12_000), 'read.truncated'],
  ['a .doc whose sectors lead back to themselves', loopingDoc, 'read.no-document'],
  ['a .docx with a password', () => compound(['EncryptionInfo', 'EncryptedPackage']), 'read.encrypted'],
  ['a .doc with a password', lockedDoc, 'read.encrypted'],
  ['a PDF with a password', locked, 'read.encrypted'],
  ['a scanned PDF', scanned, 'read.scanned'],
  [
    'a PDF whose pages contain each other',
    () =>
      pdf([
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Kids [3 0 R] /Count 2 /Parent 3 0 R >>',
        '<< /Type /Pages /Kids [2 0 R] /Count 2 /Parent 2 0 R >>',
      ]),
    'read.truncated',
  ],
  [
    'a PDF of which a form draws itself',
    () =>
      pdf([
        ...onePage('/Fm0 Do', '/XObject << /Fm0 5 0 R >>'),
        stream('/Fm0 Do', '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /Fm0 5 0 R >> >>'),
      ]),
    'read.scanned',
  ],
  [
    'a PDF that promises a billion pages',
    () => pdf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [2 0 R] /Count 1000000000 >>']),
    'read.truncated',
  ],
]

const folder = mkdtempSync(join(tmpdir(), 'policyplan-test-'))
beforeAll(() => {
  const entry = { entryPoints: ['src/read/pdf/child.ts'], outfile: 'dist/pdf-child.js' }
  buildSync({ ...entry, bundle: true, format: 'esm', platform: 'node', packages: 'external' })
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('what cannot be read is said in one sentence, with exit code 3, and leaves nothing behind', () => {
  it.each(CASES.map(([what, make, code, name = 'notice.docx']) => [what, make, code, name] as const))(
    '%s',
    async (_, make, code, name) => {
      writeFileSync(join(folder, name), make())
      const said = { stdout: '', stderr: '' }
      const sink = (to: keyof typeof said) => ({
        write: async (text: string | Uint8Array) => {
          said[to] += text.toString()
        },
      })
      const io = {
        cwd: folder,
        env: { LANG: 'zh_CN.UTF-8' },
        stdin: Readable.from([]),
        stdout: sink('stdout'),
        stderr: sink('stderr'),
        now: () => 0,
        interruption: () => new AbortController().signal,
      }
      expect(await run(['parse', name], io, '0.0.0')).toBe(3)
      expect(said.stdout).toBe('')
      const sentence = said.stderr.replace(/^notice\.\w+: /, '')
      const expected = say('zh', code, { what: 'X', limit: 1000 }).split(/X|1000/)
      for (const part of expected) expect(sentence).toContain(part)
      expect(sentence).toMatch(/^[^\n]+。\n$/)
      expect(readdirSync(folder)).toEqual([name])
      rmSync(join(folder, name))
    },
    30_000,
  )
})

describe('the name of a file does not matter', () => {
  it.each([
    ['notice.doc', '通知.wps', 'application/msword'],
    ['notice.docx', '通知.doc', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['notice.portal.html', '通知.doc', 'text/html'],
    ['notice.rtf', '通知.doc', 'application/rtf'],
    ['notice.pdf', '通知.docx', 'application/pdf'],
    ['notice.ofd', '通知.zip', 'application/ofd'],
    ['notice.txt', '通知', 'text/plain'],
  ])('%s as %s', async (name, called, mediaType) => {
    const { plan } = await parse(file(name), { file: called })
    expect(plan.document.source.mediaType).toBe(mediaType)
    expect(plan.sections).toHaveLength(4)
  })
})
