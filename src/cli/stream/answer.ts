import { basename, isAbsolute, resolve } from 'node:path'
import { examineInput } from '../../batch/document.js'
import { reasonOf } from '../../batch/job.js'
import { checkSize, readWhole } from '../../batch/read-whole.js'
import { UnreadableError } from '../../read.js'
import type { ParseOptions } from '../../types.js'
import { type Asked, exactly, failed, readRecord, type StreamSettings } from './record.js'

const SOURCES = ['text', 'path', 'bytesBase64'] as const
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/

/** A line of input as a line of output: `{"id":1,"text":"一、…"}` → `{"id":1,"ok":true,"tool":…,"plan":{…}}` */
export async function answer(bytes: Uint8Array, number: number, settings: StreamSettings): Promise<string> {
  let id: unknown = null
  try {
    const record = readRecord(bytes, number)
    id = exactly(record.id)
    if (id === undefined) throw new UnreadableError('stream.large-id')
    const { plan } = await examineInput(await inputOf(record, settings), { ...settings.parse, ...named(record) })
    return JSON.stringify({ id, ok: true, tool: settings.tool, plan })
  } catch (error) {
    const { code, args } = reasonOf(error)
    return failed(id, code, args, settings)
  }
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
