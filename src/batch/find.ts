import { readdirSync, realpathSync, statSync } from 'node:fs'
import { dirname, extname, isAbsolute, join, posix, relative, resolve, sep } from 'node:path'
import { escapePath, globSync, isDynamicPattern } from 'tinyglobby'
import { portable } from './inputs.js'
import { type Packed, Paths } from './paths.js'

/** A path that could not be taken: `code` is the sentence of the catalogue. */
export interface Refusal {
  readonly path: string
  readonly code: string
  readonly args?: Readonly<Record<string, string | number>>
}

/** What the operands of the command line name. */
export interface Found {
  /** The files, each once, in order, as they count from `root`. */
  readonly paths: Packed
  readonly root: string
  /** The folder common to all. */
  readonly base: string
  readonly refusals: readonly Refusal[]
  /** Named pipes, sockets and devices. */
  readonly skipped: readonly string[]
  /** Files of folders that are no documents by their names: `.png` → 12. */
  readonly aside: ReadonlyMap<string, number>
}

export interface Filter {
  readonly include: readonly string[]
  readonly exclude: readonly string[]
}

/** One operand: a folder with the patterns of what is taken from it, or a file. */
interface Place {
  readonly operand: string
  readonly folder: string
  /** Absent for a file, which is `operand`. */
  readonly patterns?: readonly string[]
  /** True for a folder: what is no document by its name is left aside. */
  readonly mixed?: boolean
}

/** What saved web pages bring along; scans (.tif, .pdf) and archives are not among it, since they may hold notices. */
const ASIDE = new Set(
  '.css .js .mjs .map .json .ndjson .xml .ico .svg .gif .png .jpg .jpeg .bmp .webp .avif .woff .woff2 .ttf .otf .eot .mp3 .mp4 .avi .mov .wav .swf .ini .db .lnk .crdownload .part .tmp'.split(
    ' ',
  ),
)
const PLAN = /\.plan\.(?:yaml|json)$/

/** Every file that the operands name. `output` is never walked. */
export function find(operands: readonly string[], cwd: string, output: string, filter: Filter): Found {
  const places = operands.map((operand) => placeOf(operand, cwd, filter))
  const base = commonFolder(places.map(({ folder }) => folder))
  const root = rootOf(places, cwd, base)
  const nameOf = (at: string) => portable(relative(root, at))
  const notes: Notes = { refusals: [], skipped: [], nameOf }
  const aside = new Map<string, number>()
  const names: string[] = []
  for (const place of places) {
    const before = notes.refusals.length
    const files = place.patterns ? walk(place, output, filter, notes) : fileOf(place, cwd, filter, notes)
    if (files.length === 0 && place.patterns && !place.mixed && notes.refusals.length === before)
      notes.refusals.push({ path: place.operand, code: 'batch.no-match' })
    const folder = nameOf(place.folder)
    for (const file of files) {
      const kind = extname(file).toLowerCase()
      if (!place.patterns || !(PLAN.test(file) || (place.mixed && ASIDE.has(kind))))
        names.push(posix.join(folder, file))
      else if (!PLAN.test(file)) aside.set(kind, (aside.get(kind) ?? 0) + 1)
    }
  }
  const paths = new Paths()
  for (const name of names.sort()) paths.add(name)
  return { paths: paths.packed, root, base, refusals: notes.refusals, skipped: notes.skipped, aside }
}

/** Never an absolute path: below the working folder, or below the folder common to all where one leads out of it. */
function rootOf(places: readonly Place[], cwd: string, base: string): string {
  const outside = places.some(({ operand, folder }) => isAbsolute(operand) && isOutside(relative(cwd, folder)))
  return outside ? base : cwd
}

/** The folders that the operands have walked, for the check that the output is not among what is read. */
export function foldersOf(operands: readonly string[], cwd: string, filter: Filter): string[] {
  return operands.map((operand) => placeOf(operand, cwd, filter)).flatMap((place) => (place.mixed ? place.folder : []))
}

