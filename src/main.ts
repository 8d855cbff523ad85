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
    columns: stream.columns,
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

/** The program: the process as the world of the commands; gives the exit code. */
export async function main(process: NodeJS.Process): Promise<number> {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  const io: Io = {
    cwd: process.cwd(),
    env: process.env,
    stdin: process.stdin,
    stdout: sinkOf(process.stdout),
    stderr: sinkOf(process.stderr),
  }
  return run(process.argv.slice(2), io, version)
}
