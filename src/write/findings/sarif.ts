import type { Finding, FindingWriter, RuleInfo, Severity } from '../../types.js'
import { createJoiner } from './parts/list.js'

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' }
const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'

/** SARIF 2.1.0, 3.4.3: a relative reference, percent-encoded, with slashes. */
const uriOf = (file: string) =>
  (/^(?:\/|[A-Za-z]:)/.test(file) ? `file:///${file.replace(/^\//, '')}` : file)
    .split(/[\\/]/)
    .map((part, i) => (i === 0 && part === 'file:' ? part : encodeURIComponent(part)))
    .join('/')

function ruleOf({ id, severity, sentence, why, basis }: RuleInfo, lang: 'zh' | 'en') {
  const pick = lang === 'zh' ? 0 : 1
  return {
    id,
    shortDescription: { text: sentence[pick] },
    fullDescription: { text: why[pick] },
    help: { text: `${why[pick]} (${basis[pick]})` },
    defaultConfiguration: { level: LEVELS[severity] },
  }
}

function resultOf({
  file,
  ruleId,
  severity,
  reason,
  expected,
  line,
  column,
  endLine,
  endColumn,
  fingerprint,
}: Finding) {
  return {
    ruleId,
    level: LEVELS[severity],
    message: { text: expected === undefined ? reason : `${reason} (${expected})` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(file) },
          region: { startLine: line, startColumn: column, endLine, endColumn },
        },
      },
    ],
    partialFingerprints: { 'policyplan/v1': fingerprint },
  }
}

/** SARIF 2.1.0, which GitHub code scanning and editors read; columns in UTF-16 units, as it says itself. */
export const writer: FindingWriter = {
  open({ rules, lang }) {
    const join = createJoiner('      ')
    const driver = { name: 'policyplan', rules: rules.map((rule) => ruleOf(rule, lang)) }
    return {
      head: `{\n  "$schema": "${SCHEMA}",\n  "version": "2.1.0",\n  "runs": [{\n    "tool": { "driver": ${JSON.stringify(driver)} },\n    "columnKind": "utf16CodeUnits",\n    "results": [`,
      add: (_file, findings) => join(findings.map(resultOf)),
      foot: '\n    ]\n  }]\n}\n',
    }
  },
}
