import { createHash } from 'node:crypto'
import { Numbers } from './numbers.js'

/** The longest name that common file systems take, in bytes. */
const LONGEST = 255
/** The names a plan can have: without the notice's extension, with it; behind these, with hashes. */
const SHORT = 0
const WHOLE = 1

/** Paths by their numbers, as arrays have them. */
interface Listed {
  readonly length: number
  at(number: number): string | undefined
}

/**
 * The plan's path for each notice, under the notice's number: folders mirrored, the extension dropped; kept where two
 * notices would have the same plan, also on file systems that do not tell A from a. `2019/a.html`, `2019/b.txt`,
 * `2019/b.pdf` → `2019/a.plan.yaml`, `2019/b.txt.plan.yaml`, `2019/b.pdf.plan.yaml`
 */
export class Targets {
  readonly length: number
  private readonly paths: Listed
  private readonly end: string
  /** Which of its names each plan has. */
  private readonly choices: Uint8Array
  private readonly taken = new Numbers((number) => keyOf(this.at(number)))

  constructor(paths: Listed, extension: string) {
    this.paths = paths
    this.length = paths.length
    this.end = `.plan.${extension}`
    this.choices = new Uint8Array(paths.length)
    const folders = new Set<string>()
    const wanted = new Numbers((number) => keyOf(this.nameOf(number, SHORT)))
    const often = new Uint32Array(paths.length)
    for (let i = 0; i < paths.length; i++) {
      for (const folder of foldersOf(paths.at(i)!)) folders.add(keyOf(folder))
      const first = wanted.add(keyOf(this.nameOf(i, SHORT)), i)
      often[first]!++
      // The notices behind the first are marked for the loop below.
      if (first !== i) this.choices[i] = WHOLE
    }
    for (let i = 0; i < paths.length; i++) {
      let choice = this.choices[i] === WHOLE || often[i]! > 1 ? WHOLE : SHORT
      while (this.isTaken(i, choice, folders)) choice++
      this.choices[i] = choice
    }
  }

  at(number: number): string {
    return this.nameOf(number, this.choices[number]!)
  }

  /** True where a notice has its plan there. */
  has(target: string): boolean {
    const number = this.taken.find(keyOf(target))
    return number !== undefined && this.at(number) === target
  }

  private isTaken(number: number, choice: number, folders: ReadonlySet<string>): boolean {
    this.choices[number] = choice
    const key = keyOf(this.at(number))
    return folders.has(key) || this.taken.add(key, number) !== number
  }

  private nameOf(number: number, choice: number): string {
    const path = this.paths.at(number)!
    if (choice === SHORT) return named(path, path.replace(/\.[a-z0-9]{1,8}$/i, ''), this.end)
    return choice === WHOLE ? named(path, path, this.end) : hashed(path, path, this.end, choice - WHOLE - 1)
  }
}

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
