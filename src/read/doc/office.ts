import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { UnreadableError } from '../page/unreadable.js'

const LONGEST_MS = 90_000

/**
 * A .doc as a .docx by LibreOffice, in a folder of its own that is removed again, with a profile of its own, so that
 * several may run at once. Throws an UnreadableError where it is not installed, fails or takes too long.
 */
export async function convertByOffice(bytes: Uint8Array): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'policyplan-'))
  try {
    const source = join(folder, 'in.doc')
    await writeFile(source, bytes)
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    const flags = ['--headless', '--norestore', '--convert-to', 'docx:MS Word 2007 XML', '--outdir', folder, source]
    // A group of its own: the program starts others, which end with it.
    const child = spawn('soffice', [profile, ...flags], { stdio: 'ignore', detached: true })
    await ended(child)
    return await readFile(join(folder, 'in.docx')).catch(() => {
      throw new UnreadableError('read.converter-failed')
    })
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    const kill = () => {
      try {
        process.kill(-child.pid!, 'SIGKILL')
      } catch {
        child.kill('SIGKILL')
      }
    }
    const timer = setTimeout(() => {
      kill()
      reject(new UnreadableError('read.converter-late', { seconds: LONGEST_MS / 1000 }))
    }, LONGEST_MS)
    process.once('exit', kill)
    const done = () => {
      clearTimeout(timer)
      process.removeListener('exit', kill)
    }
    child.on('error', ({ code }: NodeJS.ErrnoException) => {
      done()
      reject(new UnreadableError(code === 'ENOENT' ? 'read.no-converter' : 'read.converter-failed'))
    })
    child.on('close', () => {
      done()
      resolve()
    })
  })
}
