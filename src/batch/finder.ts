import { type Filter, type Found, find } from './find.js'
import { serve } from './serve.js'

/** The operands of the command line, as `find` takes them. */
export interface Sought {
  readonly operands: readonly string[]
  readonly cwd: string
  readonly output: string
  readonly filter: Filter
}

/** `refused` is the code of what the file system says where nothing can be found at all. */
export type Finding = { readonly found: Found } | { readonly refused: string }

serve(
  async ({ operands, cwd, output, filter }: Sought): Promise<Finding> => {
    try {
      return { found: find(operands, cwd, output, filter) }
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === undefined) throw error
      return { refused: code }
    }
  },
  (finding) => ('found' in finding ? [finding.found.paths.text.buffer, finding.found.paths.ends.buffer] : []),
)
