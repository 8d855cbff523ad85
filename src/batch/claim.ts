import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { OutputError } from './job.js'

/**
 * Keeps a folder for this run and gives what frees it; throws an OutputError where another run keeps it. The claim is a
 * local socket by the name of the folder, not a file: it ends with its process, however that ends.
 */
export async function claim(folder: string): Promise<() => void> {
  const name = socketName(folder)
  const server = createServer((other) => other.destroy())
  const listen = () =>
    new Promise<string | undefined>((resolve) => {
      server.once('error', ({ code }: NodeJS.ErrnoException) => resolve(code))
      server.listen(name, () => resolve(undefined))
    })
  let refused = await listen()
  if (refused === 'EADDRINUSE' && !(await isKept(name))) {
    rmSync(name, { force: true })
    refused = await listen()
  }
  if (refused === 'EADDRINUSE') throw new OutputError('EADDRINUSE')
  // Where no socket can be had at all, a run is not refused for it.
  server.unref()
  return () => server.close()
}

/** Names without a file where the system has them (Linux, Windows), else a file in the folder for such. */
function socketName(folder: string): string {
  const name = `policyplan-${createHash('sha256').update(folder).digest('hex').slice(0, 32)}`
  if (process.platform === 'linux') return `\0${name}`
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), name)
}

/** False for the file of a run that was killed: nobody answers. */
function isKept(name: string): Promise<boolean> {
  if (!name.startsWith('/')) return Promise.resolve(true)
  return new Promise((resolve) => {
    const socket = connect(name, () => {
      socket.destroy()
      resolve(true)
    }).on('error', () => resolve(false))
  })
}
