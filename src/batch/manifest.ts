import { closeSync, existsSync, fstatSync, openSync, readSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { grown, type Paths } from './paths.js'
import type { FileRecord } from './record.js'
import { writePieces } from './write-whole.js'

const CHUNK = 1 << 20
const NEWLINE = 10

/**
 * `manifest.ndjson` of an output folder: one line a file. While a run lasts, lines are put behind what is there and the
 * last one of a path holds, so that nothing done is forgotten whenever the run ends; a line that was cut off counts for
 * nothing. At the end it is written anew in the order of paths. Only places of lines are kept in memory, by the numbers
 * of their paths.
 */
export class Manifest {
  private readonly paths: Paths
  /** How many of the paths are in order already. */
  private readonly sorted: number
  private starts = new Float64Array(1 << 6)
  /** 0 for a path without a line. */
  private lengths = new Uint32Array(1 << 6)
  private readonly file: string
  private readonly handle: number
  private end = 0
  /** False once lines are out of order, double or cut off. */
  private tidy = true

  /** The first `sorted` of the paths are in order; those that the file holds besides are added behind them. */
  constructor(file: string, paths: Paths, sorted: number) {
    this.file = file
    this.paths = paths
    this.sorted = sorted
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
        if (path !== undefined) this.place(this.paths.add(path), from + start, end - start)
        last = path ?? last
        start = end + 1
      }
      // What has no end for so long is no line of a manifest.
      rest = bytes.length - start > 4 * CHUNK ? Buffer.alloc(0) : bytes.subarray(start)
      at += read
    }
    this.end = size
    if (rest.length > 0) this.write(Uint8Array.of(NEWLINE))
  }

  private place(number: number, start: number, length: number): void {
    while (number >= this.starts.length) {
      this.starts = grown(this.starts)
      this.lengths = grown(this.lengths)
    }
    this.starts[number] = start
    this.lengths[number] = length
  }

  /** The record of the path of this number. */
  find(number: number): FileRecord | undefined {
    return this.has(number) ? (JSON.parse(this.line(number)) as FileRecord) : undefined
  }

  /** Notes the record of a path: a line with its end. */
  add(path: string, line: Uint8Array): void {
    const number = this.paths.add(path)
    if (this.has(number) && this.bytes(number).equals(line.subarray(0, -1))) return
    const start = this.end
    this.write(line)
    this.place(number, start, this.end - start - 1)
  }

  /** Every record with the number of its path, in the order of paths. */
  *records(): Generator<[number: number, record: FileRecord]> {
    for (const number of this.numbers()) yield [number, this.find(number)!]
  }

  /** The numbers of paths with a line, in the order of paths. */
  private *numbers(): Generator<number> {
    const behind: [path: string, number: number][] = []
    for (let i = this.sorted; i < this.paths.length; i++) if (this.has(i)) behind.push([this.paths.at(i), i])
    behind.sort(([a], [b]) => (a < b ? -1 : 1)).reverse()
    for (let i = 0; i < this.sorted; i++) {
      if (!this.has(i)) continue
      const path = behind.length > 0 ? this.paths.at(i) : ''
      while (behind.length > 0 && behind.at(-1)![0] < path) yield behind.pop()![1]
      yield i
    }
    while (behind.length > 0) yield behind.pop()![1]
  }

  /** Forgets a record. */
  drop(number: number): void {
    this.lengths[number] = 0
    this.tidy = false
  }

  /** Ends the work with the file: it is written anew where its lines are not in order. */
  close(): void {
    if (!this.tidy) writePieces(this.file, this.tidyLines())
    closeSync(this.handle)
  }

  private *tidyLines(): Generator<string> {
    for (const number of this.numbers()) yield `${this.line(number)}\n`
  }

  private has(number: number): boolean {
    return this.lengths[number]! > 0
  }

  private line(number: number): string {
    return this.bytes(number).toString('utf8')
  }

  private bytes(number: number): Buffer {
    const length = this.lengths[number]!
    const bytes = Buffer.allocUnsafe(length)
    readSync(this.handle, bytes, 0, length, this.starts[number]!)
    return bytes
  }

  private write(bytes: Uint8Array): void {
    this.tidy = false
    for (let done = 0; done < bytes.length; )
      done += writeSync(this.handle, bytes, done, bytes.length - done, this.end + done)
    this.end += bytes.length
  }
}

/** The manifest of an output folder, for paths of which the first `sorted` are in order. */
export const openManifest = (folder: string, paths: Paths, sorted: number): Manifest =>
  new Manifest(join(folder, 'manifest.ndjson'), paths, sorted)

/** The path of a line, undefined for a line that is none. */
function pathOf(line: Uint8Array): string | undefined {
  try {
    const { path, status } = JSON.parse(Buffer.from(line).toString('utf8')) as Partial<FileRecord>
    return typeof path === 'string' && typeof status === 'string' ? path : undefined
  } catch {
    return undefined
  }
}