/** A name with brackets is a file if there is one; else `*`, `?`, `[` and `{` make a pattern. */
function placeOf(operand: string, cwd: string, { include }: Filter): Place {
  const at = resolve(cwd, operand)
  const status = statSync(at, { throwIfNoEntry: false })
  if (status?.isDirectory()) {
    const patterns = include.length > 0 ? include.map(anywhere) : ['**/*']
    return { operand, folder: at, patterns, mixed: include.length === 0 }
  }
  if (status || !isDynamicPattern(operand)) return { operand, folder: dirname(at) }
  const parts = operand.split('/')
  const fixed = parts.findIndex((part, i) => isDynamicPattern(part) || i === parts.length - 1)
  const folder = resolve(cwd, parts.slice(0, fixed).join('/') || (isAbsolute(operand) ? '/' : '.'))
  return { operand, folder, patterns: [parts.slice(fixed).join('/')] }
}

/** A pattern without a slash holds in every folder below. */
const anywhere = (pattern: string) => (pattern.includes('/') ? pattern : `**/${pattern}`)

interface Notes {
  readonly refusals: Refusal[]
  readonly skipped: string[]
  nameOf(at: string): string
}

function fileOf({ operand, folder }: Place, cwd: string, { exclude }: Filter, notes: Notes): string[] {
  const at = resolve(cwd, operand)
  const status = statSync(at, { throwIfNoEntry: false })
  const path = notes.nameOf(at)
  if (!status) notes.refusals.push({ path, code: at.includes('\ufffd') ? 'input.bad-name' : 'input.missing' })
  else if (!status.isFile()) notes.skipped.push(path)
  else if (exclude.length === 0 || !isExcluded(at, cwd, exclude)) return [relative(folder, at)]
  return []
}

function isExcluded(at: string, cwd: string, exclude: readonly string[]): boolean {
  const options = { cwd, ignore: exclude.map(anywhere), dot: true, absolute: true }
  return globSync(escapePath(portable(relative(cwd, at))), options).length === 0
}

/** The files of a folder, from there. Every real folder is listed once, so that circles of links end; what cannot be read is noted. */
function walk({ folder, patterns }: Place, output: string, { exclude }: Filter, notes: Notes): string[] {
  const root = realpathSync(folder)
  const listed = new Set<string>()
  const nameOf = (path: string) => notes.nameOf(join(folder, relative(root, path)))
  const readdir = (path: string) => {
    const real = path.length > 1 && path.endsWith(sep) ? path.slice(0, -1) : path
    if (real === output || listed.has(real)) return []
    listed.add(real)
    try {
      const entries = readdirSync(real, { withFileTypes: true })
      for (const entry of entries)
        if (!entry.isFile() && !entry.isDirectory() && !entry.isSymbolicLink())
          notes.skipped.push(nameOf(join(real, entry.name)))
      return entries.sort((a, b) => (a.name < b.name ? -1 : 1))
    } catch (error) {
      const { code = String(error) } = error as NodeJS.ErrnoException
      notes.refusals.push({ path: nameOf(real), code: 'batch.folder', args: { code } })
      return []
    }
  }
  const follow = (path: string) => {
    const real = resolveLink(path, nameOf, notes)
    const inside = real.startsWith(root === sep ? sep : root + sep)
    if (statSync(real).isDirectory() && (inside || real === root)) throw new Error('it is read at its own place')
    return real
  }
  return globSync(patterns!, {
    cwd: root,
    ignore: exclude.map(anywhere),
    fs: {
      readdirSync: readdir as unknown as typeof readdirSync,
      realpathSync: follow as unknown as typeof realpathSync,
    },
  })
}

function resolveLink(path: string, nameOf: (path: string) => string, { refusals }: Notes): string {
  try {
    return realpathSync(path)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code === 'ELOOP' ? 'input.loop' : 'input.dangling'
    refusals.push({ path: nameOf(path), code })
    throw error
  }
}

/** The deepest folder that holds all of them: /a/b, /a/c → /a */
function commonFolder(folders: readonly string[]): string {
  const [first, ...rest] = folders.map((folder) => folder.split(sep))
  const differs = first!.findIndex((part, i) => rest.some((other) => other[i] !== part))
  return (differs < 0 ? first! : first!.slice(0, differs)).join(sep) || sep
}

const isOutside = (path: string) => path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path)
