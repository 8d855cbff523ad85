import { type ChildProcessByStdio, type StdioOptions, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import type { Readable, Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { UnreadableError } from '../page/unreadable.js'
import type { Answer } from './child.js'

/** The program of the child: beside the built program, or in dist/ when run from the sources. */
function childPath(): string {
  const beside = new URL('./pdf-child.js', import.meta.url)
  return fileURLToPath(existsSync(beside) ? beside : new URL('../../../dist/pdf-child.js', import.meta.url))
}

/** No code from strings: what a PDF file may try to run does not run. Memory is bounded in the child. */
const FLAGS = ['--disallow-code-generation-from-strings', '--max-old-space-size=512', '--no-warnings']
type Child = ChildProcessByStdio<Writable, Readable, null>

const LONGEST_MS = 120_000
const LARGEST_ANSWER = 256 << 20

/**
 * Reads a PDF file in a process of its own, which ends when it takes too long or answers too much, and with the thread
 * that asks, however that one ends: the fourth of its pipes is then closed.
 */
export function readInChild(bytes: Uint8Array): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const stdio: StdioOptions = ['pipe', 'pipe', 'ignore', 'pipe']
    const child = spawn(process.execPath, [...FLAGS, childPath()], { stdio }) as Child
    const chunks: Buffer[] = []
    let length = 0
    let late = false
    const timer = setTimeout(() => {
      late = true
      child.kill('SIGKILL')
    }, LONGEST_MS)
    child.stdout.on('data', (chunk: Buffer) => {
      chunks.push(chunk)
      length += chunk.length
      if (length > LARGEST_ANSWER) child.kill('SIGKILL')
    })
    child.on('error', reject)
    child.on('close', () => {
      clearTimeout(timer)
      try {
        resolve(JSON.parse(Buffer.concat(chunks).toString('utf8')) as Answer)
      } catch {
        reject(new UnreadableError(late ? 'read.too-long' : 'read.too-much'))
      }
    })
    child.stdin.on('error', () => {})
    child.stdin.end(bytes)
  })
}
