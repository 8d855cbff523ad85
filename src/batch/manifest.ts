import { closeSync, existsSync, fstatSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { FileRecord } from './record.js'
import { temporaryFor } from './write-whole.js'

const CHUNK = 1 << 20
const NEWLINE = 10

/**
 * `manifest.ndjson` of an output folder: one line a file. While a run lasts, lines are put behind what is there and the
 * last one of a path holds, so that nothing done is forgotten whenever the run ends; a line that was cut off counts for
 * nothing. At the end it is written anew in the order of paths. Only places of lines are kept in memory.
 */
export class Manifest {
  private readonly places = new Map<string, { at: number; length: number }>()
  private readonly file: string
  private readonly handle: number
  private end = 0
  /** False once lines are out of order, double or cut off. */
  private tidy = true

  constructor(file: string) {
    this.file = file
    this.handle = openSync(file, existsSync(file) ? 'r+' : 'wx+')
    this.index()
  }

  private index(): void {
    let last = ''
    let rest = Buffer.alloc(0)
    const { size } = fstatSync(this.handle)
    for (let at = 0; at < size; ) {
      const chunk = Buffer.alloc(Math.min(CHUNK, size - at))
      const read = readSync(this.handle, chunk, 0, chunk.length, at)
      if (read === 0) break
      const bytes = Buffer.concat([rest, chunk.subarray(0, read)])
      const from = at - rest.length
      let start = 0
      for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
        const path = pathOf(bytes.subarray(start, end))
        if (path === undefined || path <= last) this.tidy = false
        if (path !== undefined) this.places.set(path, { at: from + start, length: end - start })
        last = path ?? last
        start = end + 1
      }
      // What has no end for so long is no line of a manifest.
      rest = bytes.length - start > 4 * CHUNK ? Buffer.alloc(0) : bytes.subarray(start)
      at += read
    }
    this.end = size
    if (rest.length > 0) this.write('\n')
  }

  find(path: string): FileRecord | undefined {
    const place = this.places.get(path)
    return place && (JSON.parse(this.line(place)) as FileRecord)
  }

  add(record: FileRecord): void {
    const line = JSON.stringify(record)
    const known = this.places.get(record.path)
    if (known && this.line(known) === line) return
    const at = this.end
    this.write(`${line}\n`)
    this.places.set(record.path, { at, length: this.end - at - 1 })
  }

  /** Every record, in the order of paths. */
  *records(): Generator<FileRecord> {
    for (const path of [...this.places.keys()].sort()) yield this.find(path)!
  }

  /** Writes the file anew, in order, with the lines that are to stay; gives each of them to `see`. */
  finish(stays: (record: FileRecord) => boolean, see: (record: FileRecord) => void): void {
    const paths = [...this.places.keys()].sort()
    const gone = paths.filter((path) => {
      const record = this.find(path)!
      if (!stays(record)) return true
      see(record)
      return false
    })
    if (!this.tidy || gone.length > 0) this.rewrite(paths, new Set(gone))
    closeSync(this.handle)
  }

  close(): void {
    closeSync(this.handle)
  }

  private rewrite(paths: readonly string[], gone: ReadonlySet<string>): void {
    const temporary = temporaryFor(this.file)
    const handle = openSync(temporary, 'wx')
    try {
      try {
        this.copy(paths, gone, handle)
      } finally {
        closeSync(handle)
      }
      renameSync(temporary, this.file)
    } catch (error) {
      rmSync(temporary, { force: true })
      throw error
    }
  }

  private copy(paths: readonly string[], gone: ReadonlySet<string>, to: number): void {
    let text = ''
    for (const path of paths) {
      if (!gone.has(path)) text += `${this.line(this.places.get(path)!)}\n`
      if (text.length < CHUNK) continue
      writeAll(to, text)
      text = ''
    }
    writeAll(to, text)
  }

  private line({ at, length }: { at: number; length: number }): string {
    const bytes = Buffer.allocUnsafe(length)
    readSync(this.handle, bytes, 0, length, at)
    return bytes.toString('utf8')
  }

  private write(text: string): void {
    this.tidy = false
    this.end += writeAll(this.handle, text, this.end)
  }
}

/** The manifest of an output folder. */
export const openManifest = (folder: string): Manifest => new Manifest(join(folder, 'manifest.ndjson'))

function writeAll(handle: number, text: string, at: number | null = null): number {
  const bytes = Buffer.from(text)
  for (let done = 0; done < bytes.length; )
    done += writeSync(handle, bytes, done, bytes.length - done, at === null ? null : at + done)
  return bytes.length
}

/** The path of a line, undefined for a line that is none. */
function pathOf(line: Uint8Array): string | undefined {
  try {
    const { path, status } = JSON.parse(Buffer.from(line).toString('utf8')) as Partial<FileRecord>
    return typeof path === 'string' && typeof status === 'string' ? path : undefined
  } catch {
    return undefined
  }
}
