// Reading against the least that any reader has to do, side by side in one run: node bench/read.mjs
// html against parse5 alone, docx against unzipping and hearing its XML; above 1 is faster than that.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { parse } from 'parse5'
import { SaxesParser } from 'saxes'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = mkdtempSync(`${root}node_modules/.bench-`)
const fixture = (name) => readFileSync(`${root}fixtures/formats/${name}`)

/** The paragraphs between two marks, many times. */
function repeat(text, open, close, times) {
  const start = text.indexOf(open) + open.length
  const end = text.lastIndexOf(close)
  return text.slice(0, start) + text.slice(start, end).repeat(times) + text.slice(end)
}

const html = repeat(fixture('notice.portal.html').toString(), '<div id="zoom">', '<p style="display:none">', 30)
const parts = unzipSync(fixture('notice.docx'))
const xml = repeat(strFromU8(parts['word/document.xml']), '<w:body>', '<w:sectPr>', 160)
const docx = zipSync({ ...parts, 'word/document.xml': strToU8(xml) })

/** Real pages that may lie beside the project; they are no part of it. */
const corpus = fileURLToPath(new URL('../../shared/corpus/', import.meta.url))
const real = existsSync(corpus)
  ? readdirSync(corpus, { recursive: true })
      .filter((name) => name.endsWith('.html'))
      .map((name) => readFileSync(corpus + name, 'utf8'))
  : []

function hearXml(bytes) {
  const parser = new SaxesParser({ position: false })
  for (const event of ['opentag', 'closetag', 'text']) parser.on(event, () => {})
  parser.write(strFromU8(unzipSync(bytes)['word/document.xml'])).close()
}

/** Milliseconds until both sides run as fast as they will, and those that count. */
const [WARM, COUNTED] = [4000, 6000]

/** The quickest round of each side of each input, summed: what else the machine does only ever adds to the time. */
async function ratio(name, inputs, least, whole) {
  const sides = inputs.flatMap((input) => [least, whole].map((work) => ({ input, work, best: Infinity })))
  const begin = performance.now()
  for (let start = begin; start < begin + WARM + COUNTED; )
    for (const side of sides) {
      start = performance.now()
      await side.work(side.input)
      if (start > begin + WARM) side.best = Math.min(side.best, performance.now() - start)
    }
  const sum = (of) => sides.reduce((all, { work, best }) => all + (work === of ? best : 0), 0)
  console.log(`${name} ${(sum(least) / sum(whole)).toFixed(2)}x`)
}

try {
  await build({
    entryPoints: [`${root}src/read.ts`],
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    outExtension: { '.js': '.mjs' },
  })
  const { read } = await import(pathToFileURL(`${folder}/read.mjs`).href)
  const decode = () => {
    throw new Error('text is given as text')
  }
  const readIt = (input) => read(input, { decode })
  await ratio(`html, ${html.length} characters, against parse5`, [html], parse, readIt)
  if (real.length > 0) await ratio(`html, ${real.length} real pages, against parse5`, real, parse, readIt)
  await ratio(`docx, ${xml.length} characters of XML, against unzipping and hearing it`, [docx], hearXml, readIt)
} finally {
  rmSync(folder, { recursive: true })
}
