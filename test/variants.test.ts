import { describe, expect, it } from 'vitest'
import { decode } from '../src/decode.js'
import { parse } from '../src/parse.js'
import { scriptOf } from '../src/text/script.js'
import type { Plan } from '../src/types.js'
import { NOTICES } from './notices.js'

const HAN = '[\\u3400-\\u9fff]'
const BETWEEN = new RegExp(`(?<=${HAN})(?=${HAN})`, 'g')
const eachLine = (change: (line: string) => string) => (text: string) => text.split('\n').map(change).join('\n')
const paragraphs = (text: string) => text.split('\n').filter((line) => line.trim() !== '')

/** A line in pieces of at most `width` characters, as old pages and mails are wrapped; a row of a table stays one. */
function wrap(line: string, width: number): string {
  if (/\||\t| {3}|　{3}/.test(line.trim())) return line
  const chars = Array.from(`　　${line.trim()}`)
  const out: string[] = []
  for (let i = 0; i < chars.length; i += width) out.push(chars.slice(i, i + width).join(''))
  return out.join('\n')
}

/** A table that is written in text cannot be told from prose once its lines are gone. */
const hasTable = (text: string) => /\||\t| {4}|\S　{2,}\S/.test(text)

/** What pages do to a text, the words left as they are. */
const VARIANTS: Record<string, (text: string) => string> = {
  'indented with U+3000': eachLine((line) => (line.trim() === '' ? line : `　　${line.trim()}`)),
  'littered with no-break spaces': eachLine((line) => `\u00a0\u00a0${line}\u00a0`),
  'littered with zero-width characters': (text) => `\ufeff${text.replace(new RegExp(`(${HAN}{5})`, 'g'), '$1\u200b')}`,
  'with blank lines and carriage returns': (text) => paragraphs(text).join('\r\n\r\n'),
  'letter-spaced': (text) => text.replace(BETWEEN, ' '),
  'letter-spaced with U+3000 in short lines': eachLine((line) =>
    line.length <= 14 ? line.replace(BETWEEN, '　') : line,
  ),
  'letter-spaced with no-break spaces': (text) => text.replace(BETWEEN, '\u00a0'),
  'letter-spaced with thin spaces': (text) => text.replace(BETWEEN, '\u2009'),
  'letter-spaced in its headings': eachLine((line) =>
    /^\s*(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)/.test(line) && line.length < 30
      ? line.replace(BETWEEN, ' ')
      : line,
  ),
  ...Object.fromEntries(
    [34, 40, 50].map((width) => [
      `hard-wrapped at ${width}`,
      (text: string) =>
        paragraphs(text)
          .map((line) => wrap(line, width))
          .join('\n'),
    ]),
  ),
  'hard-wrapped, with carriage returns': (text) =>
    paragraphs(text)
      .map((line) => wrap(line, 34))
      .join('\n')
      .replaceAll('\n', '\r\n'),
  'in lines that end otherwise, with a lone carriage return': (text) => text.replaceAll('\n', '\r'),
  'in lines that end otherwise, with U+2028': (text) => text.replaceAll('\n', '\u2028'),
  'in lines that end otherwise, with U+0085': (text) => text.replaceAll('\n', '\u0085'),
  'in lines that end otherwise, each in its way': (text) => {
    let at = 0
    return text.replace(/\n/g, () => ['\n', '\r\n', '\r', '\u2029'][at++ % 4]!)
  },
  'with soft hyphens and word joiners': (text) => text.replace(new RegExp(`(${HAN}{7})`, 'g'), '$1\u00ad\u2060'),
  'with blanks at the ends of its lines': eachLine((line) => `${line}   `),
  'in one line, four blanks between': (text) =>
    hasTable(text)
      ? text
      : paragraphs(text)
          .map((line) => line.trim())
          .join('    '),
  'there twice, the second time indented': (text) =>
    `${text}\n${eachLine((line) => (line.trim() === '' ? line : `　　${line.trim()}`))(text)}`,
  'in one line, its indents left': (text) =>
    hasTable(text)
      ? text
      : paragraphs(text)
          .map((line) => line.trim())
          .join('　　'),
  'there twice': (text) => `${text}\n${text}`,
  'with references for blanks and quotation marks': (text) =>
    (hasTable(text) ? text : text.replace(/[ \u3000]/g, '&nbsp;'))
      .replace(/“/g, '&ldquo;')
      .replace(/”/g, '&#8221;')
      .replace(/《/g, '&#x300a;'),
}

/** What pages put in place of the brackets around the year of a document number. */
const BRACKETS = ['[]', '()', '（）', '【】', '［］', '﹝﹞', '〔)']

/** A plan without what may differ between two pages of one text. */
const bare = (plan: Plan): unknown =>
  JSON.parse(JSON.stringify(plan, (key, value) => (key === 'span' || key === 'source' ? undefined : value)))

const texts = NOTICES.filter(({ file, about }) => file.endsWith('.txt') && !about.sameAs)

describe.each(texts)('$slug', ({ bytes, file }) => {
  const { text } = decode(bytes)
  it.each(Object.entries(VARIANTS))('%s is the same plan', async (_, change) => {
    const [clean, changed] = await Promise.all([parse(text, { file }), parse(change(text), { file })])
    expect(bare(changed.plan)).toEqual(bare(clean.plan))
  })
})

const numbered = texts.filter(({ bytes }) => decode(bytes).text.includes('〔'))

describe.each(numbered)('$slug', ({ bytes, file }) => {
  const { text } = decode(bytes)
  it.each(BRACKETS)('with document numbers in %s is the same plan, its words aside', async (brackets) => {
    const change = (from: string) => from.replace(/〔(\d{4})〕/g, `${brackets[0]}$1${brackets[1]}`)
    const [clean, changed] = await Promise.all([parse(text, { file }), parse(change(text), { file })])
    const words = (plan: Plan) =>
      JSON.parse(JSON.stringify(bare(plan)).replace(/[〔［[【（(﹝](\d{4})[〕］\]】）)﹞](?=第?\d)/g, '〔$1〕'))
    expect(words(changed.plan)).toEqual(words(clean.plan))
  })
})

describe.each(texts)('$slug', ({ bytes, file }) => {
  const { text } = decode(bytes)
  it('without its quotation marks is the same plan but for them', async () => {
    const change = (from: string) => from.replace(/[“”‘’]/g, '')
    const [clean, changed] = await Promise.all([parse(text, { file }), parse(change(text), { file })])
    expect(JSON.parse(change(JSON.stringify(bare(changed.plan))))).toEqual(
      JSON.parse(change(JSON.stringify(bare(clean.plan)))),
    )
  })
})

/** What a plan says, its words as their lengths: no script makes a word longer. */
const shape = (plan: Plan): unknown =>
  JSON.parse(JSON.stringify({ ...plan, document: { ...plan.document, source: undefined } }), (_, value) =>
    typeof value === 'string' ? value.length : value,
  )

describe.each(texts)('$slug in every script', ({ bytes, file }) => {
  it('says the same', async () => {
    const { plan } = await parse(bytes, { file })
    for (const script of ['traditional', 'source'] as const)
      expect(shape((await parse(bytes, { file, script })).plan)).toEqual(shape(plan))
  })
  it('is in traditional script where that is asked for', async () => {
    const { plan } = await parse(bytes, { file, script: 'traditional' })
    const said = JSON.stringify(plan, (key, value) => (/^(?:source|style)$/.test(key) ? undefined : value))
    expect(scriptOf(said)).not.toBe('simplified')
  })
})
