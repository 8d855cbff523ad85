/** A line that is not blank: its number from 1, and its bytes, absent where there were more than are kept. */
export interface Line {
  readonly number: number
  readonly bytes?: Uint8Array
}

const NEWLINE = 10

/** The lines of a stream that are not blank. No more than `most` bytes are kept of any: what is longer is passed over. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<Line> {
  let parts: Uint8Array[] = []
  let length = 0
  let number = 1
  const take = (part: Uint8Array) => {
    length += part.length
    if (length <= most) parts.push(part)
    else parts = []
  }
  const end = (): Line | undefined => {
    const bytes = length <= most ? joined(parts) : undefined
    const line = bytes && isBlank(bytes) ? undefined : { number, ...(bytes && { bytes }) }
    number++
    parts = []
    length = 0
    return line
  }
  for await (const chunk of chunks) {
    let start = 0
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, start)) {
      take(chunk.subarray(start, at))
      start = at + 1
      const line = end()
      if (line) yield line
    }
    // A copy, since a stream may use its buffer again.
    if (start < chunk.length) take(Uint8Array.from(chunk.subarray(start)))
  }
  const line = length > 0 ? end() : undefined
  if (line) yield line
}

/** One array of its own, so that a message takes these bytes and no others with it. */
function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

/** True for white space only (JSON's: blank, tab, line breaks). */
function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d || byte === NEWLINE)
}
