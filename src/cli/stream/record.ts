import { isUtf8 } from 'node:buffer'
import { type Lang, say } from '../../messages.js'
import { UnreadableError } from '../../read.js'
import type { ParseOptions } from '../../types.js'

/** What holds for every record; goes to the thread as it is. */
export interface StreamSettings {
  readonly cwd: string
  readonly tool: string
  readonly lang: Lang
  readonly mostMb: number
  readonly parse: ParseOptions
}

/** A line of input as it is given, of any kind. */
export interface Asked {
  readonly id?: unknown
  readonly text?: unknown
  readonly path?: unknown
  readonly bytesBase64?: unknown
  readonly mediaType?: unknown
  readonly file?: unknown
}

/** A line of input as an object. Throws an UnreadableError for a line that is none. */
export function readRecord(bytes: Uint8Array, number: number): Asked {
  if (!isUtf8(bytes)) throw new UnreadableError('stream.bad-utf8', { number })
  let value: unknown
  try {
    value = JSON.parse(
      Buffer.from(bytes)
        .toString('utf8')
        .replace(/^\ufeff/, ''),
    )
  } catch {
    throw new UnreadableError('stream.bad-json', { number })
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new UnreadableError('stream.no-object', { number })
  return value
}

/** The id as it can be given back; undefined for an integer that JSON numbers cannot hold exactly. */
export function exactly(id: unknown): unknown {
  if (typeof id === 'number' && Number.isInteger(id) && !Number.isSafeInteger(id)) return undefined
  return id ?? null
}

/** The id of a line whose thread was ended; null where it is not to be had. */
export function idOf(line: Uint8Array): unknown {
  try {
    return exactly(readRecord(line, 0).id) ?? null
  } catch {
    return null
  }
}

/** The answer to a record that gave no plan. */
export function failed(
  id: unknown,
  code: string,
  args: Readonly<Record<string, string | number>>,
  { tool, lang }: StreamSettings,
): string {
  return JSON.stringify({ id: id ?? null, ok: false, tool, error: { code, message: say(lang, code, args) } })
}
