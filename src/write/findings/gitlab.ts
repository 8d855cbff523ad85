import type { FindingWriter, Severity } from '../../types.js'
import { createJoiner } from './parts/list.js'

const SEVERITIES: Readonly<Record<Severity, string>> = { error: 'major', warning: 'minor', info: 'info' }

/** GitLab Code Quality: a fingerprint stays the same when lines are put in above. */
export const writer: FindingWriter = {
  open() {
    const join = createJoiner('  ')
    return {
      head: '[',
      add: (_file, findings) =>
        join(
          findings.map(({ file, ruleId, severity, reason, line, endLine, fingerprint }) => ({
            description: reason,
            check_name: ruleId,
            fingerprint,
            severity: SEVERITIES[severity],
            location: { path: file.replaceAll('\\', '/').replace(/^\.\//, ''), lines: { begin: line, end: endLine } },
          })),
        ),
      foot: '\n]\n',
    }
  },
}
