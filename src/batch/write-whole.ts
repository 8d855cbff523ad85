import { randomBytes } from 'node:crypto'
import { closeSync, openSync, readdirSync, readSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { threadId } from 'node:worker_threads'

const TEMPORARY = /^\.policyplan-(\d+)-[\da-f]+\.tmp$/
/** Tells this thread's files from those of others. */
const OWN = `${threadId.toString(16)}${randomBytes(6).toString('hex')}`
let count = 0
const CHUNK = 1 << 20

/** A name beside `path` under which it is written until it is whole. */
function temporaryFor(path: string): string {
  return join(dirname(path), `.policyplan-${process.pid}-${OWN}${(count++).toString(16)}.tmp`)
}

/** Writes under another name and renames: the file is there whole or not at all. A pipe or device is written into. */
export function writeWhole(path: string, text: string | Uint8Array): void {
  if (isSpecial(path)) writeFileSync(path, text)
  else writeAnew(path, text)
}

/** True for a pipe or device, as `/dev/null`: what a rename would put a file in the place of. */
export function isSpecial(path: string): boolean {
  const status = statSync(path, { throwIfNoEntry: false })
  return status !== undefined && !status.isFile() && !status.isDirectory()
}

function writeAnew(path: string, text: string | Uint8Array): void {
  replace(path, (temporary) => {
    writeFileSync(temporary, text, { flag: 'wx' })
    return true
  })
}

/** The same piece by piece; a file that holds them already stays as it is. */
export function writePieces(path: string, pieces: Iterable<string>): void {
  replace(path, (temporary) => {
    const handle = openSync(temporary, 'wx')
    try {
      let text = ''
      for (const piece of pieces) {
        text += piece
        if (text.length < CHUNK) continue
        writeFileSync(handle, text)
        text = ''
      }
      writeFileSync(handle, text)
    } finally {
      closeSync(handle)
    }
    return !isSame(path, temporary)
  })
}

/** Lets `write` fill a temporary file and say whether it takes the place of `path`. */
function replace(path: string, write: (temporary: string) => boolean): void {
  const temporary = temporaryFor(path)
  try {
    if (write(temporary)) renameSync(temporary, path)
    else rmSync(temporary)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}

/** True where two files hold the same bytes. */
function isSame(path: string, other: string): boolean {
  const size = statSync(path, { throwIfNoEntry: false })?.size
  if (size !== statSync(other).size) return false
  const handles = [path, other].map((name) => openSync(name, 'r')) as [number, number]
  const [one, two] = [Buffer.alloc(CHUNK), Buffer.alloc(CHUNK)]
  try {
    for (let at = 0; at < size; at += CHUNK) {
      const read = readSync(handles[0], one, 0, CHUNK, at)
      readSync(handles[1], two, 0, CHUNK, at)
      if (!one.subarray(0, read).equals(two.subarray(0, read))) return false
    }
    return true
  } finally {
    handles.map((handle) => closeSync(handle))
  }
}

/** Removes what interrupted runs left half written in a folder; what a living process writes stays. */
export function sweep(folder: string): void {
  for (const name of readdirSync(folder)) {
    const writer = TEMPORARY.exec(name)?.[1]
    if (writer !== undefined && !isAlive(Number(writer))) rmSync(join(folder, name), { force: true })
  }
}

function isAlive(pid: number): boolean {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
