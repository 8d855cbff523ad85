import { randomBytes } from 'node:crypto'
import { readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { threadId } from 'node:worker_threads'

const TEMPORARY = /^\.policyplan-(\d+)-[\da-f]+\.tmp$/
/** Tells this thread's files from those of others. */
const OWN = `${threadId.toString(16)}${randomBytes(6).toString('hex')}`
let count = 0

/** A name beside `path` under which it is written until it is whole. */
export function temporaryFor(path: string): string {
  return join(dirname(path), `.policyplan-${process.pid}-${OWN}${(count++).toString(16)}.tmp`)
}

/** Writes under another name and renames: the file is there whole or not at all. */
export function writeWhole(path: string, text: string | Uint8Array): void {
  const temporary = temporaryFor(path)
  try {
    writeFileSync(temporary, text, { flag: 'wx' })
    renameSync(temporary, path)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
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
