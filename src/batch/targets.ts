import { createHash } from 'node:crypto'
import { Paths } from './paths.js'

/** The longest name that common file systems take, in bytes. */
const LONGEST = 255

/** Names by their numbers, as arrays have them. */
interface Listed {
  readonly length: number
  at(number: number): string | undefined
}

/**
 * The plan's path for each notice, under the notice's number: folders mirrored, the extension dropped; kept where two
 * notices would have the same plan, also on file systems that do not tell A from a. `2019/a.html`, `2019/b.txt`,
 * `2019/b.pdf` → `2019/a.plan.yaml`, `2019/b.txt.plan.yaml`, `2019/b.pdf.plan.yaml`
 */
export function targetsOf(paths: Listed, extension: string): Paths {
  const end = `.plan.${extension}`
  const taken = new Paths()
  const short = new Paths()
  const often = new Uint32Array(paths.length)
  for (let i = 0; i < paths.length; i++) {
    const path = paths.at(i)!
    for (const folder of foldersOf(path)) taken.add(keyOf(folder))
    often[short.add(keyOf(named(path, stemOf(path), end)))]!++
  }
  const targets = new Paths()
  for (let i = 0; i < paths.length; i++) {
    const path = paths.at(i)!
    const alone = often[short.find(keyOf(named(path, stemOf(path), end)))!] === 1
    for (const choice of choicesOf(path, end, alone)) {
      const before = taken.length
      if (taken.add(keyOf(choice)) < before) continue
      targets.add(choice)
      break
    }
  }
  return targets
}

function* choicesOf(path: string, end: string, alone: boolean): Generator<string> {
  if (alone) yield named(path, stemOf(path), end)
  yield named(path, path, end)
  for (let n = 0; ; n++) yield hashed(path, path, end, n)
}

const stemOf = (path: string) => path.replace(/\.[a-z0-9]{1,8}$/i, '')

const keyOf = (path: string) => path.normalize('NFC').toLowerCase()

/** The folders that a file lies in: a/b/c.txt → a, a/b */
function* foldersOf(path: string): Generator<string> {
  for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) yield path.slice(0, at)
}

/** A stem with the end of a plan; one that is empty or too long for it has a hash of the notice's path. */
function named(path: string, stem: string, end: string): string {
  const name = stem.slice(stem.lastIndexOf('/') + 1)
  return name !== '' && Buffer.byteLength(name + end) <= LONGEST ? stem + end : hashed(path, stem, end, 0)
}

function hashed(path: string, stem: string, end: string, n: number): string {
  const at = stem.lastIndexOf('/') + 1
  const digest = createHash('sha256').update(path).update('\0'.repeat(n)).digest('hex')
  const tail = `~${digest.slice(0, 8)}${end}`
  let room = LONGEST - Buffer.byteLength(tail)
  let kept = ''
  for (const c of stem.slice(at)) {
    room -= Buffer.byteLength(c)
    if (room < 0) break
    kept += c
  }
  return `${stem.slice(0, at)}${kept}${tail}`
}
