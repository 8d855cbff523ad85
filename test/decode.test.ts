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

/** Ten characters each: of words, of names, of digits with hardly a character between, of Hong Kong. */
const TEN = {
  words: '各县水利局要加强管护',
  'traditional words': '各縣水利局應加強管理',
  names: '张伟、王芳、李娜、刘',
  'rare names': '张喆、李淼、王煜、烨',
  'traditional names': '陳大文李小明黃國強等',
  digits: '2021年123456',
  'traditional digits': '3項第0851926',
  'full-width digits': '１２３４５６７８年度',
  numbers: '①②③④⑤项工作要抓',
  'Hong Kong words': '我哋嘅政府今日開咗會',
  'Hong Kong names': '將軍澳坑口邨𨋢機房啲',
} as const
const ENCODINGS = { 'utf-16le': 'utf-16le', 'utf-16be': 'utf-16be', gb18030: 'gb18030', gbk: 'gb18030', big5: 'big5' }

describe.each(Object.entries(TEN))('ten characters, %s,', (_, text) => {
  const possible = Object.entries(ENCODINGS).filter(([name]) => iconv.decode(iconv.encode(text, name), name) === text)
  it.each(possible)('are told in %s', (name, encoding) => {
    const decoded = decode(iconv.encode(text, name))
    expect(decoded).toMatchObject({ text, encoding, how: 'score', replaced: 0 })
    expect(decoded.confidence).toBeGreaterThanOrEqual(0.5)
    expect(decoded.confidence).toBeLessThanOrEqual(1)
  })

  it('are told in UTF-8, also with a stray byte, which is told', () => {
    const bytes = Buffer.from(text)
    expect(decode(bytes)).toMatchObject({ text, encoding: 'utf-8', how: 'strict', confidence: 1 })
    // Against a character or two a stray byte weighs too much.
    if (/\d{6}/.test(text)) return
    const stray = Buffer.concat([bytes, Buffer.from([0x0d, 0x0a, 0xff, 0x0a])])
    expect(decode(stray)).toMatchObject({ text: `${text}\r\n\ufffd\n`, encoding: 'utf-8', how: 'lenient', replaced: 1 })
  })
})

it('is not so sure of a text in which a single character tells', () => {
  const few = decode(iconv.encode('2021年123456', 'gbk')).confidence
  expect(few).toBeLessThan(decode(iconv.encode(SIMPLE, 'gbk')).confidence)
})

it('reads every character of the supplement of Hong Kong, those of two units and of two characters too', () => {
  const text = '嘅咗啲嚟喺哋冇𨋢邨衞綫裏着峯恒𠝹Ê̄ê̌'
  expect(decode(iconv.encode(text, 'big5-hkscs'), 'big5-hkscs')).toMatchObject({
    text,
    encoding: 'big5',
    how: 'option',
  })
})

it('leaves private-use characters where no bytes tell what they are', () => {
  expect(decode(Buffer.from('\ue0a5\uf0a7')).text).toBe('\ue0a5\uf0a7')
  expect(decode(Buffer.from([0xaa, 0xa1]), 'gb18030').text).toBe('\ue000')
})

it('reads the characters of four bytes of GB18030', () => {
  const text = '各县㐀㐂𠮷𠀀䶮街道办事处'
  expect(decode(iconv.encode(text, 'gb18030'))).toMatchObject({ text, encoding: 'gb18030' })
})

it.each(['a\r\nb\nc\rd', '各县\r\n水利局\n要加强\r管护工作'])('leaves line ends as they are: %j', (text) => {
  for (const name of ['utf-8', 'utf-16le', 'gb18030']) expect(decode(iconv.encode(text, name)).text).toBe(text)
})

it('does not take ASCII for Han characters in UTF-16', () => {
  expect(decode(Buffer.from('this app can break')).encoding).toBe('utf-8')
  expect(decode(Buffer.from('Bush hid the facts')).encoding).toBe('utf-8')
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
      .filter((piece) => iconv.decode(iconv.encode(piece, encoding), encoding) === piece)
    const wrong = pieces.filter((piece) => decode(iconv.encode(piece, encoding)).text !== piece)
    expect(pieces.length).toBeGreaterThan(50)
    expect(wrong.length / pieces.length, `${encoding}: ${wrong.slice(0, 5).join(' ')}`).toBeLessThanOrEqual(1 - share)
  })
})
