import type { FindingWriter } from '../../types.js'
import { attribute } from './parts/xml.js'

/** Checkstyle XML, which Jenkins (Warnings Next Generation) and many others read. */
export const writer: FindingWriter = {
  open: () => ({
    head: '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="10.0">\n',
    add: (file, findings) =>
      findings.length === 0
        ? ''
        : `  <file name="${attribute(file)}">\n${findings
            .map(
              ({ line, column, severity, reason, ruleId }) =>
                `    <error line="${line}" column="${column}" severity="${severity}" message="${attribute(reason)}" source="policyplan.${attribute(ruleId)}"/>\n`,
            )
            .join('')}  </file>\n`,
    foot: '</checkstyle>\n',
  }),
}
