import { isUtf8 } from 'node:buffer'
import type { Settings } from '../check.js'
import { type Command, EXIT, type Flags, type Io, UsageError } from '../cli.js'
import { type Lang, say } from '../messages.js'
import type { Finding, FindingStream } from '../types.js'
import { FINDING_WRITERS } from '../write/findings/index.js'
import { coloursOf } from './diff/colours.js'
import { failure } from './input/failure.js'
import { readInput } from './input/file.js'
import { type Baseline, readBaseline, writeBaseline } from './validate/baseline.js'
import { expandInputs } from './validate/inputs.js'
import type { SettingsOf } from './validate/settings.js'
import type { Inspect } from './validate/source.js'

/** The largest plan file that is checked, in MB: `yaml` needs seconds for one. A plan of a hundred pages has half of one. */
const LARGEST = 8

/** What one call was asked to do, ready to be done file by file. */
interface Job {
  readonly settingsOf: SettingsOf
  readonly inspect?: Inspect
  readonly fix?: 'write' | 'show'
  /** Files whose findings are those that would be left, once they are mended. */
  readonly pending: Set<string>
  readonly io: Io
  readonly lang: Lang
}

const isText = (bytes: Uint8Array) => isUtf8(bytes) && !bytes.includes(0)

/** The findings of one file; undefined where it cannot be read, which standard error then says. */
async function findingsOf(file: string, job: Job): Promise<Finding[] | undefined> {
  const { inspect, io, lang } = job
  const settings = await job.settingsOf(file)
  const { check } = await import('../check.js')
  try {
    const bytes = await readInput(file, io)
    const wrong =
      bytes.length > LARGEST << 20 ? 'cli.validate.too-large' : isText(bytes) ? undefined : 'cli.validate.not-text'
    if (wrong !== undefined) {
      await io.stderr.write(`${file}: ${say(lang, wrong, { size: bytes.length >> 20, most: LARGEST })}\n`)
      return undefined
    }
    const text = Buffer.from(bytes).toString('utf8')
    const mended = await mend(file, text, settings, job)
    return await check(mended, { file, lang, settings, ...(inspect && { inspect }) })
  } catch (error) {
    if (error instanceof UsageError) throw error
    await io.stderr.write(`${file}: ${failure(error, lang)}\n`)
    return undefined
  }
}

/** The text that is checked: as it is, or as `--fix` makes it. */
async function mend(file: string, text: string, settings: Settings, { fix, pending, io, lang }: Job): Promise<string> {
  if (!fix) return text
  const { fixFile } = await import('./validate/fix.js')
  const mended = await fixFile(file, text, settings, fix, io, lang)
  if (mended.pending) pending.add(file)
  return mended.text
}

async function prepare(flags: Flags, io: Io, lang: Lang): Promise<Job> {
  const source = flags['source'] as string | undefined
  const fix = flags['fixDryRun'] ? 'show' : flags['fix'] ? 'write' : undefined
  const rules = (flags['rule'] ?? []) as readonly string[]
  const { createSettings } = await import('./validate/settings.js')
  return {
    settingsOf: await createSettings({ rules, config: flags['config'] as string | undefined }, io, lang),
    ...(source !== undefined && { inspect: await inspectOf(source, flags, io, lang) }),
    ...(fix && { fix }),
    pending: new Set(),
    io,
    lang,
  }
}

async function inspectOf(source: string, flags: Flags, io: Io, lang: Lang): Promise<Inspect> {
  const { createInspect } = await import('./validate/source.js')
  try {
    const converter = flags['converter'] as 'soffice' | undefined
    return await createInspect(source, { ...(converter && { converter }) }, io, lang)
  } catch (error) {
    throw new UsageError(`${source}: ${failure(error, lang)}`)
  }
}

function limitOf(flags: Flags, lang: Lang): number {
  const said = flags['maxWarnings'] as string | undefined
  if (said === undefined) return Number.POSITIVE_INFINITY
  if (!/^\d{1,9}$/.test(said)) throw new UsageError(say(lang, 'cli.validate.no-number', { said }))
  return Number(said)
}

async function streamOf(flags: Flags, io: Io, lang: Lang): Promise<FindingStream> {
  const { ALL_RULES } = await import('../check.js')
  const writer = await FINDING_WRITERS[flags['format'] as keyof typeof FINDING_WRITERS]()
  const width = io.stdout.isTTY ? io.stdout.columns : undefined
  return writer.open({ lang, colours: coloursOf(io), ...(width !== undefined && { width }), rules: ALL_RULES })
}

