import { closeSync, constants, fstatSync, openSync, readFileSync, type Stats, statSync } from 'node:fs'
import { UnreadableError } from '../read.js'

/** The largest file that is read at all, in MB, unless `--max-size` says otherwise. */
export const LARGEST_MB = 256
const MB = 1 << 20
/** How often a file that changes while it is read is tried. */
const TRIES = 3

const SAID: Readonly<Record<string, string>> = {
  ENOENT: 'input.missing',
  EACCES: 'input.denied',
  EPERM: 'input.denied',
  EISDIR: 'input.directory',
  ENOTDIR: 'input.missing',
  ELOOP: 'input.loop',
}

/**
 * The bytes of a file. Throws an UnreadableError that says what is wrong with it. `most` in MB comes from the user:
 * then the sentence names the option.
 */
export function readWhole(path: string, most?: number): Buffer {
  try {
    for (let tries = 1; tries <= TRIES; tries++) {
      // A named pipe would wait for ever to be opened, so what it is comes first.
      refuse(statSync(path), most)
      const bytes = readOnce(path, most)
      if (bytes) return bytes
    }
  } catch (error) {
    if (error instanceof UnreadableError) throw error
    const { code } = error as NodeJS.ErrnoException
    // A name in GBK cannot be told by its path: what does not decode became U+FFFD.
    if (code === 'ENOENT' && path.includes('\ufffd')) throw new UnreadableError('input.bad-name')
    throw new UnreadableError(SAID[code ?? ''] ?? 'input.failed', { code: code ?? String(error) })
  }
  throw new UnreadableError('input.changed')
}

/** The bytes, or undefined where the file changed meanwhile. */
function readOnce(path: string, most: number | undefined): Buffer | undefined {
  const handle = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    const before = fstatSync(handle)
    refuse(before, most)
    const bytes = readFileSync(handle)
    const after = fstatSync(handle)
    return after.mtimeMs === before.mtimeMs && after.size === bytes.length ? bytes : undefined
  } finally {
    closeSync(handle)
  }
}

function refuse(status: Stats, most: number | undefined): void {
  if (status.isDirectory()) throw new UnreadableError('input.directory')
  if (!status.isFile()) throw new UnreadableError('input.no-file')
  checkSize(status.size, most)
}

/** Throws where there is more than is read: `most` in MB. */
export function checkSize(size: number, most: number | undefined): void {
  if (size <= (most ?? LARGEST_MB) * MB) return
  const args = { size: Math.ceil(size / MB), most: most ?? LARGEST_MB }
  throw new UnreadableError(most === undefined ? 'input.too-large' : 'input.over-max-size', args)
}
