// The most memory that reading 200 pages takes, each in a process of its own: node bench/memory.mjs
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { strToU8, unzipSync, zipSync } from 'fflate'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = mkdtempSync(`${root}node_modules/.bench-`)
const PAGES = 200
const LINES = 22
const LINE = '　　（一）推动产业转型升级。到2025年，规模以上工业增加值年均增长8%。'

/** 200 pages of 22 lines of 28 characters: a paragraph a line, as a word processor writes it. */
function docx() {
  const run = `<w:r><w:rPr><w:rFonts w:hint="eastAsia" w:ascii="仿宋_GB2312" w:hAnsi="仿宋_GB2312" w:eastAsia="仿宋_GB2312"/><w:sz w:val="32"/><w:szCs w:val="32"/></w:rPr><w:t>${LINE}</w:t></w:r>`
  const paragraph = `<w:p><w:pPr><w:spacing w:line="560" w:lineRule="exact"/><w:ind w:firstLineChars="200" w:firstLine="640"/></w:pPr>${run}</w:p>`
  const parts = unzipSync(readFileSync(`${root}fixtures/formats/notice.docx`))
  const xml = `<w:document xmlns:w="w"><w:body>${paragraph.repeat(PAGES * LINES)}</w:body></w:document>`
  return zipSync({ ...parts, 'word/document.xml': strToU8(xml) })
}

/** The same as a PDF whose font is not embedded, as many offices print it. */
function pdf() {
  const hex = Buffer.from(LINE, 'utf16le').swap16().toString('hex')
  const content = Array.from({ length: LINES }, (_, i) => `BT /F1 16 Tf 72 ${770 - i * 32} Td <${hex}> Tj ET`).join(
    '\n',
  )
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${PAGES} /Kids [${Array.from({ length: PAGES }, (_, i) => `${5 + i * 2} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 >>',
  ]
  for (let i = 0; i < PAGES; i++)
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${6 + i * 2} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    )
  let out = '%PDF-1.7\n'
  const rows = objects.map((object, i) => {
    const row = `${String(out.length).padStart(10, '0')} 00000 n \n`
    out += `${i + 1} 0 obj\n${object}\nendobj\n`
    return row
  })
  const size = objects.length + 1
  return `${out}xref\n0 ${size}\n0000000000 65535 f \n${rows.join('')}trailer << /Size ${size} /Root 1 0 R >>\nstartxref\n${out.length}\n%%EOF`
}

/** Peak resident set of a Node program in MB, with what it wrote. */
function measure(args, input) {
  // The fourth pipe: the reader of PDF files ends when it is closed.
  const stdio = ['pipe', 'pipe', 'pipe', 'pipe']
  const options = { input, maxBuffer: 1 << 30, stdio }
  const said = spawnSync(process.execPath, ['--require', `${folder}/peak.cjs`, ...args], options)
  const peak = /peak (\d+)/.exec(said.stderr.toString())
  if (said.status !== 0 || !peak) throw new Error(said.stderr.toString())
  return { mb: Math.round(Number(peak[1]) / 1024), out: said.stdout.toString() }
}

try {
  const entryPoints = { read: `${root}src/read.ts`, 'pdf-child': `${root}src/read/pdf/child.ts` }
  const shape = { bundle: true, splitting: true, format: 'esm', platform: 'node', packages: 'external' }
  await build({ ...shape, entryPoints, outdir: folder, outExtension: { '.js': '.mjs' } })
  writeFileSync(
    `${folder}/peak.cjs`,
    "if (require('node:worker_threads').isMainThread) process.on('exit', () => process.stderr.write('peak ' + process.resourceUsage().maxRSS))",
  )
  writeFileSync(
    `${folder}/docx.mjs`,
    `import { readFileSync } from 'node:fs'\nimport { read } from './read.mjs'\nconst page = await read(readFileSync(0), {})\nprocess.stdout.write(String(page.blocks.length))`,
  )
  const word = measure([`${folder}/docx.mjs`], docx())
  if (word.out !== String(PAGES * LINES)) throw new Error(`${word.out} paragraphs were read`)
  console.log(`docx of ${PAGES} pages: ${word.mb} MB`)
  const printed = measure(['--disallow-code-generation-from-strings', `${folder}/pdf-child.mjs`], pdf())
  const { sheets } = JSON.parse(printed.out)
  if (sheets.length !== PAGES || sheets[0].pieces.length < LINES) throw new Error('pages are missing')
  console.log(`pdf of ${PAGES} pages: ${printed.mb} MB`)
} finally {
  rmSync(folder, { recursive: true })
}
