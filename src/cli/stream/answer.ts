import { isUtf8 } from 'node:buffer'
import { basename, isAbsolute, resolve } from 'node:path'
import { examineInput } from '../../batch/document.js'
import { reasonOf } from '../../batch/job.js'
import { checkSize, readWhole } from '../../batch/read-whole.js'
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

interface Asked {
  readonly id?: unknown
  readonly text?: unknown
  readonly path?: unknown
  readonly bytesBase64?: unknown
  readonly mediaType?: unknown
  readonly file?: unknown
}

const SOURCES = ['text', 'path', 'bytesBase64'] as const
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/

/** A line of input as a line of output: `{"id":1,"text":"一、…"}` → `{"id":1,"ok":true,"tool":…,"plan":{…}}` */
export async function answer(bytes: Uint8Array, number: number, settings: StreamSettings): Promise<string> {
  let id: unknown = null
  try {
    const record = read(bytes, number)
    id = exactly(record.id)
    if (id === undefined) throw new UnreadableError('stream.large-id')
    const { plan } = await examineInput(await inputOf(record, settings), { ...settings.parse, ...named(record) })
    return JSON.stringify({ id, ok: true, tool: settings.tool, plan })
  } catch (error) {
    const { code, args } = reasonOf(error)
    return failed(id, code, args, settings)
  }
}

/** The id as it can be given back; undefined for an integer that JSON numbers cannot hold exactly. */
function exactly(id: unknown): unknown {
  if (typeof id === 'number' && Number.isInteger(id) && !Number.isSafeInteger(id)) return undefined
  return id ?? null
}

/** The id of a line whose thread was ended; null where it is not to be had. */
export function idOf(line: Uint8Array): unknown {
  try {
    return exactly(read(line, 0).id) ?? null
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

function read(bytes: Uint8Array, number: number): Asked {
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

/** The document of a record. Exactly one of text, path and bytesBase64 says it. */
async function inputOf(record: Asked, { cwd, mostMb }: StreamSettings): Promise<Uint8Array | string> {
  const given = SOURCES.filter((key) => record[key] !== undefined && record[key] !== null)
  const [key] = given
  if (given.length !== 1 || typeof record[key!] !== 'string')
    throw new UnreadableError(given.length === 1 ? 'stream.no-string' : 'stream.no-source', { key: key ?? '' })
  for (const other of ['file', 'mediaType'] as const)
    if (typeof (record[other] ?? '') !== 'string') throw new UnreadableError('stream.no-string', { key: other })
  const value = record[key!] as string
  if (key === 'path') return readWhole(resolve(cwd, value), mostMb)
  if (key === 'text') return value
  if (value.length % 4 !== 0 || !BASE64.test(value)) throw new UnreadableError('stream.bad-base64')
  const bytes = Buffer.from(value, 'base64')
  checkSize(bytes.length, mostMb)
  return bytes
}

/** The name that the plan gives its source, never an absolute path, and the media type that was stated. */
function named({ file, path, mediaType }: Asked): ParseOptions {
  const name = (file ?? path) as string | null | undefined
  return {
    ...(typeof name === 'string' && { file: isAbsolute(name) ? basename(name) : name }),
    ...(typeof mediaType === 'string' && { mediaType }),
  }
}
