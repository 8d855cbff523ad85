import { readFileSync } from 'node:fs'
import { type Io, run, type Sink } from './cli.js'

type Stream = NodeJS.WriteStream & { fd: number }

/** A stream as a sink: a write resolves when more may come; a reader that went away (`| head`) ends it quietly. */
function sinkOf(stream: Stream): Sink {
  let closed = false
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    closed = true
  })
  return {
    isTTY: stream.isTTY,
    get columns() {
      return stream.columns
    },
    get closed() {
      return closed
    },
    write: (text) =>
      new Promise((resolve) => {
        if (closed || stream.write(text)) resolve()
        else {
          stream.once('drain', resolve)
          stream.once('close', resolve)
          stream.once('error', () => resolve())
        }
      }),
  }
}

/** The first Ctrl-C or SIGTERM aborts; a second one ends the program as always. */
function interruption(process: NodeJS.Process): AbortSignal {
  const controller = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => controller.abort(name))
  return controller.signal
}

/** The program: the process as the world of the commands; gives the exit code. */
export async function main(process: NodeJS.Process): Promise<number> {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  const io: Io = {
    cwd: process.cwd(),
    env: process.env,
    stdin: process.stdin,
    stdout: sinkOf(process.stdout),
    stderr: sinkOf(process.stderr),
    now: () => performance.now(),
    interruption: () => interruption(process),
  }
  return run(process.argv.slice(2), io, version)
}
