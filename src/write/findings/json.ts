import type { FindingWriter } from '../../types.js'
import { createJoiner } from './parts/list.js'

/** Findings as JSON, one a line; the contract is schemas/findings.schema.json. */
export const writer: FindingWriter = {
  open() {
    const join = createJoiner('    ')
    return {
      head: '{\n  "findingsVersion": "1",\n  "findings": [',
      add: (_file, findings) => join(findings),
      foot: '\n  ]\n}\n',
    }
  },
}
