import { Command as Commander, CommanderError, Option, type Command as Program } from 'commander'
import { COMMANDS } from './cli/index.js'
import { announced } from './cli/input/terminal.js'
import { type Lang, langOf, say } from './messages.js'
import { UnreadableError } from './read/page/unreadable.js'

/** The world as a command sees it: nothing in a command touches `process`. */
export interface Io {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdin: AsyncIterable<Uint8Array> & { readonly isTTY?: boolean }
  readonly stdout: Sink
  readonly stderr: Sink
  /** Milliseconds from any beginning. */
  now(): number
  /** From now on Ctrl-C and SIGTERM abort this signal, with their name as the reason, instead of ending the program. */
  interruption(): AbortSignal
}

export interface Sink {
  readonly isTTY?: boolean
  readonly columns?: number
  /** True once the reader has gone away (`| head`). */
  readonly closed?: boolean
  /** Resolves when more may be written. */
  write(text: string | Uint8Array): Promise<void>
}

/** One flag: its record feeds parsing, help and completion; its description is the message `cli.<command>.<name>`. */
export interface Flag {
  readonly flags: string
  readonly choices?: readonly string[]
  readonly default?: string | boolean
  /** Given several times: the values are collected. */
  readonly repeatable?: boolean
  /** The message of its description, where another command has the same flag. */
  readonly message?: string
}

/** What the flags said, keyed in camelCase. */
export type Flags = Readonly<Record<string, string | boolean | readonly string[] | undefined>>

export interface Command {
  readonly name: string
  /** Operands as commander writes them: `[FILE...]`. */
  readonly operands: string
  readonly flags: readonly Flag[]
  /** Examples for the help text, without the program's name. */
  readonly examples: readonly string[]
  /** Runs and gives the exit code. Heavy libraries are imported here, not above. */
  run(operands: readonly string[], flags: Flags, io: Io, lang: Lang, version: string): Promise<number>
}

export const EXIT = { fine: 0, findings: 1, usage: 2, failed: 3, SIGINT: 130, SIGTERM: 143 } as const

/** A usage error: its sentence goes to stderr, exit 2. */
export class UsageError extends Error {}

function define(program: Program, command: Command, io: Io, lang: Lang, done: (code: number) => void): void {
  const id = `cli.${command.name}`
  const sub = program.command(`${command.name} ${command.operands}`.trim()).description(say(lang, id))
  for (const flag of command.flags) {
    const name = /--(?:no-)?([\w-]+)/.exec(flag.flags)![1]!
    const option = new Option(flag.flags, say(lang, flag.message ?? `${id}.${name}`))
    if (flag.choices) option.choices(flag.choices)
    if (flag.default !== undefined) option.default(flag.default)
    if (flag.repeatable) option.argParser((value: string, all: string[] = []) => [...all, value])
    sub.addOption(option)
  }
  sub
    .addOption(new Option('--lang <lang>', say(lang, 'cli.lang')).choices(['zh', 'en']))
    .option('-q, --quiet', say(lang, 'cli.quiet'))
  sub.helpOption('-h, --help', say(lang, 'cli.help'))
  const examples = command.examples.map((example) => `  $ policyplan ${example}`).join('\n')
  sub.addHelpText('before', `${say(lang, 'cli.examples')}\n${examples}\n`)
  sub.action(async (...args: unknown[]) => {
    const operands = sub.args
    try {
      done(await command.run(operands, args.at(-2) as Flags, io, lang, program.version()!))
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error
      await io.stderr.write(`${operands[0] ?? '-'}: ${say(lang, error.code, error.args)}\n`)
      done(EXIT.failed)
    }
  })
}

/** The headings of the help text, which commander gives in English. */
const HEADINGS: Readonly<Record<string, (lang: Lang) => string>> = {
  'Usage:': (lang) => say(lang, 'cli.usage'),
  'Options:': (lang) => say(lang, 'cli.options'),
  'Commands:': (lang) => say(lang, 'cli.commands'),
}

