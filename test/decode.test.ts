import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decode } from '../src/decode.js'

const SIMPLE = '各乡镇人民政府要加强河道管护，年底前保洁覆盖率达到95%以上。'
const TRADITIONAL = '各鄉鎮公所應加強河川管理，年底前清潔覆蓋率達到95%以上。'

describe.each([
  ['utf-8', SIMPLE, 'utf-8', 'strict'],
  ['gbk', SIMPLE, 'gb18030', 'score'],
  ['gbk', TRADITIONAL, 'gb18030', 'score'],
  ['gb18030', `${SIMPLE.slice(0, 12)}㐀𠮷`, 'gb18030', 'score'],
  ['big5', TRADITIONAL, 'big5', 'score'],
  ['utf-16le', SIMPLE, 'utf-16le', 'score'],
  ['utf-16be', SIMPLE, 'utf-16be', 'score'],
])('%s', (encoding, text, expected, how) => {
  it.each([10, text.length])('is told from %d characters on', (length) => {
    const part = Array.from(text).slice(0, length).join('')
    expect(decode(iconv.encode(part, encoding))).toMatchObject({ text: part, encoding: expected, how })
  })
})

it.each(['utf-8', 'utf-16le', 'utf-16be'])('takes the byte order mark of %s off', (encoding) => {
  expect(decode(iconv.encode(SIMPLE, encoding, { addBOM: true }))).toMatchObject({ text: SIMPLE, encoding, how: 'bom' })
})

it('keeps UTF-8 with a stray byte as UTF-8 and counts what was lost', () => {
  const bytes = Buffer.concat([Buffer.from(SIMPLE.repeat(4)), Buffer.from([0xff]), Buffer.from(SIMPLE)])
  expect(decode(bytes)).toMatchObject({ encoding: 'utf-8', how: 'lenient', replaced: 1 })
})

it('keeps UTF-8 that was cut off inside a character', () => {
  expect(decode(Buffer.from(SIMPLE).subarray(0, -5))).toMatchObject({ encoding: 'utf-8' })
})

it('is overruled by an encoding that is given', () => {
  expect(decode(iconv.encode(SIMPLE, 'gbk'), 'gb2312')).toMatchObject({
    text: SIMPLE,
    encoding: 'gb18030',
    how: 'option',
  })
  expect(() => decode(Buffer.from(SIMPLE), 'klingon')).toThrow(RangeError)
})
