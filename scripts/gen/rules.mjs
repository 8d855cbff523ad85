// docs/rules.md: what `validate` finds, from the rules themselves.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

async function load() {
  const { outputFiles } = await build({
    stdin: {
      contents: `export { ALL_RULES } from './src/check.ts'; export { messages } from './src/messages/check.ts'`,
      resolveDir: fileURLToPath(new URL('../../', import.meta.url)),
    },
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire('file:///')" },
  })
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`)
}

const cell = (text) => text.replaceAll('|', '\\|')
const both = ([zh, en]) => cell(`${zh}<br>${en}`)

export default async function () {
  const { ALL_RULES, messages } = await load()
  const schema = Object.entries(messages).filter(([id]) => /^check\.[\w-]+$/.test(id))
  const rows = ALL_RULES.map(
    ({ id, severity, sentence, basis, why, fixable }) =>
      `| \`${id}\` | ${severity}${fixable ? ', `--fix`' : ''} | ${both(sentence)} | ${both(basis)} | ${both(why)} |`,
  )
  writeFileSync(
    new URL('../../docs/rules.md', import.meta.url),
    `<!-- Written by \`npm run gen\` from src/check. -->

# 规则 Rules

\`policyplan validate\` 先按 JSON Schema 检查，再按下列规则检查。每条规则的正反例在 \`fixtures/check/rules/<规则>.yaml\`。
\`policyplan validate\` checks a plan against its JSON Schema, then by these rules. What breaks and what keeps each rule stands in \`fixtures/check/rules/<rule>.yaml\`.

\`error\` 确定有错，\`warning\` 可能有错，\`info\` 值得一看。更改等级：\`--rule 规则=off|warning|error\`，或 \`policyplan.config.yaml\` 里的 \`rules:\`；只放过一处：在上一行写 \`# policyplan-disable-next-line 规则\`。
\`error\` is certain, \`warning\` may be wrong, \`info\` is worth a look. Change it with \`--rule id=off|warning|error\` or under \`rules:\` in \`policyplan.config.yaml\`; let one place pass with \`# policyplan-disable-next-line id\` on the line before.

| id | 等级 severity | 说明 what it says | 依据 rests on | 为什么 why |
| --- | --- | --- | --- | --- |
${rows.join('\n')}

## 格式 Schema

下列问题出自 JSON Schema 和 YAML 本身，等级为 error，不能更改。
These come from the JSON Schema and from YAML itself; they are errors and cannot be set.

| id | 说明 what it says |
| --- | --- |
${schema.map(([id, sentence]) => `| \`${id.slice(6)}\` | ${both(sentence)} |`).join('\n')}
`,
  )
}