/** Checks file after file and says what is found at once; counts what stays. */
async function runAll(files: readonly string[], job: Job, stream: FindingStream, baseline: Baseline | undefined) {
  const { io, lang } = job
  const count = { error: 0, warning: 0, info: 0 }
  let failed = false
  const say = async (file: string, findings: readonly Finding[]) => {
    for (const { severity } of findings) count[severity]++
    const text = stream.add(file, findings)
    if (text !== '') await io.stdout.write(text)
  }
  if (stream.head !== '') await io.stdout.write(stream.head)
  for (const file of files) {
    const findings = await findingsOf(file, job)
    if (findings) await say(file, baseline ? baseline.left(file, findings) : findings)
    else failed = true
  }
  for (const finding of baseline?.unused(lang) ?? []) await say(finding.file, [finding])
  if (stream.foot !== '') await io.stdout.write(stream.foot)
  return { count, failed }
}

/** Writes what is found into a baseline instead of printing it. */
async function record(files: readonly string[], job: Job, path: string): Promise<number> {
  const all: Finding[] = []
  let failed = false
  for (const file of files) {
    const findings = await findingsOf(file, job)
    failed ||= findings === undefined
    for (const finding of findings ?? []) all.push(finding)
  }
  if (failed) return EXIT.failed
  await writeBaseline(path, all, job.io)
  await job.io.stderr.write(`${say(job.lang, 'cli.validate.baseline-written', { file: path, findings: all.length })}\n`)
  return EXIT.fine
}

/** `policyplan validate PLAN…`: each error of a plan file at its line and column. */
export const command: Command = {
  name: 'validate',
  operands: '[file...]',
  flags: [
    {
      flags: '--format <format>',
      choices: ['pretty', 'json', 'sarif', 'junit', 'github', 'gitlab', 'checkstyle'],
      default: 'pretty',
    },
    { flags: '--source <notice>' },
    { flags: '--converter <name>', choices: ['soffice'], message: 'cli.parse.converter' },
    { flags: '--max-warnings <number>' },
    { flags: '--rule <id=level>', repeatable: true },
    { flags: '--config <file>' },
    { flags: '--baseline <file>' },
    { flags: '--write-baseline' },
    { flags: '--fix' },
    { flags: '--fix-dry-run' },
  ],
  examples: [
    'validate notice.plan.yaml',
    'validate plans/ --max-warnings 0',
    'validate notice.plan.yaml --source notice.html',
    'validate plans/ --format sarif > policyplan.sarif',
    'validate plans/ --baseline policyplan.baseline.json --write-baseline',
    'validate - < notice.plan.yaml',
  ],
  async run(operands, flags, io, lang) {
    if (operands.length === 0 && io.stdin.isTTY) throw new UsageError(say(lang, 'cli.validate.no-file'))
    const { files, empty } = await expandInputs(operands.length > 0 ? operands : ['-'], io)
    for (const name of empty) await io.stderr.write(`${name}: ${say(lang, 'cli.validate.no-match')}\n`)
    const limit = limitOf(flags, lang)
    const job = await prepare(flags, io, lang)
    // A wrong configuration is said before anything is printed.
    for (const file of files) await job.settingsOf(file)
    const path = (flags['baseline'] ?? (flags['writeBaseline'] ? 'policyplan.baseline.json' : undefined)) as
      | string
      | undefined
    if (flags['writeBaseline']) return record(files, job, path!)
    const baseline = path === undefined ? undefined : await readBaseline(path, io, lang)
    const { count, failed } = await runAll(files, job, await streamOf(flags, io, lang), baseline)
    const findings = count.error + count.warning + count.info
    const fine = job.pending.size > 0 ? 'cli.validate.fine-once-fixed' : 'cli.validate.fine'
    const summary = findings > 0 ? 'cli.validate.found' : fine
    if (flags['quiet'] !== true && !failed && empty.length === 0)
      await io.stderr.write(`${say(lang, summary, { files: files.length, ...count, findings })}\n`)
    if (failed || empty.length > 0) return EXIT.failed
    return count.error > 0 || count.warning > limit ? EXIT.findings : EXIT.fine
  },
}
