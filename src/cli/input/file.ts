import { basename, isAbsolute, relative, resolve } from 'node:path'
import { checkSize, readWhole } from '../../batch/read-whole.js'
import type { Io } from '../../cli.js'

/** The bytes of a file, or of standard input for `-`. Throws an UnreadableError that says what is wrong with it. */
export async function readInput(name: string, io: Io, most?: number): Promise<Uint8Array> {
  return name === '-' ? readStdin(io, most) : readWhole(resolve(io.cwd, name), most)
}

async function readStdin(io: Io, most: number | undefined): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of io.stdin) {
    chunks.push(chunk)
    size += chunk.length
    checkSize(size, most)
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
