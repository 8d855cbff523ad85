/** What `validate` and `schema` say: id → [Chinese, English]. */
export const messages = {
  'cli.validate': ['检查计划文件，指出每处错误的行和列', 'check plan files and give each error its line and column'],
  'cli.validate.format': ['输出格式', 'output format'],
  'cli.validate.source': [
    '与原文（或原文所在文件夹）逐条核对引文，并列出原文有而计划没有的内容',
    'check every quote against this notice, or the notices of this folder, and list what the plan lacks',
  ],
  'cli.validate.max-warnings': ['警告超过这个数时退出码为 1', 'exit 1 when there are more warnings than this'],
  'cli.validate.rule': ['设定一条规则的等级：off、warning 或 error', 'set a rule to off, warning or error'],
  'cli.validate.config': [
    '使用这个配置文件，不再向上查找 policyplan.config.yaml',
    'use this configuration instead of the nearest policyplan.config.yaml',
  ],
  'cli.validate.baseline': ['已记入这个文件的旧问题不再报告', 'let the findings recorded in this file pass'],
  'cli.validate.write-baseline': [
    '把现有问题记入基线文件（默认 policyplan.baseline.json）',
    'record the findings in the baseline (default policyplan.baseline.json)',
  ],
  'cli.validate.fix': [
    '改正有把握的问题（文号写法、全角字符、键序、编号），注释和排版不动',
    'mend what is certain (document numbers, width, key order, ids); comments and layout stay',
  ],
  'cli.validate.fix-dry-run': ['只列出 --fix 会改的地方，不写文件', 'list what --fix would change and write nothing'],
  'cli.validate.no-file': [
    '请给出要检查的计划文件，或用 - 表示标准输入。',
    'Name the plan files to check, or - for standard input.',
  ],
  'cli.validate.no-match': ['没有找到计划文件（*.plan.yaml）。', 'no plan file (*.plan.yaml) was found.'],
  'cli.validate.too-large': [
    '文件有 {size} MB，超过上限 {most} MB，不像计划文件。',
    'it has {size} MB, more than the limit of {most} MB: no plan is that large.',
  ],
  'cli.validate.not-text': [
    '不是 UTF-8 文本，无法读取；是计划文件的，请另存为 UTF-8。',
    'is not UTF-8 text and cannot be read; if it is a plan, save it as UTF-8.',
  ],
  'cli.validate.error': ['错误', 'error'],
  'cli.validate.warning': ['警告', 'warning'],
  'cli.validate.info': ['提示', 'note'],
  'cli.validate.expected': ['应为 {expected}', 'expected {expected}'],
  'cli.validate.fixed': ['已改：', 'fixed: '],
  'cli.validate.would-fix': ['可改：', 'would fix: '],
  'cli.validate.fine': ['{files} 个计划文件，全部有效。', '{files|plan file|plan files}, all valid.'],
  'cli.validate.fine-once-fixed': [
    '{files} 个计划文件，照此修改后全部有效；文件未改动，--fix 才会写入。',
    '{files|plan file|plan files}, all valid once this is fixed; nothing was written, --fix writes it.',
  ],
  'cli.validate.found': [
    '{files} 个计划文件：错误 {error} 处，警告 {warning} 处，提示 {info} 处。',
    '{files|plan file|plan files}: {error|error|errors}, {warning|warning|warnings}, {info|note|notes}.',
  ],
  'cli.validate.no-number': [
    '--max-warnings 要写一个整数，不是“{said}”。',
    '--max-warnings takes a whole number, not “{said}”.',
  ],
  'cli.validate.unknown-rule': ['{where}：没有名为“{rule}”的规则。', '{where}: there is no rule “{rule}”.'],
  'cli.validate.did-you-mean': ['是不是 {meant}？', ' Did you mean {meant}?'],
  'cli.validate.no-level': [
    '--rule 要写成 {rule}=off、{rule}=warning 或 {rule}=error。',
    '--rule is written {rule}=off, {rule}=warning or {rule}=error.',
  ],
  'cli.validate.unknown-level': [
    '{where}：规则 {rule} 的等级只能是 off、warning 或 error，不是“{level}”。',
    '{where}: rule {rule} can be off, warning or error, not “{level}”.',
  ],
  'cli.validate.unknown-key': [
    '{file}：配置里没有名为“{key}”的键，只有 rules。',
    '{file}: there is no key “{key}” in a configuration, only rules.',
  ],
  'cli.validate.no-rules': [
    '{file}：rules 应当是 规则: 等级 的列表。',
    '{file}: rules must map each rule to its level.',
  ],
  'cli.validate.bad-config': [
    '{file}：配置文件不是合法的 YAML：{reason}。',
    '{file}: the configuration is no YAML: {reason}.',
  ],
  'cli.validate.no-config': ['找不到配置文件 {file}。', 'There is no configuration {file}.'],
  'cli.validate.no-baseline': [
    '找不到基线文件 {file}，请先用 --write-baseline 生成。',
    'There is no baseline {file}; make it with --write-baseline.',
  ],
  'cli.validate.bad-baseline': ['{file} 不是基线文件。', '{file} is no baseline.'],
  'cli.validate.baseline-version': [
    '基线文件 {file} 是版本 {version}，本程序只读版本 1，请用 --write-baseline 重新生成。',
    'The baseline {file} is of version {version} and only 1 is read; make it anew with --write-baseline.',
  ],
  'cli.validate.baseline-written': [
    '{findings} 处问题已记入 {file}。',
    '{findings|finding|findings} recorded in {file}.',
  ],
  'cli.schema': ['打印计划格式的 JSON Schema', 'print the JSON Schema of plans'],
  'cli.schema.output': ['写入文件', 'write to a file'],
} as const
