import type { FindingWriter, Severity } from '../../types.js'

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' }

/** What a workflow command would take for its own end. */
const data = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')

/** Workflow commands that GitHub shows at the line of a change: `::error file=a.plan.yaml,line=3,…::…` */
export const writer: FindingWriter = {
  open: () => ({
    head: '',
    add: (_file, findings) =>
      findings
        .map(({ file, ruleId, severity, reason, line, column, endLine, endColumn, expected }) => {
          const place = `line=${line},endLine=${endLine},col=${column},endColumn=${endColumn}`
          const hint = expected === undefined ? '' : ` (${expected})`
          return `::${COMMANDS[severity]} file=${property(file)},${place},title=${property(ruleId)}::${data(reason + hint)}\n`
        })
        .join(''),
    foot: '',
  }),
}