/** What an option is for, with what it takes. */
function describe({ description, argChoices, defaultValue }: Option, lang: Lang): string {
  const told = [
    argChoices && say(lang, 'cli.choices', { choices: argChoices.join(lang === 'zh' ? '、' : ', ') }),
    typeof defaultValue === 'string' && say(lang, 'cli.default', { value: defaultValue }),
  ].filter(Boolean)
  if (told.length === 0) return description
  return lang === 'zh' ? `${description}（${told.join('；')}）` : `${description} (${told.join('; ')})`
}

/** What commander says of wrong usage, by the message that says it here. */
const USAGE: readonly (readonly [pattern: RegExp, id: string])[] = [
  [/^error: unknown option '(.+?)'/, 'cli.unknown-option'],
  [/^error: unknown command '(.+?)'/, 'cli.unknown-command'],
  [/^error: missing required argument '(.+?)'/, 'cli.missing-argument'],
  [/^error: option '(.+?)' argument missing/, 'cli.missing-value'],
  [/^error: option '.*?(--[\w-]+).*?' argument '(.*?)' is invalid\. Allowed choices are (.+)\.$/, 'cli.bad-value'],
]

/** A sentence of commander's in the language of messages, with the name that it thinks was meant. */
function translated(text: string, lang: Lang, command: string): string {
  for (const [pattern, id] of USAGE) {
    const match = pattern.exec(text.trim())
    if (match) {
      const [, what = '', value = '', choices = ''] = match
      const meant = /\(Did you mean (.+?)\?\)/.exec(text)?.[1]
      const hint = meant ? say(lang, 'cli.did-you-mean', { meant }) : say(lang, 'cli.see-help', { command })
      return `policyplan: ${say(lang, id, { what, value, choices })}\n${hint}\n`
    }
  }
  return text
}

/** Runs the command line and gives the exit code: 0 fine, 1 findings, 2 usage, 3 some inputs failed. */
export async function run(argv: readonly string[], io: Io, version: string): Promise<number> {
  const at = argv.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='))
  const lang = langOf(at < 0 ? undefined : (argv[at]!.split('=')[1] ?? argv[at + 1]), io.env)
  const named = argv.find((arg) => COMMANDS.some(({ name }) => name === arg))
  const command = named === undefined ? '' : `${named} `
  const written: Promise<void>[] = []
  let code: number = EXIT.fine
  const program = new Commander('policyplan')
    .description(say(lang, 'cli.summary'))
    .version(version, '-V, --version', say(lang, 'cli.version'))
    .helpOption('-h, --help', say(lang, 'cli.help'))
    .helpCommand('help [command]', say(lang, 'cli.help'))
    .exitOverride()
    .configureHelp({
      styleTitle: (title) => HEADINGS[title]?.(lang) ?? title,
      optionDescription: (option) => describe(option, lang),
    })
    .configureOutput({
      writeOut: (text) => written.push(io.stdout.write(text)),
      writeErr: (text) => written.push(io.stderr.write(text)),
      outputError: (text, write) => write(translated(text, lang, command)),
    })
  const waiting = say(lang, 'cli.terminal', { keys: process.platform === 'win32' ? 'Ctrl-Z, Enter' : 'Ctrl-D' })
  const quiet = argv.includes('-q') || argv.includes('--quiet')
  const stdin = quiet ? io.stdin : announced(io.stdin, () => io.stderr.write(`${waiting}\n`))
  const world = { ...io, stdin }
  for (const each of COMMANDS as readonly Command[]) define(program, each, world, lang, (result) => (code = result))
  try {
    await program.parseAsync([...argv], { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) code = error.exitCode === 0 ? EXIT.fine : EXIT.usage
    else if (error instanceof UsageError) {
      written.push(io.stderr.write(`policyplan: ${error.message}\n${say(lang, 'cli.see-help', { command })}\n`))
      code = EXIT.usage
    } else throw error
  }
  await Promise.all(written)
  return code
}
