import { type Command, EXIT, type Flags, type Io, UsageError } from '../cli.js'
import type { TableOf } from '../export/plan/table.js'
import type { Named } from '../export/plan/walk.js'
import { type Lang, say } from '../messages.js'
import { UnreadableError } from '../read.js'
import type { Table, TableWriter } from '../types.js'
import { type Input, inputsOf } from './export/inputs.js'
import { inWorkshop, targetOf, writeTables } from './export/target.js'
import { readInput } from './input/file.js'
import { loadPlans } from './input/plan.js'

const FORMATS = ['csv', 'xlsx', 'ndjson', 'parquet', 'sqlite', 'ics']

/** `policyplan export PLAN|FOLDER…`: plans as tables for spreadsheets, data frames and databases. */
export const command: Command = {
  name: 'export',
  operands: '<plan...>',
  flags: [
    { flags: '--to <format>', choices: FORMATS },
    { flags: '-o, --output <path>' },
    { flags: '--tables <names>' },
  ],
  examples: [
    'export plans/ -o plans.xlsx',
    'export plans/ --to csv --tables indicators > indicators.csv',
    'export plans/ -o plans.sqlite',
    'export 2024.plan.yaml -o deadlines.ics',
  ],
  async run(operands, flags, io, lang) {
    const { TABLE_WRITERS } = await import('../write/tables/index.js')
    const writer = await TABLE_WRITERS[formatOf(flags, lang) as keyof typeof TABLE_WRITERS]()
    const tables = await chosen(flags, writer, lang)
    const target = await targetOf(flags['output'] as string | undefined, writer, tables.length, io, lang)
    const inputs = await inputsOf(operands, io)
    if (inputs.length === 0) throw new UsageError(say(lang, 'export.no-plans'))
    const work = async (workshop: string) => {
      const { createSpool } = await import('./export/spool.js')
      const spool = await createSpool(workshop, tables)
      const counts = { plans: 0, failed: 0 }
      for await (const named of plansOf(inputs, io, lang, counts)) await spool.add(named)
      if (counts.plans === 0) return EXIT.failed
      const filled = await spool.close()
      const { files, cut } = await writeTables(filled, writer, target, workshop, io, lang)
      if (cut > 0) await io.stderr.write(`${say(lang, 'export.cut', { cut })}\n`)
      if (flags['quiet'] !== true) await io.stderr.write(summaryOf(filled, files, counts.plans, lang))
      return counts.failed > 0 ? EXIT.failed : EXIT.fine
    }
    try {
      return await inWorkshop(target, work)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === undefined) throw error
      await io.stderr.write(`${say(lang, 'export.unwritable', { output: flags['output'] as string, code })}\n`)
      return EXIT.failed
    }
  },
}

/** The format asked for, else the one that the output is named as, else xlsx. Refuses an output that is named as another. */
function formatOf(flags: Flags, lang: Lang): string {
  const [output, format] = [flags['output'] as string | undefined, flags['to'] as string | undefined]
  const ending = /\.(\w+)$/.exec(output ?? '')?.[1]?.toLowerCase() ?? ''
  const named = FORMATS.includes(ending) ? ending : undefined
  if (format && named && named !== format)
    throw new UsageError(say(lang, 'export.other-format', { output: output!, format, other: named }))
  return format ?? named ?? 'xlsx'
}

async function chosen(flags: Flags, writer: TableWriter, lang: Lang): Promise<readonly TableOf<unknown>[]> {
  const { EXPORTED } = await import('../export.js')
  const names = (flags['tables'] as string | undefined)?.split(',').map((name) => name.trim())
  const unknown = names?.find((name) => !EXPORTED.some((table) => table.name === name))
  const all = EXPORTED.map(({ name }) => name).join(',')
  if (unknown !== undefined) throw new UsageError(say(lang, 'export.no-table', { name: unknown, all }))
  const { only, extension } = writer
  if (only && names?.some((name) => name !== only))
    throw new UsageError(say(lang, 'export.only', { extension, table: only }))
  return EXPORTED.filter(({ name }) => (only ? name === only : (names?.includes(name) ?? true)))
}

/** The plans of all files, one at a time; a file that is none is named on stderr and counted. */
async function* plansOf(
  inputs: readonly Input[],
  io: Io,
  lang: Lang,
  counts: { plans: number; failed: number },
): AsyncGenerator<Named> {
  const { schemaErrors } = await import('../check/schema/errors.js')
  const names = new Set<string>()
  for (const { path, name } of inputs) {
    try {
      for (const plan of await loadPlans(await readInput(path, io))) {
        if (schemaErrors(plan).length > 0) throw new UnreadableError('export.invalid', { file: path })
        counts.plans++
        yield { document: unused(name, names), plan }
      }
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error
      counts.failed++
      await io.stderr.write(`${path}: ${say(lang, error.code, error.args)}\n`)
    }
  }
}

/** The name, or `name#2`, `name#3` for the other plans of that name. */
function unused(name: string, names: Set<string>): string {
  let free = name
  for (let n = 2; names.has(free); n++) free = `${name}#${n}`
  names.add(free)
  return free
}

function summaryOf(tables: readonly Table[], files: readonly string[], plans: number, lang: Lang): string {
  const rows = tables.map(({ name, count }) => `${say(lang, `export.table.${name}`)} ${count}`)
  const summary = say(lang, 'export.summary', { plans, rows: rows.join(lang === 'zh' ? '，' : ', ') })
  return `${[summary, ...files.map((file) => `  ${file}`)].join('\n')}\n`
}
