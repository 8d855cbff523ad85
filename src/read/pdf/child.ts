import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { getDocument, OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Piece, Rule, Sheet } from '../reflow/sheet.js'

/** What the process that reads a PDF file answers: its sheets, or why there are none. */
export type Answer =
  | { readonly sheets: readonly Sheet[]; readonly pages: number }
  | { readonly error: 'encrypted' | 'damaged' | 'too-large' }

const MOST_PAGES = 3000

/** The text of a page by its places; text that runs aslant is a watermark. */
async function piecesOf(page: PDFPageProxy, height: number): Promise<Piece[]> {
  const { items } = await page.getTextContent({ disableNormalization: false })
  return items.flatMap((item): Piece[] => {
    if (!('str' in item) || item.str.trim() === '') return []
    const [a, b, , d, x, y] = item.transform as [number, number, number, number, number, number]
    if (Math.abs(b) > Math.abs(a) * 0.1) return []
    const size = Math.abs(d) || item.height
    return [{ text: item.str, x: round(x), y: round(height - y), width: round(item.width), size: round(size) }]
  })
}

const round = (value: number) => Math.round(value * 100) / 100

/** Whether a page may hold a table: gaps inside several lines. */
function looksTabular(pieces: readonly Piece[]): boolean {
  let gaps = 0
  for (let i = 1; i < pieces.length; i++) {
    const [before, piece] = [pieces[i - 1]!, pieces[i]!]
    const sameLine = Math.abs(before.y - piece.y) < before.size * 0.5
    if (sameLine && piece.x - before.x - before.width > before.size) gaps++
  }
  return gaps >= 2 || pieces.some((piece) => /指标|序号|单位/.test(piece.text))
}

/** The straight lines that a page draws: strokes, and rectangles so thin that they are lines. */
async function rulesOf(page: PDFPageProxy, height: number): Promise<Rule[]> {
  const { fnArray, argsArray } = await page.getOperatorList()
  const rules: Rule[] = []
  let matrix = [1, 0, 0, 1, 0, 0]
  const saved: number[][] = []
  for (let i = 0; i < fnArray.length; i++) {
    const args = argsArray[i] as unknown[]
    if (fnArray[i] === OPS.save) saved.push(matrix)
    else if (fnArray[i] === OPS.restore) matrix = saved.pop() ?? matrix
    else if (fnArray[i] === OPS.transform) matrix = multiply(matrix, args as number[])
    else if (fnArray[i] === OPS.constructPath && args[0] !== OPS.endPath) {
      const path = (args[1] as (Float32Array | null)[])[0]
      if (path) rules.push(...segments(path, matrix, height))
    }
    if (rules.length > 20_000) return []
  }
  return rules
}

function multiply(m: readonly number[], n: readonly number[]): number[] {
  const [a, b, c, d, e, f] = m as [number, number, number, number, number, number]
  const [p, q, r, s, t, u] = n as [number, number, number, number, number, number]
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f]
}

/** Numbers behind each drawing operator of a path: move, line, curve, quadratic curve, close. */
const OPERANDS = [2, 2, 6, 4, 0] as const
const SHORTEST = 6

function segments(path: Float32Array, matrix: readonly number[], height: number): Rule[] {
  const [a, b, c, d, e, f] = matrix as [number, number, number, number, number, number]
  const rules: Rule[] = []
  let start: readonly [number, number] = [0, 0]
  let at = start
  const lineTo = (to: readonly [number, number]) => {
    const [x1, x2] = at[0] < to[0] ? [at[0], to[0]] : [to[0], at[0]]
    const [y1, y2] = at[1] < to[1] ? [at[1], to[1]] : [to[1], at[1]]
    const thin = Math.min(x2 - x1, y2 - y1) < 1.5
    if (thin && Math.max(x2 - x1, y2 - y1) > SHORTEST)
      rules.push({ x1: round(x1), y1: round(y1), x2: round(x2), y2: round(y2) })
    at = to
  }
  for (let i = 0; i < path.length; ) {
    const operator = path[i]!
    const count = OPERANDS[operator as 0] ?? 0
    const x = path[i + count - 1] ?? 0
    const y = path[i + count] ?? 0
    const to: readonly [number, number] = [a * x + c * y + e, height - (b * x + d * y + f)]
    if (operator === 0) start = at = to
    else if (operator === 1) lineTo(to)
    else if (operator === 4) lineTo(start)
    else at = to
    i += count + 1
  }
  return rules
}

async function readSheets(data: Uint8Array): Promise<Answer> {
  const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  const document = await getDocument({
    data,
    cMapUrl: join(home, 'cmaps/'),
    cMapPacked: true,
    standardFontDataUrl: join(home, 'standard_fonts/'),
    useSystemFonts: false,
    isEvalSupported: false,
    verbosity: 0,
  }).promise
  if (document.numPages > MOST_PAGES) return { error: 'too-large' }
  const sheets: Sheet[] = []
  for (let i = 1; i <= document.numPages; i++) {
    const page = await document.getPage(i)
    const [left, bottom, right, top] = page.view as [number, number, number, number]
    const pieces = (await piecesOf(page, top)).map((piece) => ({ ...piece, x: piece.x - left }))
    const rules = looksTabular(pieces) ? await rulesOf(page, top) : []
    const shifted = rules.map((rule) => ({ ...rule, x1: rule.x1 - left, x2: rule.x2 - left }))
    sheets.push({ width: right - left, height: top - bottom, pieces, rules: shifted })
    page.cleanup()
  }
  return { sheets, pages: document.numPages }
}

/** Ends this process when the pipe from the one that asks is closed, also while a page is being read. */
const WATCH = `
const { Socket } = require('node:net')
const end = () => process.kill(process.pid, 'SIGKILL')
new Socket({ fd: 3 }).on('error', end).on('close', end).resume()`

async function main(): Promise<void> {
  new Worker(WATCH, { eval: true }).unref()
  const chunks: Uint8Array[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array)
  const answer = await readSheets(new Uint8Array(Buffer.concat(chunks))).catch(
    (error: Error): Answer => ({ error: error.name === 'PasswordException' ? 'encrypted' : 'damaged' }),
  )
  process.stdout.write(JSON.stringify(answer), () => process.exit(0))
}

await main()
