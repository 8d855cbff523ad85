import { readdirSync, readFileSync } from 'node:fs'
import { dirname, posix } from 'node:path'
import { expect, it } from 'vitest'

const SRC = new URL('../src/', import.meta.url)
const files = (readdirSync(SRC, { recursive: true }) as string[]).filter((name) => name.endsWith('.ts'))
/** Rooms that every room may enter. */
const SHARED = ['types', 'text', 'data']
/** Rooms that see several others, and what a room may see beyond the shared ones. */
const CORRIDOR = ['parse', 'unified', 'batch', 'index', 'main', 'cli']
const ALSO: Readonly<Record<string, readonly string[]>> = {
  check: ['messages'],
  write: ['messages'],
  diff: ['messages'],
}

const roomOf = (name: string) => name.replace(/\.ts$/, '').split('/')[0]!

it.each(files.filter((name) => !CORRIDOR.includes(roomOf(name))))('%s imports only what its room may see', (name) => {
  const text = readFileSync(new URL(name, SRC), 'utf8')
  const seen = [...text.matchAll(/from '(\.[^']+)'|import\('(\.[^']+)'\)/g)]
    .map(([, from, lazy]) => roomOf(posix.normalize(posix.join(dirname(name), from ?? lazy!)).replace(/\.js$/, '')))
    .filter((room) => room !== roomOf(name) && !SHARED.includes(room) && !(ALSO[roomOf(name)] ?? []).includes(room))
  expect(seen).toEqual([])
})

it.each(files)('%s touches no process, console or clock outside the door', (name) => {
  // A child process is a door of its own.
  if (['main', 'cli', 'batch'].includes(roomOf(name)) || name.endsWith('/child.ts')) return
  const text = readFileSync(new URL(name, SRC), 'utf8')
  expect(text.match(/\bconsole\.|\bprocess\.(?:env|exit|argv|std)|Date\.now|new Date\(\)/g) ?? []).toEqual([])
})

it.each(files.filter((name) => !name.startsWith('data/')))('%s is at most 350 lines', (name) => {
  expect(readFileSync(new URL(name, SRC), 'utf8').split('\n').length).toBeLessThanOrEqual(350)
})
