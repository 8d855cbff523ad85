import { type Examined, examine, type Opened, open, prepare } from '../parse.js'
import { UnreadableError } from '../read.js'
import type { ParseOptions } from '../types.js'

/** The longest text that is parsed, in characters: a hundred times a long five-year plan. */
const LONGEST = 10_000_000

/** A document with all that was found out about it, `traced` as in `examine`. Throws an UnreadableError as `openDocument` does. */
export async function examineInput(
  input: Uint8Array | string,
  options: ParseOptions,
  traced = false,
): Promise<Examined> {
  const page = await openDocument(input, options)
  await prepare(page, options)
  return examine(page, options, traced)
}

/** The page of a document. Throws an UnreadableError for what holds nothing to parse. */
export async function openDocument(input: Uint8Array | string, options: ParseOptions): Promise<Opened> {
  const page = await open(input, options)
  checkText(page)
  return page
}

/** Refuses an empty file, a binary one, one without a Han character. */
function checkText({ text }: Opened): void {
  if (text.length > LONGEST) throw new UnreadableError('input.too-long', { length: text.length, most: LONGEST })
  if (text.trim() === '') throw new UnreadableError('input.empty')
  const sample = text.slice(0, 100_000)
  const odd = sample.match(/[\u0000-\u0008\u000e-\u001f\ufffd]/g)?.length ?? 0
  if (odd * 20 > sample.length) throw new UnreadableError('input.binary')
  if (!/[\u3400-\u9fff]/.test(text)) throw new UnreadableError('input.no-chinese')
}
