import { open, readFile } from 'node:fs/promises'
import { basename, isAbsolute, relative, resolve } from 'node:path'
import type { Io } from '../../cli.js'
import { UnreadableError } from '../../read.js'

/** The largest file that is read at all. */
const LARGEST = 256 << 20

/** The bytes of a file, or of standard input for `-`. Throws an UnreadableError that says what is wrong with it. */
export async function readInput(name: string, io: Io): Promise<Uint8Array> {
  if (name === '-') return readStdin(io)
  const path = resolve(io.cwd, name)
  try {
    const handle = await open(path)
    const status = await handle.stat().finally(() => handle.close())
    if (status.isDirectory()) throw new UnreadableError('input.directory')
    if (!status.isFile()) throw new UnreadableError('input.no-file')
    if (status.size > LARGEST)
      throw new UnreadableError('input.too-large', { size: status.size >> 20, most: LARGEST >> 20 })
    return await readFile(path)
  } catch (error) {
    if (error instanceof UnreadableError) throw error
    const { code } = error as NodeJS.ErrnoException
    const known: Record<string, string> = {
      ENOENT: 'input.missing',
      EACCES: 'input.denied',
      EPERM: 'input.denied',
      EISDIR: 'input.directory',
      ENOTDIR: 'input.missing',
    }
    throw new UnreadableError(known[code ?? ''] ?? 'input.failed', { code: code ?? String(error) })
  }
}

async function readStdin(io: Io): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of io.stdin) {
    chunks.push(chunk)
    size += chunk.length
    if (size > LARGEST) throw new UnreadableError('input.too-large', { size: size >> 20, most: LARGEST >> 20 })
  }
  return Buffer.concat(chunks)
}

/** The name that a plan gives its source: as on the command line, but never an absolute path. */
export function nameIn(name: string, io: Io): string {
  if (name === '-') return 'stdin'
  if (!isAbsolute(name)) return name
  const inside = relative(io.cwd, name)
  return inside.startsWith('..') ? basename(name) : inside
}
