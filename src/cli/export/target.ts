import { mkdir, mkdtemp, open, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { isSpecial } from '../../batch/write-whole.js'
import { type Io, UsageError } from '../../cli.js'
import { type Lang, say } from '../../messages.js'
import type { Table, TableFile, TableWriter } from '../../types.js'

/** Where an export goes: standard output, one file, or a folder with a file a table. */
export interface Target {
  readonly stdout?: true
  /** Folder of the files to come. */
  readonly folder: string
  /** The one file's name; absent where each table gets its own. */
  readonly file?: string
}

/** Reads `-o`. Throws a UsageError where it is needed and missing. */
export async function targetOf(
  output: string | undefined,
  writer: TableWriter,
  tables: number,
  io: Io,
  lang: Lang,
): Promise<Target> {
  const { extension } = writer
  const single = writer.holds === 'all tables' || tables === 1
  if (output === undefined || output === '-') {
    if (!writer.text) throw new UsageError(say(lang, 'export.no-output', { extension }))
    if (!single) throw new UsageError(say(lang, 'export.several-tables', { extension }))
    return { stdout: true, folder: tmpdir(), file: `export.${extension}` }
  }
  const path = resolve(io.cwd, output)
  if (isSpecial(path)) throw new UsageError(say(lang, 'export.special', { output }))
  const isFolder = /[\\/]$/.test(output) || (await stat(path).catch(() => undefined))?.isDirectory() === true
  const named = { folder: dirname(path), file: basename(path) }
  if (writer.holds === 'all tables') return isFolder ? { folder: path, file: `policyplan.${extension}` } : named
  return single && !isFolder && output.endsWith(`.${extension}`) ? named : { folder: path }
}

/** Runs with a folder of its own beside the output, which is gone afterwards. */
export async function inWorkshop<T>({ folder }: Target, work: (workshop: string) => Promise<T>): Promise<T> {
  await mkdir(folder, { recursive: true })
  const workshop = await mkdtemp(join(folder, '.policyplan-'))
  try {
    return await work(workshop)
  } finally {
    await rm(workshop, { recursive: true, force: true })
  }
}

/** Writes the tables: whole in the workshop first, then under their names. Gives the files and the cells cut. */
export async function writeTables(
  tables: readonly Table[],
  writer: TableWriter,
  target: Target,
  workshop: string,
  io: Io,
  lang: Lang,
): Promise<{ files: string[]; cut: number }> {
  const groups: [string, readonly Table[]][] =
    target.file === undefined
      ? tables.map((table) => [`${table.name}.${writer.extension}`, [table]])
      : [[target.file, tables]]
  let cut = 0
  for (const [name, group] of groups) {
    const path = join(workshop, name)
    if (target.stdout) cut += await writer.write(group, { path, write: (bytes) => io.stdout.write(bytes) }, lang)
    else cut += await intoFile(path, (file) => writer.write(group, file, lang))
  }
  if (target.stdout) return { files: [], cut }
  for (const [name] of groups) await rename(join(workshop, name), join(target.folder, name))
  return { files: groups.map(([name]) => relative(io.cwd, join(target.folder, name))), cut }
}

/** Opens the file with the first bytes, so that a library that takes the path finds none there. */
async function intoFile<T>(path: string, work: (file: TableFile) => Promise<T>): Promise<T> {
  let handle: Awaited<ReturnType<typeof open>> | undefined
  try {
    return await work({
      path,
      async write(bytes) {
        handle ??= await open(path, 'wx')
        await handle.writeFile(bytes)
      },
    })
  } finally {
    await handle?.close()
  }
}
