import { realpathSync, statSync } from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { foldersOf } from '../../batch/find.js'
import { OutputError, type Settings } from '../../batch/job.js'
import { convertAll } from '../../batch.js'
import { EXIT, type Flags, type Io, UsageError } from '../../cli.js'
import { type Lang, say } from '../../messages.js'
import type { ParseOptions } from '../../types.js'
import { openProgress } from './progress.js'
import { sayErrno, summarise } from './summary.js'

interface Said {
  readonly options: ParseOptions
  readonly mostMb: number
  readonly version: string
  readonly threads: number | undefined
}

/** `policyplan parse DIR -o OUT/`: many notices to a folder of plans; gives the exit code. */
export async function convertFolder(
  operands: readonly string[],
  flags: Flags,
  said: Said,
  io: Io,
  lang: Lang,
): Promise<number> {
  if (operands.includes('-')) throw new UsageError(say(lang, 'cli.parse.stdin-alone'))
  const settings = settingsOf(flags, said, io, lang)
  const filter = { include: listOf(flags['include']), exclude: listOf(flags['exclude']) }
  checkApart(operands, filter, settings.output, flags['output'] as string, io, lang)
  const start = io.now()
  const signal = io.interruption()
  const progress = openProgress(flags['quiet'] ? 'none' : (flags['progress'] as string), io, lang)
  const output = (flags['output'] as string).replace(/[\\/]+$/, '')
  const ending = await convertAll({
    ...{ operands, cwd: io.cwd, filter, settings, signal, threads: said.threads },
    failFast: flags['failFast'] === true,
    review: flags['review'] === true,
    tell: (state) => progress.tell(state),
    explain: (text) => progress.print(text),
  })
    .catch((error: unknown) => {
      if (!(error instanceof OutputError)) throw error
      return error
    })
    .finally(() => progress.close())
  if (ending instanceof OutputError) {
    await io.stderr.write(`${say(lang, 'batch.unwritable-folder', { output, reason: sayErrno(ending.code, lang) })}\n`)
    return EXIT.failed
  }
  const words = summarise(ending, { output, ms: io.now() - start, signal, review: flags['review'] === true }, lang)
  await io.stderr.write(flags['quiet'] ? words.failures : words.failures + words.summary)
  if (signal.aborted) return EXIT[signal.reason as 'SIGINT' | 'SIGTERM']
  const { ledger, fatal, inputs } = ending
  return fatal !== undefined || ledger.failures.count > 0 || inputs.length === 0 ? EXIT.failed : EXIT.fine
}

const listOf = (value: Flags[string]) => (value ?? []) as readonly string[]

function settingsOf(flags: Flags, { options, mostMb, version }: Said, io: Io, lang: Lang): Settings {
  const output = flags['output'] as string | undefined
  if (output === undefined || output === '-') throw new UsageError(say(lang, 'cli.parse.no-folder'))
  const at = resolve(io.cwd, output)
  if (statSync(at, { throwIfNoEntry: false })?.isFile())
    throw new UsageError(say(lang, 'cli.parse.output-is-file', { output }))
  const { script, repair, encoding, converter } = options
  const format = flags['format'] as Settings['format']
  return {
    output: at,
    format,
    lang,
    mostMb,
    tool: version,
    options: {
      format,
      script: script!,
      repair: repair!,
      ...(encoding !== undefined && { encoding }),
      ...(converter && { converter }),
    },
    parse: options,
    force: flags['force'] === true,
    explain: flags['explain'] === true,
  }
}

/** Throws where plans would be put among the notices that are read, unless the user leaves them out by name. */
function checkApart(
  operands: readonly string[],
  filter: { include: readonly string[]; exclude: readonly string[] },
  output: string,
  said: string,
  io: Io,
  lang: Lang,
): void {
  const real = realOf(output)
  for (const folder of foldersOf(operands, io.cwd, filter)) {
    const root = realpathSync(folder)
    if (real !== root && !real.startsWith(root === sep ? sep : root + sep)) continue
    const pattern = relative(root, real)
    if (pattern === '') throw new UsageError(say(lang, 'cli.parse.output-is-input', { output: said }))
    if (filter.exclude.some((left) => left.replace(/\/(?:\*\*)?$/, '') === pattern)) continue
    const args = { output: said, folder: relative(io.cwd, folder) || '.', pattern }
    throw new UsageError(say(lang, 'cli.parse.output-inside', args))
  }
}

/** The real path of a folder that may not be there yet. */
function realOf(path: string): string {
  if (statSync(path, { throwIfNoEntry: false })) return realpathSync(path)
  const parent = dirname(path)
  return parent === path ? path : join(realOf(parent), basename(path))
}
