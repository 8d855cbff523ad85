import type { Finding, FindingWriter } from '../../types.js'
import { attribute } from './parts/xml.js'

/** A finding as a failed test, one that is only worth a look as a passed one. */
function testcase({ file, line, column, ruleId, severity, reason, text }: Finding): string {
  const head = `    <testcase name="${attribute(`${line}:${column} ${ruleId}`)}" classname="${attribute(file)}"`
  const place = attribute(`${file}:${line}:${column}\n${text}`)
  return severity === 'info'
    ? `${head}>\n      <system-out>${attribute(reason)}</system-out>\n    </testcase>\n`
    : `${head}>\n      <failure message="${attribute(reason)}" type="${severity}">${place}</failure>\n    </testcase>\n`
}

/** JUnit XML: a test suite a file, one passed test where nothing was found. */
export const writer: FindingWriter = {
  open: () => ({
    head: '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="policyplan validate">\n',
    add(file, findings) {
      const failures = findings.filter(({ severity }) => severity !== 'info').length
      const name = attribute(file)
      const cases =
        findings.length > 0 ? findings.map(testcase).join('') : `    <testcase name="valid" classname="${name}"/>\n`
      const counts = `tests="${Math.max(1, findings.length)}" failures="${failures}" errors="0" skipped="0"`
      return `  <testsuite name="${name}" ${counts}>\n${cases}  </testsuite>\n`
    },
    foot: '</testsuites>\n',
  }),
}
