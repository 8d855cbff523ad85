/** A file that cannot be read: `code` is the id of the one sentence that says why, `args` fill it. */
export class UnreadableError extends Error {
  readonly code: string
  readonly args: Readonly<Record<string, string | number>>

  constructor(code: string, args: Readonly<Record<string, string | number>> = {}) {
    super(code)
    this.name = 'UnreadableError'
    this.code = code
    this.args = args
  }
}
