import { LARGEST_MB } from '../batch/read-whole.js'
import { DOCUMENT_HEAP_MB, Thread, ThreadError } from '../batch/thread.js'
import { type Command, EXIT, type Io, UsageError } from '../cli.js'
import { say } from '../messages.js'
import { numberOf, optionsOf } from './parse/options.js'
import { type Line, linesOf } from './stream/lines.js'
import { failed, idOf, type StreamSettings } from './stream/record.js'

const MB = 1 << 20
/** Records that are on their way at a time, and their bytes: all that is ever kept in memory. */
const MOST_RECORDS = 32
const MOST_BYTES = 8 * MB
/** The longest line, in MB. */
const LONGEST_MB = 64

/** `policyplan stream`: a filter for pipelines, one JSON record a line in, one out, in order. */
export const command: Command = {
  name: 'stream',
  operands: '',
  flags: [
    { flags: '--record-timeout <seconds>', default: '60' },
    { flags: '--max-line <mb>', default: String(LONGEST_MB) },
    { flags: '--max-size <mb>', default: String(LARGEST_MB), message: 'cli.parse.max-size' },
    {
      flags: '--script <script>',
      choices: ['simplified', 'traditional', 'source'],
      default: 'simplified',
      message: 'cli.parse.script',
    },
    { flags: '--encoding <name>', message: 'cli.parse.encoding' },
    { flags: '--no-repair', message: 'cli.parse.repair' },
  ],
  examples: ['stream < notices.ndjson > plans.ndjson', 'stream --record-timeout 10 < notices.ndjson'],
  async run(_operands, flags, io, lang, version) {
    if (io.stdin.isTTY) throw new UsageError(say(lang, 'stream.no-input'))
    const seconds = Number(flags['recordTimeout'])
    if (!(seconds > 0 && seconds <= 86_400)) throw new UsageError(say(lang, 'stream.bad-timeout'))
    const longest = numberOf(flags, 'maxLine', 'max-line', lang)!
    const settings: StreamSettings = {
      cwd: io.cwd,
      tool: `policyplan ${version}`,
      lang,
      mostMb: numberOf(flags, 'maxSize', 'max-size', lang)!,
      parse: optionsOf(flags, lang),
    }
    const thread = new Thread<Line, Uint8Array>('stream-worker', {
      data: settings,
      heapMb: DOCUMENT_HEAP_MB,
      ms: seconds * 1000,
    })
    const answer = (line: Line): Promise<Uint8Array | string> => {
      const { bytes, number } = line
      if (!bytes) return Promise.resolve(`${failed(null, 'stream.long-line', { number, most: longest }, settings)}\n`)
      return thread.ask(line).catch((error: unknown) => {
        if (!(error instanceof ThreadError)) throw error
        const code = error.reason === 'timeout' ? 'stream.timeout' : 'stream.crashed'
        return `${failed(idOf(bytes), code, { seconds }, settings)}\n`
      })
    }
    try {
      await pump(linesOf(io.stdin, longest * MB), answer, io)
    } finally {
      await thread.end()
    }
    return EXIT.fine
  },
}

/** Answers in the order of the lines. Reading waits where too much is on its way; without a reader it ends. */
async function pump(
  lines: AsyncIterable<Line>,
  answer: (line: Line) => Promise<Uint8Array | string>,
  { stdout }: Io,
): Promise<void> {
  let records = 0
  let bytes = 0
  let last = Promise.resolve()
  let error: unknown
  let wake = () => {}
  for await (const line of lines) {
    const size = line.bytes?.length ?? 0
    const answered = answer(line)
    records++
    bytes += size
    last = Promise.all([answered, last])
      .then(([text]) => stdout.write(text))
      .catch((caught: unknown) => {
        error ??= caught
      })
      .then(() => {
        records--
        bytes -= size
        wake()
      })
    while (records >= MOST_RECORDS || (bytes > MOST_BYTES && records > 1))
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    if (stdout.closed || error !== undefined) break
  }
  if (!stdout.closed) await last
  if (error !== undefined) throw error
}
