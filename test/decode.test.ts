import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decode } from '../src/decode.js'
import { scriptOf } from '../src/text/script.js'
import { NOTICES } from './notices.js'

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

/** Pieces of the sample notices: of so many characters, at least half of them Han. */
function piecesOf(text: string, length: number): string[] {
  const chars = Array.from(text.replace(/\s+/g, ''))
  const out: string[] = []
  for (let i = 0; i + length <= chars.length; i += 11) {
    const piece = chars.slice(i, i + length).join('')
    if ((piece.match(/[\u4e00-\u9fff]/g) ?? []).length * 2 >= length) out.push(piece)
  }
  return out
}

const NOTICE_TEXTS = NOTICES.filter(({ file }) => file.endsWith('.txt')).map(({ bytes }) => decode(bytes).text)
/** Characters of Hong Kong's supplement, which plain Big5 has not. */
const SUPPLEMENT = /[衞邨着綫裏]/

describe.each([
  ['utf-8', 4, 1],
  ['utf-8', 10, 1],
  ['utf-16le', 6, 0.98],
  ['utf-16le', 10, 1],
  ['utf-16be', 6, 0.98],
  ['utf-16be', 10, 1],
  ['gb18030', 6, 0.99],
  ['gb18030', 10, 1],
  ['gb18030', 40, 1],
  ['big5', 6, 0.97],
  ['big5', 10, 1],
  ['big5', 40, 1],
])('%s, pieces of %d characters', (encoding, length, share) => {
  it(`are read right, ${share * 100} % of them at least`, () => {
    const texts = NOTICE_TEXTS.filter((text) => encoding !== 'big5' || scriptOf(text) === 'traditional')
    const pieces = texts
      .flatMap((text) => piecesOf(text, length))
      .filter(
        (piece) =>
          iconv.decode(iconv.encode(piece, encoding), encoding) === piece &&
          !(encoding === 'big5' && SUPPLEMENT.test(piece)),
      )
    const wrong = pieces.filter((piece) => decode(iconv.encode(piece, encoding)).text !== piece)
    expect(pieces.length).toBeGreaterThan(50)
    expect(wrong.length / pieces.length, `${encoding}: ${wrong.slice(0, 5).join(' ')}`).toBeLessThanOrEqual(1 - share)
  })
})
